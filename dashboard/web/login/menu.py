"""What does the head of a page offer whoever looks at it: who they are and the way out, or the way in?"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.access.person import Person, Role
from dashboard.text.words import listed
from dashboard.web.forms import form
from dashboard.web.login.addresses import AUDIT, LOGOUT, here, login_for
from dashboard.web.markup import Content, tag
from dashboard.web.mount import below

ROLES: dict[Role, str] = {
    "public": "Public : effectifs arrondis",
    "lecteur": "Lecteur : effectifs arrondis",
    "gestionnaire": "Gestionnaire : effectifs exacts",
    "analyste": "Analyste : effectifs exacts, journal d'audit",
}


def account_menu(person: Person | None, regions: Mapping[str, str]) -> Markup:
    """The menu of `person`; a link to the login for nobody. `regions`: their names, by code."""
    if person is None:
        return tag("a", "S'identifier", href=login_for(here()), class_="sign-in")
    panel: Content = [
        tag("p", person.name, class_="account-name"),
        tag("p", role_of(person, regions)),
        tag("a", "Journal d'audit", href=below(AUDIT)) if person.role == "analyste" else None,
        form(LOGOUT, tag("button", "Se déconnecter", type="submit", class_="action")),
    ]
    return tag(
        "details",
        [
            tag("summary", "Compte", class_="action", title=person.name),
            tag("div", panel, class_="account-panel"),
        ],
        class_="account",
    )


def role_of(person: Person, regions: Mapping[str, str]) -> str:
    """The role in words, with the regions of who has some only."""
    if person.regions:
        names = listed([regions.get(code, code) for code in person.regions])
        return f"{ROLES[person.role]} ({names}), arrondis ailleurs"
    return ROLES[person.role]
