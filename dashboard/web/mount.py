"""Below which path of its host is the dashboard, what does it believe of that host, and how is a link written?

A reverse proxy passes on whole paths. The first part, which all of ours share, is cut off before Flask sees them:
routes know nothing of it, and every link is written by `below`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from flask import Flask, has_request_context, redirect, request
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as Answer

from dashboard.text.typography import unbroken
from dashboard.web.holding.headers import ALWAYS
from dashboard.web.holding.hosts import refuse_other_hosts
from dashboard.web.operating.unbelieved import tell_unbelieved_proxies

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


P = ParamSpec("P")
T = TypeVar("T")


_ASSUMED: ContextVar[str] = ContextVar("root", default="")


@dataclass(frozen=True, slots=True)
class Mount:
    """Where the dashboard is: `path` begins and ends with a slash; so many reverse proxies stand in front of it.

    Of the headers that proxies add, so many entries are believed, the last ones: what a browser writes there itself
    stands before them. `hosts` are the names by which it may be asked; without them, those of this machine to itself.
    """

    path: str = "/"
    proxies: int = 0
    hosts: tuple[str, ...] = ()

    @property
    def root(self) -> str:
        """What stands before each path of ours: nothing, or `/observatoire`."""
        return self.path.rstrip("/")

    def put_before(self, server: Flask) -> None:
        """Lets `server` answer below the path, and know the host by which a browser reaches its outermost proxy.

        It answers under no other name than ours.
        """
        refuse_other_hosts(server, self.hosts)
        if self.root:
            server.wsgi_app = DispatcherMiddleware(  # type: ignore[method-assign] # As Flask says to.
                _Elsewhere(self.path), {self.root: server.wsgi_app}
            )
            server.before_request(_with_its_slash)
        if not self.proxies:
            tell_unbelieved_proxies(server)
        else:
            server.wsgi_app = ProxyFix(  # type: ignore[method-assign] # As above.
                server.wsgi_app,
                x_for=self.proxies,
                x_proto=self.proxies,
                x_host=self.proxies,
            )

    @contextmanager
    def assumed(self) -> Iterator[None]:
        """While something is made for later requests, and nobody asks: links are written below this path."""
        before = _ASSUMED.set(self.root)
        try:
            yield
        finally:
            _ASSUMED.reset(before)


def root() -> str:
    """What stands before each path of ours in the address that is asked; nothing where nobody asks."""
    return request.script_root if has_request_context() else _ASSUMED.get()


def below(path: str) -> str:
    """The address at which a browser finds `path`, which begins with a slash: every link is written by this."""
    return f"{root()}{path}"


def kept_below(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """As `lru_cache`, for a function that writes links: what it made is given again below the same path alone."""

    def keeping(make: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most)
        def maker(_: str) -> Callable[P, T]:
            return cast("Callable[P, T]", lru_cache(maxsize=most)(make))

        @wraps(make)
        def asked(*args: P.args, **kwargs: P.kwargs) -> T:
            return maker(root())(*args, **kwargs)

        return asked

    return keeping


def site() -> str:
    """Scheme, host and root of the address that is asked: a link in a file is of use outside the browser."""
    return request.root_url.rstrip("/")


class _Elsewhere:
    """What is answered above the dashboard's path."""

    def __init__(self, path: str) -> None:
        self._told = unbroken(f"Le tableau de bord est à l'adresse {path}\n")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        answer = Answer(self._told, HTTPStatus.NOT_FOUND, content_type="text/plain; charset=utf-8")
        answer.headers.update(ALWAYS)
        return answer(environ, start_response)


def _with_its_slash() -> Answer | None:
    """The overview has one address: with a slash at its end."""
    if request.environ["PATH_INFO"]:
        return None
    query = request.query_string.decode("latin-1")
    return redirect(f"{below('/')}{'?' if query else ''}{query}", HTTPStatus.PERMANENT_REDIRECT)
