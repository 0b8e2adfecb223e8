"""Which charts are drawn as SVG of our own, and how?"""

from __future__ import annotations

from dashboard.content.charts import Chart, RegionMap, SmallMaps
from dashboard.content.medium import Medium
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.mark import ClickWriter
from dashboard.outputs.svg.region_map import region_map
from dashboard.outputs.svg.small_maps import small_maps


def drawing(chart: Chart, medium: Medium, clicks: ClickWriter) -> Drawing | None:
    """`chart` as a drawing of ours; None where plotly draws it."""
    match chart:
        case RegionMap():
            return region_map(chart, medium, clicks)
        case SmallMaps():
            return small_maps(chart, medium, clicks)
        case _:
            return None
