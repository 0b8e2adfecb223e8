"""Which shares, or which gaps, differ from the whole?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.datum import Datum, Unit


@dataclass(frozen=True, slots=True)
class Reference:
    """A dashed line that the rows are read against: its value, and its name above the first row."""

    value: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a full dot and a hollow one mean, in the legend."""

    full: str = "écart établi"
    hollow: str = "écart non concluant"


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row: its name, its dot with what stands in the right margin (the datum's text).

    The dot is hollow where the difference from the reference is not conclusive.
    """

    label: str
    datum: Datum
    conclusive: bool = True


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot and its interval for each row, from the top down.

    `verdicts`: the legend of full and hollow dots; None where hollow dots mean nothing. `name_letters` and `steps` say
    how many letters a line of a row's name has, and into how many steps the axis is parted, `span` where the axis
    begins and ends, if it has to be that of another chart.
    """

    rows: tuple[DotRow, ...]
    colour: str
    reference: Reference | None = None
    verdicts: Verdicts | None = Verdicts()
    unit: Unit = "percent"
    axis_title: str = ""
    name_letters: int = 22
    steps: int = 5
    span: tuple[float, float] | None = None
