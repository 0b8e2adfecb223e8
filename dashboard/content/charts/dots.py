"""Which shares, or which gaps, differ from the whole?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Datum, Interval, Unit


@dataclass(frozen=True, slots=True)
class Reference:
    """A dashed line that the rows are read against: its value, and its name above the first row.

    Where both sides of it have a name, `left` and `right`, these stand there instead, at either side of the line.
    """

    value: float
    name: str = ""
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a full dot, a hollow one and a cross mean, in the legend."""

    full: str = "écart établi"
    hollow: str = "écart non concluant"
    cross: str = "écart non testé"


Look = Literal["full", "hollow", "cross"]
"""How the mark of a row is drawn; `Verdicts` has what each means."""

LOOKS: tuple[Look, ...] = ("full", "hollow", "cross")


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row: its name, its dot with what stands in the right margin (the datum's text).

    The dot is hollow where the difference from the reference is not conclusive; a cross stands where it is not
    `tested`. `band`: between which values it lies whatever those who did not answer would have said, a light bar behind
    the dot.
    """

    label: str
    datum: Datum
    conclusive: bool = True
    band: Interval | None = None
    tested: bool = True

    @property
    def look(self) -> Look:
        """How its mark is drawn."""
        if not self.tested:
            return "cross"
        return "full" if self.conclusive else "hollow"


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot and its interval for each row, from the top down.

    `verdicts`: the legend of full dots, hollow ones and crosses; None where they mean nothing. `name_letters` and
    `steps` say how many letters a line of a row's name has, and into how many steps the axis is parted, `span` the
    least and the greatest that the axis has to hold, if another chart goes further. `band_name` says what the bands
    are, `confidence` is the level of the intervals, in percent: a gap's decides its verdict. `benchmarks` are lines
    through all rows.
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
    band_name: str = ""
    confidence: int = 95
    benchmarks: tuple[BenchmarkLine, ...] = ()

    @property
    def extent(self) -> tuple[float, float]:
        """The least and the greatest of all dots, intervals, bands and lines; 0 and 1 where there is none."""
        ends = [line.value for line in self.benchmarks]
        ends += [self.reference.value] if self.reference else []
        for row in self.rows:
            if row.datum.value is not None:
                ends += [row.datum.value, *(row.datum.interval or ()), *(row.band or ())]
        return min(ends, default=0), max(ends, default=1)
