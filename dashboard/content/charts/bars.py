"""How many, or which share, in each category: segments of one bar, or bars side by side?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Series, Unit
from dashboard.content.charts.rich_text import RichText

WHOLE = 100
"""What the parts of a bar of shares add up to, unless each of them has been rounded."""

USUAL_EXTENT = 380
"""Pixels between the first bar and the last in an ordinary chart."""


@dataclass(frozen=True, slots=True)
class StackedBars:
    """One level bar a category, filled by the series from the first on, and upright `benchmarks` through all of them.

    `top` is where the axis ends, if it has to be that of another chart. `extent`: pixels that there are for all bars.
    """

    categories: tuple[RichText, ...]
    series: tuple[Series, ...]
    unit: Unit
    axis_title: str = ""
    extent: int = USUAL_EXTENT
    top: float | None = None
    benchmarks: tuple[BenchmarkLine, ...] = ()

    @property
    def totals(self) -> tuple[float, ...]:
        """How long each bar is."""
        return tuple(
            sum(series.data[i].value or 0 for series in self.series)
            for i in range(len(self.categories))
        )

    @property
    def highest(self) -> float:
        """Where the axis has to end: the longest bar, and of shares at least their whole.

        Parts that were rounded, each by itself, may add up to more; exact ones do so by what computers lose.
        """
        longest = max(self.totals, default=0)
        return max(WHOLE, round(longest, 6)) if self.unit == "percent" else longest


@dataclass(frozen=True, slots=True)
class GroupedBars:
    """A bar for each series beside each other in each category; intervals are drawn as whiskers.

    `horizontal` bars lie, the first category at the top. `top` and `extent` are those of `StackedBars`.
    """

    categories: tuple[RichText, ...]
    series: tuple[Series, ...]
    unit: Unit
    axis_title: str = ""
    horizontal: bool = False
    extent: int = USUAL_EXTENT
    top: float | None = None

    @property
    def highest(self) -> float:
        """The end of the longest bar or whisker."""
        return max(
            (
                end
                for series in self.series
                for datum in series.data
                if (end := whisker_end(datum.value, datum.interval)) is not None
            ),
            default=0,
        )


def whisker_end(value: float | None, interval: tuple[float, float] | None) -> float | None:
    """Where the whisker of a value ends; the value itself where it has none."""
    return value if value is None or interval is None else max(value, interval[1])
