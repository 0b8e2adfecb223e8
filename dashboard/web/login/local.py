"""Who is let in without a login? Whoever sits at the machine that shows the demonstration, and nobody else."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, request

from dashboard.access.hosts import is_loopback
from dashboard.current import Current
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.holding.hosts import FROM_HERE_ALONE
from dashboard.web.holding.refusals import refusal
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.seen import Same

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
"""What a proxy adds: somebody on another machine asks through it."""


class Local(Same):
    """The same for everybody who sits at this very machine."""

    def attach(self, server: Flask, _current: Current, _files: BrowserFiles) -> None:
        """Refuses whoever comes from elsewhere; by which name this machine is asked, `hosts.py` looks at."""

        @server.before_request
        def only_from_here() -> Response | None:
            if PREPARING in request.environ or _from_here():
                return None
            return refusal(FROM_HERE_ALONE, HTTPStatus.FORBIDDEN)


def _from_here() -> bool:
    forwarded = any(name in request.headers for name in FORWARDED)
    return is_loopback(request.remote_addr or "") and not forwarded
