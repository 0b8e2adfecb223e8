"""How does a share move from one time to the next?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.bars import whisker_end
from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Datum, Unit
from dashboard.content.charts.rich_text import RichText
from dashboard.text.numbers import SILENT


@dataclass(frozen=True, slots=True)
class LineSeries:
    """One line: a datum for each category; one without a value leaves a gap.

    `last_label` is its last value as it stands beside its name, where the datum's own label would not tell of which
    category it is; `to_come`: what stands below, of the categories that it has not reached.
    """

    name: str
    colour: str
    data: tuple[Datum, ...]
    last_label: str = ""
    to_come: tuple[str, ...] = ()

    @property
    def dotted(self) -> tuple[int, ...]:
        """The places of the points to which the line comes dotted: silence may make up its fall or its rise."""
        return tuple(
            i
            for i in range(1, len(self.data))
            if all(datum.value is not None for datum in self.data[i - 1 : i + 1])
            and any("item_nonresponse" in datum.marks for datum in self.data[i - 1 : i + 1])
        )


DOTTED_IN_WORDS = f"· · · {SILENT} plus d'un tiers sans information : n'y lire ni hausse ni baisse"
"""What a dotted line says, behind a piece of it."""

MOST_NAMED = 6
"""How many lines are told apart by colours and names."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A line for each series over the same categories. `top` is where the axis ends, if another chart asks for it.

    Each of the `benchmarks` is of one category, over which alone it is drawn.
    """

    categories: tuple[RichText, ...]
    series: tuple[LineSeries, ...]
    unit: Unit = "percent"
    axis_title: str = ""
    top: float | None = None
    benchmarks: tuple[BenchmarkLine, ...] = ()

    @property
    def told_below(self) -> tuple[str, ...]:
        """What explains dotted lines, then names the benchmarks: under the axis, where no point is in the way."""
        dotted = any(series.dotted for series in self.series)
        lines = (f"- - {line.name}" for line in self.benchmarks)
        return (*([DOTTED_IN_WORDS] if dotted else []), *lines)

    @property
    def named(self) -> tuple[LineSeries, ...]:
        """The lines that have a colour and a name: where there are many, the last ones, which are the latest."""
        return self.series[-MOST_NAMED:]

    @property
    def behind(self) -> tuple[LineSeries, ...]:
        """The others, which are drawn in grey behind them."""
        return self.series[:-MOST_NAMED]

    @property
    def highest(self) -> float:
        """The highest point, whisker or benchmark."""
        ends = (
            whisker_end(datum.value, datum.interval)
            for series in self.series
            for datum in series.data
        )
        lines = (line.value for line in self.benchmarks)
        return max((*(end for end in ends if end is not None), *lines), default=0)
