"""By which browsers has somebody logged in before, so that a stranger who tries their account does not stop them there?

A browser has a random identifier, of which the hash alone is kept. It lets nobody in: it only says whose attempts are
counted apart from those of strangers.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from time import time

from dashboard.access.database import Database

KNOWN_DAYS = 90
"""How long a browser is known after its last login."""

_DAY_S = 24 * 3600


class Devices:
    """The browsers of the accounts of a database."""

    def __init__(self, database: Database, clock: Callable[[], float] = time) -> None:
        self._database = database
        self._clock = clock

    def knows(self, identifier: str, account: str) -> bool:
        """Whether somebody has logged in to `account` by the browser of that identifier."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT 1 FROM devices WHERE id = ? AND account = ? AND until > ?",
                (_hashed(identifier), account, self._clock()),
            ).fetchone()
        return found is not None

    def note(self, identifier: str, account: str) -> str:
        """Has the browser known to `account`; its identifier, a new one where `identifier` is none of ours."""
        now = self._clock()
        with self._database.writing() as connection:
            connection.execute("DELETE FROM devices WHERE until <= ?", (now,))
            ours = connection.execute(
                "SELECT 1 FROM devices WHERE id = ?", (_hashed(identifier),)
            ).fetchone()
            kept = identifier if ours else secrets.token_urlsafe(32)
            row = (_hashed(kept), account, now + KNOWN_DAYS * _DAY_S)
            connection.execute("REPLACE INTO devices VALUES (?, ?, ?)", row)
        return kept


def _hashed(identifier: str) -> str:
    return hashlib.sha256(identifier.encode()).hexdigest()
