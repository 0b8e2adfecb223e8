"""What is one key figure: its tile, and its numbers in the table?"""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.content.charts.tiles import Tile
from dashboard.content.data_table import Key, Row
from dashboard.domain.counts import is_nobody, is_told
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import ABSENT, count
from dashboard.text.words import UNTOLD_NUMBER, counted
from dashboard.views.kit.settled import BY_A_FILTER

NO_PERCENTAGES: tuple[None, ...] = (None,) * 5
"""The cells under `AT_WORK_COLUMNS` of a figure that is no share employed."""

AT_WORK_COLUMNS = (
    "répondants",
    "sans information",
    "part des répondants (%)",
    "part si tous les sans information étaient en emploi (%)",
    "promotions interrogées",
)
"""What the table tells of a share employed, beside that of those who told."""

COLUMNS = ("moyenne", *AT_WORK_COLUMNS)


@dataclass(frozen=True)
class Figure:
    """One key figure, by its code; a number that there is not is None, and `absence` says why there is none.

    `silent_outside` were asked and did not tell, so that they are not in the base.
    """

    code: str
    tile: Tile
    count: int | None
    base: int | None = None
    mean: float | None = None
    at_work: tuple[float | int | None, ...] = field(default=NO_PERCENTAGES)
    absence: str = ""
    distribution: tuple[tuple[int, int], ...] = ()
    silent_outside: int = 0

    @property
    def row(self) -> Row:
        """Its row in the table."""
        return Row(
            (Key("indicator", self.code, self.tile.label),),
            self.count,
            self.base,
            (self.mean, *self.at_work),
            remarks=(self.absence,),
            distribution=self.distribution,
            silent_outside=self.silent_outside,
        )


def share_figure(code: str, tile: Tile, part: Share, absence: str = "") -> Figure:
    """A key figure that is a share; a share of nobody has no numbers: it is absent, not zero."""
    if not part.base:
        return Figure(code, tile, None, absence=absence or tile.base)
    return Figure(code, tile, part.count, part.base)


def settled_figure(code: str, label: str) -> Figure:
    """A key figure that a filter has settled: it has no number, which would be no finding."""
    return Figure(code, Tile(label, ABSENT, BY_A_FILTER), None, absence=BY_A_FILTER)


def nobody(noun: str, people: int) -> str:
    """`aucun répondant`; of a number that is rounded to 0, `aucun répondant, ou trop peu`."""
    return f"aucun {noun}" if is_nobody(people) else f"aucun {noun}, ou trop peu"


def of_base(part: Share, noun: str, plural: str = "") -> str:
    """`247 sur 732 répondants`; `aucun répondant` where there is nobody."""
    if not part.base:
        return nobody(noun, part.base)
    if not is_told(part.count):
        return (
            f"{UNTOLD_NUMBER}, sur {counted(part.base, noun, plural)}"
            if is_told(part.base)
            else UNTOLD_NUMBER
        )
    return f"{count(part.count)} sur {counted(part.base, noun, plural)}"
