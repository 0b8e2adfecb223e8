"""How is any chart drawn in a browser?"""

from __future__ import annotations

from typing import assert_never

from dashboard.content.charts import (
    Chart,
    Distributions,
    Dots,
    FlowDiagram,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    RegionMap,
    SmallMaps,
    StackedBars,
    Tiles,
)
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.clicks import ClickWriter
from dashboard.outputs.plotly.distributions import distributions
from dashboard.outputs.plotly.dots import dots
from dashboard.outputs.plotly.grouped_bars import grouped_bars
from dashboard.outputs.plotly.lines import lines
from dashboard.outputs.plotly.pyramid import pyramid
from dashboard.outputs.plotly.stacked_bars import stacked_bars

__all__ = ["ClickWriter", "Figure", "draw"]

DRAWN_BY_US = "plotly does not draw what is SVG of our own (`dashboard/outputs/svg/chart.py`)"


def draw(chart: Chart, medium: Medium, clicks: ClickWriter) -> Figure:
    """`chart` as plotly draws it where it is shown; `clicks` writes what a click keeps into an address.

    Raises:
        TypeError: `dashboard.outputs.svg.chart.drawing` draws it.
    """
    match chart:
        case StackedBars():
            return stacked_bars(chart, medium, clicks)
        case GroupedBars():
            return grouped_bars(chart, medium, clicks)
        case Lines():
            return lines(chart, medium, clicks)
        case Dots():
            return dots(chart, medium, clicks)
        case FlowDiagram() | Matrix() | RegionMap() | SmallMaps() | Tiles():
            raise TypeError(DRAWN_BY_US)
        case Pyramid():
            return pyramid(chart, clicks)
        case Distributions():
            return distributions(chart, medium, clicks)
    assert_never(chart)
