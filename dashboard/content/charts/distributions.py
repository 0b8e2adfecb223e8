"""How many have how much: where are the extremes, the middle and the mass of several distributions?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.rich_text import NO_TEXT, RichText
from dashboard.content.click_filter import NO_CLICK, ClickFilter


@dataclass(frozen=True, slots=True)
class DistributionPoint:
    """One value of a distribution: the percentage of people who have it, in words, and what stands under the mouse."""

    value: int
    percent: float
    label: str
    hover: RichText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Distribution:
    """One row: the people at each value, their mean and median, and what stands at its right."""

    label: RichText
    points: tuple[DistributionPoint, ...]
    mean: float
    median: float
    mean_label: str
    text: RichText
    click: ClickFilter = NO_CLICK


@dataclass(frozen=True, slots=True)
class Distributions:
    """A line from least to most with circles as large as their share, a bar at the median, a diamond at the mean.

    `top` is the value where the axis ends, if it has to be that of another chart.
    """

    rows: tuple[Distribution, ...]
    colour: str
    axis_title: str = ""
    top: int | None = None

    @property
    def highest(self) -> int:
        """The highest value that anybody has; 1 where there is nobody."""
        return max((point.value for row in self.rows for point in row.points), default=1)
