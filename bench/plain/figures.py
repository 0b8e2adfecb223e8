"""How does plotly draw each kind of chart?"""

from __future__ import annotations

import json
from typing import Any, assert_never

from bench.plain.maps import region_map, small_maps
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
from dashboard.content.click_filter import ClickFilter
from dashboard.content.theme import SEQUENTIAL
from dashboard.domain.vocabulary import Vocabulary
from dashboard.outputs.plotly.distributions import distributions
from dashboard.outputs.plotly.dots import dots
from dashboard.outputs.plotly.grouped_bars import grouped_bars
from dashboard.outputs.plotly.lines import lines
from dashboard.outputs.plotly.pyramid import pyramid
from dashboard.outputs.plotly.stacked_bars import stacked_bars

Figure = dict[str, Any]

RIBBON = 0.34


def draw(  # noqa: C901, PLR0911, PLR0912 (one case for each kind of chart)
    chart: Chart, vocabulary: Vocabulary
) -> Figure:
    """`chart` as plotly draws it: a map, a Sankey and a heatmap as its users write them, the others as we do."""

    def clicks(click: ClickFilter) -> dict[str, str]:
        return dict(click.parameters(vocabulary))

    match chart:
        case RegionMap():
            return region_map(chart)
        case SmallMaps():
            return small_maps(chart)
        case FlowDiagram():
            return sankey(chart, vocabulary)
        case Matrix():
            return heatmap(chart)
        case StackedBars():
            return stacked_bars(chart, "page", clicks)
        case GroupedBars():
            return grouped_bars(chart, "page", clicks)
        case Lines():
            return lines(chart, "page", clicks)
        case Dots():
            return dots(chart, "page", clicks)
        case Pyramid():
            return pyramid(chart, clicks)
        case Distributions():
            return distributions(chart, "page", clicks)
        case Tiles():
            return {"data": [], "layout": {}}
    assert_never(chart)


def sankey(chart: FlowDiagram, vocabulary: Vocabulary) -> Figure:
    """Plotly's own Sankey, in its own arrangement; a click on a node or a ribbon knows what it keeps."""

    def kept(click: ClickFilter) -> str:
        return json.dumps(dict(click.parameters(vocabulary)) if click else {})

    data = {
        "type": "sankey",
        "node": {
            "label": [node.label for node in chart.nodes],
            "color": [node.colour for node in chart.nodes],
            "customdata": [kept(node.click) for node in chart.nodes],
            "thickness": 14,
        },
        "link": {
            "source": [link.source for link in chart.links],
            "target": [link.target for link in chart.links],
            "value": [link.weight for link in chart.links],
            "color": [_faint(chart.nodes[link.target].colour) for link in chart.links],
            "customdata": [kept(link.click) for link in chart.links],
            "label": [link.hover.plain for link in chart.links],
        },
    }
    last = max(len(chart.steps) - 1, 1)
    titles = [
        {"text": step.plain, "x": i / last, "y": 1.1, "xref": "paper", "yref": "paper"}
        | {"showarrow": False}
        for i, step in enumerate(chart.steps)
    ]
    margin = {"l": 10, "r": 10, "t": 50, "b": 10}
    return {"data": [data], "layout": {"annotations": titles, "margin": margin}}


def heatmap(chart: Matrix) -> Figure:
    """Plotly's heatmap with a text in each cell."""
    data = {
        "type": "heatmap",
        "x": [column.plain for column in chart.columns],
        "y": [row.plain for row in chart.rows],
        "z": [[cell.fill for cell in row] for row in chart.cells],
        "text": [[cell.text.plain for cell in row] for row in chart.cells],
        "texttemplate": "%{text}",
        "customdata": [[cell.hover.plain for cell in row] for row in chart.cells],
        "hovertemplate": "%{customdata}<extra></extra>",
        "colorscale": [[i / 2, colour] for i, colour in enumerate(SEQUENTIAL[:3])],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
    }
    return {"data": [data], "layout": {"yaxis": {"autorange": "reversed"}}}


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{RIBBON})"
