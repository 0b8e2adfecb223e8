"""Which charts are drawn as SVG of our own, and how?"""

from __future__ import annotations

from dashboard.content.charts import Chart, FlowDiagram, Matrix, RegionMap, SmallMaps, Tiles
from dashboard.content.medium import Medium
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.flows import flows
from dashboard.outputs.svg.mark import ClickWriter
from dashboard.outputs.svg.matrix import matrix
from dashboard.outputs.svg.region_map import region_map
from dashboard.outputs.svg.small_maps import small_maps
from dashboard.outputs.svg.tiles import tiles


def drawing(chart: Chart, medium: Medium, clicks: ClickWriter) -> Drawing | None:
    """`chart` as a drawing of ours; None where plotly draws it."""
    match chart:
        case RegionMap():
            return region_map(chart, medium, clicks)
        case SmallMaps():
            return small_maps(chart, medium, clicks)
        case FlowDiagram():
            return flows(chart, medium, clicks)
        case Matrix():
            return matrix(chart, medium, clicks)
        case Tiles():
            return tiles(chart)
        case _:
            return None
