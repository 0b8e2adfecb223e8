"""When is what is kept no longer removed? At the start, and by the first request of each day, of whoever it is.

Health is asked every few seconds, so that a day without any request is one without a service. Several workers look
once each; what the first one has done, the others find done.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime

from flask import Flask

from dashboard.access.kept import Kept
from dashboard.web.allowance import forget_selections

_LOG = logging.getLogger(__name__)


def _today() -> date:
    return datetime.now(UTC).date()


class Daily:
    """What a process does once a day with what it has `kept`."""

    def __init__(self, kept: Kept, today: Callable[[], date] = _today) -> None:
        self._kept = kept
        self._today = today
        self._done: date | None = None

    def attach(self, server: Flask) -> None:
        """Before any request of `server`; a disk that is full is told in the log, and keeps nobody from an answer."""

        @server.before_request
        def look() -> None:
            today = self._today()
            if today == self._done:
                return
            # Before it is tried: what cannot be done now is not tried at each request.
            self._done = today
            try:
                self._kept.forget()
                forget_selections(server)
            except (OSError, sqlite3.Error):
                _LOG.exception("what is kept no longer could not be removed")
