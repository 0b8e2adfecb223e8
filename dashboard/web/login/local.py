"""Who is let in without a login? Whoever sits at the machine that shows the demonstration, and nobody else."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, request

from dashboard.access.hosts import is_loopback, is_loopback_host
from dashboard.current import Current
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.holding.refusals import refusal
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.seen import Same

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
"""What a proxy adds: somebody on another machine asks through it."""

FROM_HERE_ALONE = (
    "Sans identification, ce tableau de bord ne répond qu'à la machine qui le sert, par http://127.0.0.1 ou "
    "http://localhost. Pour l'ouvrir à d'autres, choisissez comment s'identifier : docs/deploy.md."
)


class Local(Same):
    """The same for everybody who sits at this very machine."""

    def attach(self, server: Flask, _current: Current, _files: BrowserFiles) -> None:
        """Refuses whoever comes from elsewhere, or by another name: that of a foreign page, looked up here."""

        @server.before_request
        def only_from_here() -> Response | None:
            if PREPARING in request.environ or _from_here():
                return None
            return refusal(FROM_HERE_ALONE, HTTPStatus.FORBIDDEN)


def _from_here() -> bool:
    return (
        is_loopback(request.remote_addr or "")
        and is_loopback_host(request.environ.get("HTTP_HOST", ""))
        and not any(name in request.headers for name in FORWARDED)
    )
