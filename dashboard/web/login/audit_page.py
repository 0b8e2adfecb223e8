"""Which events of the audit log does an analyst see, and is the log whole?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Flask, Response, request
from markupsafe import Markup

from dashboard.access.audit import Audit
from dashboard.text.words import counted
from dashboard.web.login.addresses import AUDIT
from dashboard.web.markup import Content, tag
from dashboard.web.mount import below
from dashboard.web.outside import Pages

SHOWN = 200
"""Lines on the page; the command line shows all of them."""

COLUMNS = ("Quand", "Qui", "Rôle", "Événement", "Détail")

OWN = ("quand", "événement", "personne", "rôle", "précédent", "sceau")
"""What stands in a column of its own, and what seals the line."""

CHECK = "verification"
"""The parameter by which an analyst asks whether the log is whole: all of it is read then."""

ASKED = "oui"

BROKEN = "Le journal n'est pas entier : {}. python -m dashboard audit verify les dit."

EVERYBODY = "ensemble"
"""How the selection is told that an address writes without a parameter."""

VERIFY = "Vérifier qu'aucune ligne n'a été modifiée ni retirée"

WHOLE = "Le journal est entier : aucune ligne n'a été modifiée ni retirée."

PARIS = ZoneInfo("Europe/Paris")


def register_audit(server: Flask, audit: Audit, pages: Pages) -> None:
    """Adds the page, which the door opens to analysts alone."""

    @server.get(AUDIT)
    def audit_log() -> Response:
        content: Content = [
            tag("p", tag("a", "Retour au tableau de bord", href=below("/"))),
            _verified(audit) if request.args.get(CHECK) == ASKED else _offer(),
            tag("p", f"Les {SHOWN} derniers événements, à l'heure de Paris.", class_="aside"),
            _table(audit.latest(SHOWN)),
        ]
        return pages.page("Journal d'audit", content, look="wide")


def _offer() -> Markup:
    return tag("p", tag("a", VERIFY, href=f"{below(AUDIT)}?{CHECK}={ASKED}"))


def _verified(audit: Audit) -> Markup:
    faults = audit.verify()
    told = BROKEN.format(counted(len(faults), "défaut"))
    return tag("p", told if faults else WHOLE, class_="alert alert-danger" if faults else "aside")


def _table(lines: list[Mapping[str, object]]) -> Markup:
    head = tag("tr", [tag("th", name, scope="col") for name in COLUMNS])
    rows = [tag("tr", [tag("td", cell) for cell in _cells(line)]) for line in lines]
    table = tag("table", [tag("thead", head), tag("tbody", rows)], class_="audit")
    return tag(
        "div", table, class_="audit-scroll", tabindex="0", role="region", aria_label="Événements"
    )


def _cells(line: Mapping[str, object]) -> tuple[str, ...]:
    detail = " ; ".join(f"{name} : {_said(v)}" for name, v in line.items() if name not in OWN and v)
    when, who = str(line.get("quand", "")), str(line.get("personne", ""))
    return _moment(when), who, str(line.get("rôle", "")), str(line.get("événement", "")), detail


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}={_said(one)}" for name, one in value.items())
    return " ".join(map(_said, value)) if isinstance(value, list) else str(value) or EVERYBODY


def _moment(written: str) -> str:
    try:
        return datetime.fromisoformat(written).astimezone(PARIS).strftime("%d/%m/%Y %H:%M:%S")
    except ValueError:
        return written
