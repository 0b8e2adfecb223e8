"""How does somebody log in by an account of this server?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from http import HTTPStatus
from typing import Any, cast

from flask import Flask, redirect, request, session
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from dashboard.access.authors import Unproven
from dashboard.access.kept import Kept
from dashboard.access.person import Person
from dashboard.web.forms import form, hidden, submit
from dashboard.web.login.addresses import LOGIN, LOGOUT, RETURN, come_back
from dashboard.web.login.cookie import ServerSession, device_of, remember_device
from dashboard.web.login.limited import (
    BY_ADDRESS,
    Attempts,
    address_of,
    limiter,
    tell_limits,
    typed_name,
)
from dashboard.web.markup import Content, tag
from dashboard.web.outside import Pages

TITLE = "S'identifier"
WRONG = "Ce nom et ce mot de passe ne correspondent à aucun compte ouvert."
FORGOTTEN = "Mot de passe oublié : demandez-en un autre à l'administrateur de ce tableau de bord."


class ByAccount:
    """The accounts that an administrator has made on the command line."""

    rules = frozenset({LOGIN, LOGOUT})

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def person(self, account: str, _held: Mapping[str, Any]) -> Person | None:
        """As the account says now: a role that is changed holds from the next request on."""
        return self._kept.accounts.person(account)

    def leaves_by(self, _held: Mapping[str, Any]) -> str:
        """Nowhere else."""
        return ""

    def attach(self, server: Flask, pages: Pages, _regions: Collection[str]) -> None:
        """Adds the page of the login."""
        counting = limiter(server, self._kept)
        attempts = Attempts(counting, self._kept)
        tell_limits(server, pages)

        @server.get(LOGIN)
        @counting.limit("60 per minute")
        def ask_login() -> Answer:
            return pages.page(TITLE, _form(request.args.get(RETURN, "")))

        @server.post(LOGIN)
        @counting.limit(BY_ADDRESS)
        def log_in() -> Answer:
            name, device = typed_name(), self._known_device()
            with attempts.one(name, device):
                person = self._kept.accounts.identified(name, request.form.get("mot", ""))
                if person is None:
                    self._failed()
            if person is None:
                again = [tag("p", WRONG, role="alert", class_="alert alert-danger"), _asked_again()]
                return pages.page(TITLE, again, HTTPStatus.UNAUTHORIZED)
            attempts.forget(name, device)
            self._kept.audit.record("connexion", person, par="compte")
            cast("ServerSession", session).log_in(person.name, {})
            answer = redirect(come_back(request.form.get(RETURN, "")), HTTPStatus.SEE_OTHER)
            remember_device(answer, self._kept.devices.note(device_of(request), person.name))
            return answer

    def _known_device(self) -> str:
        """The browser that asks, where it has logged in to the account that is typed before; else empty."""
        device = device_of(request)
        return device if device and self._kept.devices.knows(device, typed_name()) else ""

    def _failed(self) -> None:
        """Of names that are no account nothing is kept: somebody may have typed a password there."""
        known = self._kept.accounts.person(typed_name())
        somebody = Unproven(known.name if known else "")
        self._kept.audit.record("échec", somebody, par="compte", adresse=address_of(self._kept))


def _asked_again() -> Markup:
    return _form(request.form.get(RETURN, ""), typed_name())


def _form(back: str, name: str = "") -> Markup:
    fields: Content = [
        hidden(RETURN, back),
        tag("label", "Nom du compte", for_="nom"),
        _field("nom", "text", "username", value=name, autofocus=not name),
        tag("label", "Mot de passe", for_="mot"),
        _field("mot", "password", "current-password", autofocus=bool(name)),
        submit(TITLE),
        tag("p", FORGOTTEN, class_="aside"),
    ]
    return form(LOGIN, fields, class_="login")


def _field(name: str, kind: str, fills: str, **more: str | bool) -> Markup:
    return tag(
        "input",
        id=name,
        name=name,
        type=kind,
        autocomplete=fills,
        class_="form-control",
        required=True,
        autocapitalize="none",
        spellcheck="false",
        **more,
    )
