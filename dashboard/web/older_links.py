"""What is a reader told whose link was copied from another version of the tables than the one that is shown?"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.domain.address import Address
from dashboard.publication import Publication
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.web.messages import message


def copied_from(address: Address, publication: Publication) -> Markup | None:
    """One line: from which version, of which day if that is known, and that figures are those of the current one."""
    if address.version in ("", publication.version):
        return None
    edition = publication.editions.get(address.version)
    whose = (
        f"du {day(edition.dated)}"
        if edition is not None
        else "que ce tableau de bord ne connaît pas"
    )
    told = (
        f"Ce lien vient de la version {address.version} des données, {whose}. Les chiffres affichés sont ceux de la "
        f"version actuelle, {publication.version}, du {day(publication.dated)}."
    )
    return message(unbroken(told))
