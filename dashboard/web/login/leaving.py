"""How does somebody log out, and say which files they want?"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from flask import Flask, redirect, request, session
from werkzeug.wrappers import Response as Answer

from dashboard.access.audit import Audit
from dashboard.disclosure.policy import DIFFUSION
from dashboard.web.forms import link
from dashboard.web.holding.refusals import refusal
from dashboard.web.login.addresses import LOGIN, LOGOUT, RETURN, come_back
from dashboard.web.login.cookie import ServerSession
from dashboard.web.markup import tag
from dashboard.web.mount import below
from dashboard.web.outside import Pages
from dashboard.web.taking_away.exact_exports import CHOICE, WANTED

if TYPE_CHECKING:
    from dashboard.web.login.method import Method
    from dashboard.web.seen import Access

LEFT = "Vous n'êtes plus identifié : ce qui était ouvert dans d'autres onglets ne répond plus."
ELSEWHERE = "Votre fournisseur d'identité vous garde peut-être encore identifié."
NOT_FOR_YOU = "Votre rôle ne donne pas accès aux effectifs exacts : vos fichiers restent arrondis."


def register_leaving(
    server: Flask, access: Access, method: Method, audit: Audit, pages: Pages
) -> None:
    """Adds both to `server`."""

    @server.post(LOGOUT)
    def log_out() -> Answer:
        person, known = access.person(), cast("ServerSession", session)
        elsewhere = method.leaves_by(known)
        known.log_out()
        if person is not None:
            audit.record("déconnexion", person)
        if elsewhere:
            known["ailleurs"] = elsewhere
        return redirect(below(LOGOUT), HTTPStatus.SEE_OTHER)

    @server.get(LOGOUT)
    def logged_out() -> Answer:
        # A provider sends the browser back with the state that it was given.
        elsewhere = session.get("ailleurs", "") if "state" not in request.args else ""
        there = [
            tag("p", ELSEWHERE),
            tag("p", link("Se déconnecter aussi de ce fournisseur", elsewhere)),
        ]
        again = tag("p", tag("a", "S'identifier de nouveau", href=below(LOGIN)))
        return pages.page(
            "Déconnexion", [tag("p", LEFT, role="status"), there if elsewhere else None, again]
        )

    @server.post(CHOICE)
    def choose_exports() -> Answer:
        person = access.person()
        wanted = request.form.get(WANTED) == "oui"
        if person is None or (wanted and access.policy().name == DIFFUSION.name):
            return refusal(NOT_FOR_YOU, HTTPStatus.FORBIDDEN)
        # First: what cannot be recorded is not granted.
        audit.record("demande interne", person, interne="oui" if wanted else "non")
        session[WANTED] = wanted
        return redirect(come_back(request.form.get(RETURN, "")), HTTPStatus.SEE_OTHER)
