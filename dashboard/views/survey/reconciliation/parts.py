"""In which parts of the report do its figures come out of the tables, and how is each status said and coloured?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.theme import SEQUENTIAL, SYMBOL
from dashboard.domain.published.reconciliation import Reconciled, Status
from dashboard.domain.switches import Switch
from dashboard.text.numbers import count
from dashboard.text.words import capital, counted


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How an address writes a status, how it is said of one figure and of several, and its colour."""

    value: str
    singular: str
    plural: str
    colour: str

    def of(self, number: int) -> str:
        """The status of so many figures, in words."""
        return self.singular if number == 1 else self.plural


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
"""What a report numbers, singular and plural: all of a kind are one part of it."""


def parts_chart(listed: Sequence[Reconciled], switch: Switch, of_report: str) -> StackedBars | None:
    """One bar a part of the report, a segment a status; a click sets `switch` to that status.

    `of_report` names it after a noun: `du rapport`.

    None where no figure is listed.
    """
    if not listed:
        return None
    numbers = Counter((part_of(figure), figure.status) for figure in listed)
    # The chapters of the text, as they are listed, then what is numbered.
    parts = sorted(
        dict.fromkeys(part for part, _ in numbers), key=lambda part: part in NUMBERED.values()
    )
    series = tuple(
        Series(
            capital(look.plural),
            look.colour,
            tuple(_datum(part, look, numbers[part, status], switch) for part in parts),
            absent=status == "outside",
        )
        for status, look in STATUSES.items()
        if any(numbers[part, status] for part in parts)
    )
    return StackedBars(
        tuple(rich(part) for part in parts),
        series,
        "number",
        axis_title=f"Nombre de chiffres {of_report}",
    )


def part_of(reconciled: Reconciled) -> str:
    """A chapter of the text, or all figures, tables or annexes: `Texte, apports (figure 9)` is `Apports`."""
    kind, _, rest = reconciled.figure.place.partition(" ")
    return NUMBERED.get(kind) or capital(rest.partition(" (")[0] or kind)


def _datum(part: str, look: StatusLook, number: int, switch: Switch) -> Datum:
    return Datum(
        number or None,
        count(number) if number else "",
        rich(bold(part), f"{counted(number, 'chiffre')} : {look.of(number)}"),
        ClickFilter(switches=((switch.parameter, look.value),)),
    )
