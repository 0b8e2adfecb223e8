"""How does a chart stand in a page: drawn here, or as a figure that plotly draws in the browser?"""

from __future__ import annotations

import orjson
from markupsafe import Markup

from dashboard.content.charts import Chart
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.svg.chart import drawing
from dashboard.outputs.svg.drawing import on_page
from dashboard.outputs.svg.mark import ClickWriter
from dashboard.web.markup import joined, tag

Layers = tuple[str, ...]
"""The outlines that a chart refers to (`dashboard/outputs/svg/outlines.py`)."""


def drawn(chart: Chart, name: str, medium: Medium, clicks: ClickWriter) -> tuple[Markup, Layers]:
    """What stands in the canvas of `chart`, which is called `name`, and the outlines that it refers to."""
    ours = drawing(chart, medium, clicks)
    if ours is not None:
        graph = Markup(on_page(ours, name))  # noqa: S704 (escaped where it is drawn)
        return tag("div", graph, class_="graph"), ours.layers
    # Nothing in a script is markup but its own end.
    data = Markup(figure_of(chart, medium, clicks).replace("<", "\\u003c"))  # noqa: S704
    kept = tag("script", data, type="application/json", class_="plotly-figure")
    return joined([kept, tag("div", class_="graph")]), ()


def figure_of(chart: Chart, medium: Medium, clicks: ClickWriter) -> str:
    """The figure of `chart` as plotly reads it, in JSON."""
    return orjson.dumps(draw(chart, medium, clicks), option=orjson.OPT_SERIALIZE_NUMPY).decode()
