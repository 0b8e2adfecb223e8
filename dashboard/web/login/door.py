"""May this request pass, and as whom? Every route is behind the login but those that are named here."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from flask import Flask, Response, g, request, session
from flask_wtf.csrf import CSRFError, CSRFProtect
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from dashboard.access.kept import Kept
from dashboard.access.person import PUBLIC, Person
from dashboard.access.usable import hindrance
from dashboard.current import Current
from dashboard.disclosure.policy import DIFFUSION, Policy
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.holding.refusals import refusal
from dashboard.web.login.audit_page import register_audit
from dashboard.web.login.cookie import ServerSession, ServerSessions
from dashboard.web.login.daily import Daily
from dashboard.web.login.in_use import is_asked_by_people
from dashboard.web.login.leaving import register_leaving
from dashboard.web.login.menu import account_menu
from dashboard.web.login.method import Method
from dashboard.web.login.passing import (
    FOR_ANALYSTS,
    asked_rule,
    in_the_clear,
    is_open,
    not_kept,
    of_another_site,
    to_the_login,
)
from dashboard.web.login.recorded import record_exports
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.outside import Pages
from dashboard.web.taking_away.exact_exports import WANTED

STALE = "Cette page a expiré : rechargez-la, puis recommencez."


class Door:
    """Who is let in by a login, and what each may see: by the session and the account, at each request."""

    def __init__(self, kept: Kept, method: Method, most: Policy, *, public: bool) -> None:
        self._kept = kept
        self._method = method
        self._most = most
        self._public = public
        self._regions: dict[str, str] = {}

    @property
    def all_alike(self) -> bool:
        """Not behind a login."""
        return False

    def is_shown_pages(self) -> bool:
        """Where they have logged in, or the institution shows pages to everybody."""
        return self._public or self.person() is not None

    def policy(self) -> Policy:
        """By the role that the person has now."""
        if PREPARING in request.environ:
            return self._most
        return (self.person() or PUBLIC).policy(self._most)

    def exported(self) -> Policy:
        """`diffusion`, unless the person has asked for exact files in this session, and may have them."""
        return self.policy() if session.get(WANTED) else DIFFUSION

    def caller(self) -> str:
        """What never changes of an account; a digest of the address of whoever has none."""
        person = self.person()
        return person.key if person else self._kept.digest_of(request.remote_addr or "")

    def person(self) -> Person | None:
        """Who has logged in, in the role of now; None for nobody, and where the account is no more."""
        if "person" not in g:
            g.person = self._found()
        return cast("Person | None", g.person)

    def menu(self) -> Markup | None:
        """Who they are, and the way out; or the way in."""
        return account_menu(self.person(), self._regions)

    def hindrance(self) -> str:
        """Why nobody could be let in now, in French; empty where somebody could."""
        return hindrance(self._kept)

    def attach(self, server: Flask, current: Current, files: BrowserFiles) -> None:
        """Stands before every route."""
        Daily(self._kept).attach(server)
        # A codebook's; versions of a study share it.
        self._regions = _names_of_regions(current)
        server.secret_key = self._kept.secret
        server.session_interface = ServerSessions(self._kept.sessions)
        # Checked where this door says so; a token lasts as long as its session.
        server.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None)
        forms = CSRFProtect(server)

        @server.before_request
        def let_pass() -> Answer | None:
            if PREPARING in request.environ:
                return None
            stopped = of_another_site(forms) or self._stopped()
            if stopped is None and is_asked_by_people(asked_rule()):
                self._use()
            return stopped

        @server.errorhandler(CSRFError)
        def stale(_: CSRFError) -> Response:
            return refusal(STALE, HTTPStatus.BAD_REQUEST)

        server.after_request(not_kept)
        pages = Pages(current, files)
        self._method.attach(server, pages, self._regions)
        register_leaving(server, self, self._method, self._kept.audit, pages)
        register_audit(server, self._kept.audit, pages)
        record_exports(server, self._kept.audit, self)

    def _found(self) -> Person | None:
        known = cast("ServerSession", session)
        return self._method.person(known.account, known) if known.account else None

    def _use(self) -> None:
        known = cast("ServerSession", session)
        if known.identifier:
            self._kept.sessions.use(known.identifier, known.seen)

    def _stopped(self) -> Answer | None:
        """What is answered to whoever may not have what is asked; None lets pass."""
        rule = asked_rule()
        if rule in self._method.rules:
            return in_the_clear()
        if is_open(rule):
            return None
        person = self.person() or (PUBLIC if self._public else None)
        if person is None:
            return to_the_login(rule)
        if rule in FOR_ANALYSTS and person.role != "analyste":
            # Of strangers there is no end.
            if person is not PUBLIC:
                self._kept.audit.record("refus", person, page=rule)
            return refusal("Cette page est réservée aux analystes.", HTTPStatus.FORBIDDEN)
        return None


def _names_of_regions(current: Current) -> dict[str, str]:
    """The names of regions by code; none of a study without any."""
    vocabulary = current.get().vocabulary
    regions = vocabulary.regions
    return {each.code: each.label for each in vocabulary.categories(regions)} if regions else {}
