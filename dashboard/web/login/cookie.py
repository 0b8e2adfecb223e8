"""How does a browser name its session, and how does Flask find it on this server?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from flask import Flask, Request, Response, request
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict
from werkzeug.wrappers import Response as Answer

from dashboard.access.devices import KNOWN_DAYS
from dashboard.access.sessions import Sessions

NAME = "session-tableau-de-bord"

DEVICE = "appareil-tableau-de-bord"
"""The cookie by which a browser is known to have logged in before; it lets nobody in (`access/devices.py`)."""

SECURE = "__Host-"
"""A browser takes a cookie of this prefix over TLS alone, for its own host alone, from that host alone."""


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """What the server keeps for a browser; libraries keep there what they need from one request to the next.

    `account`: whose it is; empty until somebody has logged in. `seen`: when it was last noted that it is in use.
    """

    def __init__(
        self,
        identifier: str = "",
        account: str = "",
        held: Mapping[str, Any] | None = None,
        seen: float = 0.0,
    ) -> None:
        super().__init__(held or {}, on_update=_changed)
        self.seen = seen
        self.identifier = identifier
        self.account = account
        self.modified = False
        self.begins = self.ends = False

    def log_in(self, account: str, held: Mapping[str, Any]) -> None:
        """Begins anew for `account`, under another identifier: one that somebody else knew before is of no use."""
        self.clear()
        self.update(held)
        self.account, self.begins = account, True

    def log_out(self) -> None:
        """Ends it; what is put into it from now on belongs to a new one, which is nobody's."""
        self.clear()
        self.account, self.ends, self.modified = "", True, False


def _changed(session: CallbackDict[str, Any]) -> None:
    if isinstance(session, ServerSession):
        session.modified = True


class ServerSessions(SessionInterface):
    """Finds and keeps the session of each request, by the cookie that names it."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def open_session(self, _app: Flask, request: Request) -> ServerSession:
        """That of the cookie; an empty one, which is nobody's, where it names none that lasts."""
        identifier = request.cookies.get(cookie_name(request), "")
        found = self._sessions.find(identifier) if identifier else None
        if found is None:
            return ServerSession()
        return ServerSession(identifier, found.account, found.held, found.seen)

    def save_session(self, _app: Flask, session: SessionMixin, response: Response) -> None:
        """Keeps what was put into it; a browser without a session gets one only for that."""
        if not isinstance(session, ServerSession):
            return
        if session.identifier and (session.begins or session.ends):
            self._sessions.end(session.identifier)
        if session.begins or (session.modified and (session.ends or not session.identifier)):
            name = cookie_name(request)
            response.set_cookie(
                name,
                self._sessions.begin(session.account, session),
                secure=request.is_secure,
                httponly=True,
                samesite="Lax",
            )
        elif session.ends:
            response.delete_cookie(
                cookie_name(request), secure=request.is_secure, httponly=True, samesite="Lax"
            )
        elif session.modified:
            self._sessions.hold(session.identifier, session)


def device_of(request: Request) -> str:
    """By what the browser says that it is known here; empty where it does not."""
    return request.cookies.get(cookie_name(request, DEVICE), "")


def remember_device(response: Answer, identifier: str) -> None:
    """Has the browser say so from now on."""
    response.set_cookie(
        cookie_name(request, DEVICE),
        identifier,
        max_age=KNOWN_DAYS * 24 * 3600,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )


def cookie_name(request: Request, kind: str = NAME) -> str:
    """Another one for each path of a host, and over TLS."""
    name = name_below(request.script_root, kind)
    return f"{SECURE}{name}" if request.is_secure else name


def name_below(root: str, kind: str = NAME) -> str:
    """That of the dashboard whose paths begin with `root`."""
    place = re.sub(r"[^a-z0-9]+", "-", root).strip("-")
    return f"{kind}-{place}" if place else kind
