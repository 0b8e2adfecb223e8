"""How does somebody log in by the provider of identities of their institution?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from http import HTTPStatus
from typing import Any, cast

from flask import Flask, redirect, request, session
from werkzeug.wrappers import Response as Answer

from dashboard.access.authors import Unproven
from dashboard.access.claims import identity_of, person_of
from dashboard.access.kept import Kept
from dashboard.access.person import Person, Role
from dashboard.domain.errors import AccessError
from dashboard.web.forms import link
from dashboard.web.login.addresses import BACK, LOGIN, LOGOUT, PROVIDER, RETURN, come_back
from dashboard.web.login.cookie import ServerSession
from dashboard.web.login.limited import BY_ADDRESS, address_of, limiter, tell_limits
from dashboard.web.login.provider import Provider, ProviderError, Registration
from dashboard.web.markup import Content, tag
from dashboard.web.mount import below, site
from dashboard.web.outside import Pages

TITLE = "S'identifier"
NOT_DONE = "Identification impossible"
BY_INSTITUTION = "Vous vous identifiez auprès de votre institution, puis vous revenez ici."
NO_ROLE = (
    "Votre institution vous connaît, mais ne vous donne aucun rôle dans ce tableau de bord : demandez-le à son "
    "administrateur."
)


class ByProvider:
    """The people whom a provider knows, in the roles that it gives them when they log in."""

    rules = frozenset({LOGIN, LOGOUT, PROVIDER, BACK})

    def __init__(self, kept: Kept, registration: Registration) -> None:
        self._kept = kept
        self._registration = registration
        self._provider: Provider | None = None

    def person(self, _account: str, held: Mapping[str, Any]) -> Person | None:
        """As the provider said at the login: what it says later holds from the next one on."""
        known = held.get("personne")
        if not isinstance(known, Mapping) or not known.get("identity"):
            return None
        role, regions = cast("Role", known["role"]), tuple(known["regions"])
        return Person(str(known["name"]), role, regions, str(known["identity"]))

    def leaves_by(self, held: Mapping[str, Any]) -> str:
        """At the provider, where it offers that."""
        token = str(held.get("jeton", ""))
        if self._provider is None or not token:
            return ""
        return self._provider.leaves_by(token, f"{site()}{LOGOUT}")

    def attach(self, server: Flask, pages: Pages, regions: Collection[str]) -> None:
        """Adds the page that leads to the provider, and where it leads back to."""
        self._provider = provider = Provider(server, self._registration)
        counting = limiter(server, self._kept)
        tell_limits(server, pages)

        @server.get(LOGIN)
        def ask_login() -> Answer:
            there = f"{below(PROVIDER)}?{request.query_string.decode('latin-1')}"
            return pages.page(TITLE, [tag("p", BY_INSTITUTION), tag("p", link(TITLE, there))])

        @server.get(PROVIDER)
        @counting.limit(BY_ADDRESS)
        def ask_provider() -> Answer:
            try:
                answer = provider.ask(f"{site()}{BACK}")
            except AccessError as error:
                return _not_done(pages, error)
            session[RETURN] = come_back(request.args.get(RETURN, ""))
            return answer

        @server.get(BACK)
        @counting.limit(BY_ADDRESS)
        def log_in() -> Answer:
            back = come_back(str(session.get(RETURN, "")))
            try:
                claims, token = provider.answered()
            except AccessError as error:
                self._failed("")
                return _not_done(pages, error)
            person = person_of(claims, self._registration.claim, regions)
            if person is None:
                self._failed(identity_of(claims))
                cast("ServerSession", session).log_out()
                return pages.told(NOT_DONE, NO_ROLE, HTTPStatus.FORBIDDEN)
            self._kept.audit.record("connexion", person, par="oidc")
            # The token says more of somebody than is needed here: it is kept for the logout at the provider alone.
            held = {"jeton": token} if provider.has_logout else {}
            cast("ServerSession", session).log_in(person.key, {"personne": asdict(person), **held})
            return redirect(back, HTTPStatus.SEE_OTHER)

    def _failed(self, identity: str) -> None:
        somebody = Unproven(identity=identity)
        self._kept.audit.record("échec", somebody, par="oidc", adresse=address_of(self._kept))


def _not_done(pages: Pages, error: AccessError) -> Answer:
    """Why somebody is not let in, and how to begin again."""
    again: Content = tag("p", tag("a", "Recommencer", href=below(LOGIN)))
    down = isinstance(error, ProviderError)
    status = HTTPStatus.BAD_GATEWAY if down else HTTPStatus.BAD_REQUEST
    return pages.told(NOT_DONE, str(error), status, again)
