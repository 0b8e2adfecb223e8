"""What is said of a link that was copied from another version of the tables than the one that is shown?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dashboard.domain.edition import Edition
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken


def other_version(asked: str, shown: str, dated: date, known: Mapping[str, Edition]) -> str:
    """From which version the link comes, of which day if `known` tells, and that figures are those that are `shown`.

    Empty where the link is of that version, or of none.
    """
    if asked in ("", shown):
        return ""
    edition = known.get(asked)
    whose = (
        f"du {day(edition.dated)}"
        if edition is not None
        else "que ce tableau de bord ne connaît pas"
    )
    return unbroken(
        f"Ce lien vient de la version {asked} des données, {whose}. Les chiffres affichés sont ceux de la "
        f"version actuelle, {shown}, du {day(dated)}."
    )
