"""What does a chart show? Frozen, typed descriptions, which renderers turn into plotly, PowerPoint and Excel.

`Chart` names every kind: a renderer that forgets one does not pass the type checker (`assert_never`).
"""

from __future__ import annotations

from dashboard.content.charts.bars import GroupedBars, StackedBars
from dashboard.content.charts.distributions import Distributions
from dashboard.content.charts.dots import Dots
from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.charts.lines import Lines
from dashboard.content.charts.matrix import Matrix
from dashboard.content.charts.pyramid import Pyramid
from dashboard.content.charts.region_map import RegionMap
from dashboard.content.charts.small_maps import SmallMaps
from dashboard.content.charts.tiles import Tiles

Chart = (
    StackedBars
    | GroupedBars
    | Lines
    | Dots
    | Matrix
    | FlowDiagram
    | RegionMap
    | SmallMaps
    | Pyramid
    | Distributions
    | Tiles
)
"""Every kind of chart."""

__all__ = [
    "Chart",
    "Distributions",
    "Dots",
    "FlowDiagram",
    "GroupedBars",
    "Lines",
    "Matrix",
    "Pyramid",
    "RegionMap",
    "SmallMaps",
    "StackedBars",
    "Tiles",
]
