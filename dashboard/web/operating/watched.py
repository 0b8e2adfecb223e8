"""What is told of each request, in the log and in the metrics? What was asked, how it ended and how long it took.

Never who asked, nor the query of the address: a selection may single out a person.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import Flask, request
from werkzeug.wsgi import ClosingIterator

from dashboard.current import Current
from dashboard.web.operating.log import REQUEST
from dashboard.web.operating.metrics import PREPARING, Metrics
from dashboard.web.pages import is_page, plain

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LOG = logging.getLogger("dashboard.requests")

HEADER = "X-Request-ID"
ROUTE = "dashboard.route"
"""Where the route of a request is kept with it."""

LONGEST_PATH = 200
ELSEWHERE = "elsewhere"

_WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})


def watch(server: Flask, current: Current, metrics: Metrics, *, proxied: bool) -> None:
    """Has each request to `server` told; to be called last, so that nothing answers outside of it.

    `proxied`: a proxy stands in front, and the identifier that it gives a request is taken over.
    """

    def name_route() -> None:
        request.environ[ROUTE] = _route(current)

    # Before whatever refuses a request: that is told by its route as well.
    server.before_request_funcs.setdefault(None, []).insert(0, name_route)

    server.wsgi_app = _Watched(  # type: ignore[method-assign] # As Flask says to.
        server.wsgi_app, lambda told: _tell(told, current, metrics), proxied=proxied
    )


@dataclass
class Told:
    """What there is to tell of one request."""

    method: str
    path: str
    route: str = ELSEWHERE
    status: int = 0
    sent: int | None = None
    seconds: float = 0.0


class _Watched:
    """The application, each request of which is told once its answer has been sent."""

    def __init__(
        self, inner: WSGIApplication, tell: Callable[[Told], None], *, proxied: bool
    ) -> None:
        self._inner = inner
        self._tell = tell
        self._proxied = proxied

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if PREPARING in environ:
            return self._inner(environ, start_response)
        began = perf_counter()
        identifier = self._identifier(environ)
        told = Told(_method(environ), _path(environ))

        def started(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:  # noqa: ANN401 - as WSGI has it.
            told.status = int(status.split(" ", 1)[0])
            told.sent = next((int(v) for k, v in headers if k.lower() == "content-length"), None)
            return start_response(status, [*headers, (HEADER, identifier)], *more)

        def ended() -> None:
            told.route = environ.get(ROUTE, ELSEWHERE)
            told.seconds = perf_counter() - began
            REQUEST.set(identifier)
            self._tell(told)
            REQUEST.set("")

        REQUEST.set(identifier)
        try:
            body = self._inner(environ, started)
        finally:
            # The answer may be sent by another turn of this thread's loop.
            REQUEST.set("")
        return ClosingIterator(body, ended)

    def _identifier(self, environ: WSGIEnvironment) -> str:
        """That of the proxy, if there is one and it is well formed; else a new one."""
        given = environ.get("HTTP_X_REQUEST_ID", "") if self._proxied else ""
        return given if _WELL_FORMED.fullmatch(given) else uuid.uuid4().hex


def _tell(told: Told, current: Current, metrics: Metrics) -> None:
    metrics.answered(told.method, told.route, told.status, told.seconds)
    publication = current.get()
    metrics.counted(publication.version, publication.counting)
    milliseconds = round(1000 * told.seconds, 1)
    facts = {
        "method": told.method,
        "path": told.path,
        "status": told.status,
        "ms": milliseconds,
        "bytes": told.sent,
    }
    sent = "" if told.sent is None else f" {told.sent} bytes"
    _LOG.info(
        "%s %s %d %.1f ms%s", told.method, told.path, told.status, milliseconds, sent, extra=facts
    )


def _route(current: Current) -> str:
    """What the request asks, of the few things that there are: a page by its path, else the rule of its address."""
    rule = request.url_rule
    if rule is None:
        return ELSEWHERE
    if not rule.rule.startswith("/<path:") and rule.rule != "/":
        return rule.rule
    return plain(request.path) if is_page(request.path, current.get()) else ELSEWHERE


def _method(environ: WSGIEnvironment) -> str:
    method = str(environ["REQUEST_METHOD"])
    return method if method in _METHODS else "other"


def _path(environ: WSGIEnvironment) -> str:
    """The path without its query, such that no letter of it begins a new line of the log."""
    whole = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}"
    return quote(whole.encode("latin-1"), safe="/:@!$&'()*+,;=~-._")[:LONGEST_PATH]
