"""In which parts of the study do its figures come out of the tables, and how is each status said and coloured?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.content.charts.bars import Series, stacked_bars
from dashboard.content.theme import SEQUENTIAL, SYMBOL
from dashboard.domain.reconciliation import Reconciled, Status
from dashboard.text.numbers import count
from dashboard.text.words import capital, counted


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How an address writes a status, how it is said of one figure and of several, and its colour."""

    value: str
    one: str
    several: str
    colour: str


STATUSES: Mapping[Status, StatusLook] = {
    "identical": StatusLook("identique", "identique", "identiques", SEQUENTIAL[4]),
    "rounded": StatusLook(
        "arrondi", "concordant à l'arrondi", "concordants à l'arrondi", SEQUENTIAL[2]
    ),
    "inconclusive": StatusLook(
        "non-concluant",
        "de même sens, non concluant",
        "de même sens, non concluants",
        SEQUENTIAL[0],
    ),
    "explained": StatusLook("ecart-explique", "écart expliqué", "écarts expliqués", "#e58a2b"),
    "unexplained": StatusLook("ecart", "écart", "écarts", SYMBOL),
    "outside": StatusLook("hors-tables", "hors des tables", "hors des tables", "#b4bbc4"),
}
"""From what agrees to what does not, in the order of the bars' segments."""

NUMBERED: Mapping[str, str] = {"Figure": "Figures", "Tableau": "Tableaux", "Annexe": "Annexes"}
"""What the study numbers, one and several: all of a kind are one part of it."""


def parts_figure(listed: Sequence[Reconciled], switch: str, *, narrow: bool = False) -> Figure:
    """One bar a part of the study, a segment a status; a click asks by `option` for the figures of that status."""
    found = Counter((part_of(one), one.status) for one in listed)
    # The chapters of the text, as they are listed, then what is numbered.
    parts = sorted(
        dict.fromkeys(part for part, _ in found), key=lambda part: part in NUMBERED.values()
    )
    series = [
        Series(
            name=capital(look.several),
            colour=look.colour,
            values=tuple(found[part, status] or None for part in parts),
            labels=tuple(
                count(found[part, status]) if found[part, status] else "" for part in parts
            ),
            hovers=tuple(_tell(part, look, found[part, status]) for part in parts),
            absent=status == "outside",
            clicks=({switch: look.value},) * len(parts),
        )
        for status, look in STATUSES.items()
        if any(found[part, status] for part in parts)
    ]
    return stacked_bars(
        parts, series, percent=False, axis_title="Nombre de chiffres du bilan", narrow=narrow
    )


def part_of(one: Reconciled) -> str:
    """A chapter of the text, or all figures, tables or annexes: `Texte, apports (figure 9)` is `Apports`."""
    kind, _, rest = one.figure.place.partition(" ")
    return NUMBERED.get(kind) or capital(rest.partition(" (")[0] or kind)


def _tell(part: str, look: StatusLook, number: int) -> str:
    said = look.one if number == 1 else look.several
    return f"<b>{part}</b><br>{counted(number, 'chiffre')} : {said}"
