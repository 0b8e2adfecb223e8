"""Which charts are drawn as SVG of our own, and how?"""

from __future__ import annotations

from dashboard.content.charts import Chart
from dashboard.content.medium import Medium
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.mark import ClickWriter


def drawing(chart: Chart, medium: Medium, clicks: ClickWriter) -> Drawing | None:
    """`chart` as a drawing of ours; None where plotly draws it."""
    match chart:
        case _:
            return None
