"""How is a flow diagram drawn, with categories in a fixed order at fixed places?"""

from __future__ import annotations

from math import ceil
from typing import Any

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowNode
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.medium import Medium
from dashboard.content.theme import FONT, INK, MUTED, STROKE
from dashboard.outputs.layout.flow_labels import (
    SIZE,
    Spot,
    end_labels,
    inner_labels,
    spots_of,
    widest,
)
from dashboard.outputs.layout.flow_layout import GAP, GAP_ROOM, NODE_WIDTH, centres
from dashboard.outputs.plotly.base import HOVER, Figure, Trace, layout
from dashboard.outputs.plotly.clicks import ClickWriter, Targets, written
from dashboard.outputs.plotly.markup import Text, markup

PAD, PAD_ROOM = 22, 18
"""The gap between nodes in pixels, as plotly asks for it: exact for a tall diagram, a little wide for a low one, where
nodes would else be taller than the places that we give them.
"""

WIDTHS: dict[Medium, int] = {"page": 524, "phone": 310, "room": 900}
"""How wide, in pixels, a diagram is at least: in one of two columns, on a phone, and in a room."""

ASIDE = 8
"""Pixels from a node to its label."""

TO_ABSENCE = "rgba(150,160,170,0.22)"


def flows(chart: FlowDiagram, medium: Medium, clicks: ClickWriter) -> Figure:
    """Steps stand at equal distances, and each step's nodes in their order, at heights that we compute.

    Plotly would sort them by size. A node's y is its centre. In a room, nodes stand further apart, for text that is
    twice as large.
    """
    last = max(len(chart.steps) - 1, 1)
    heights = centres(chart, GAP_ROOM if medium == "room" else GAP)
    spots = spots_of(chart, heights)
    ends = end_labels(spots)
    margins = {
        "l": NODE_WIDTH // 2 + 2,
        "r": ceil(widest(ends.values())) + 2 * ASIDE,
        "t": 44,
        "b": 12,
    }
    pitch = (WIDTHS[medium] - margins["l"] - margins["r"] - NODE_WIDTH) / last
    nodes = _nodes(chart, spots, pitch - NODE_WIDTH - ASIDE) | {
        "x": [min(max(node.step / last, 0.001), 0.999) for node in chart.nodes],
        "y": heights,
        "pad": PAD_ROOM if medium == "room" else PAD,
    }
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "fixed",
                "domain": {"x": [0, 1], "y": [0, 1]},
                "textfont": {"family": FONT, "size": SIZE, "color": INK, "shadow": "none"},
                "node": nodes,
                "link": _links(chart),
            }
        ],
        "layout": layout(
            margin=margins,
            annotations=[
                *(_step_title(i / last, text) for i, text in enumerate(chart.steps)),
                *(_end_label(heights[i], rich(*lines)) for i, lines in ends.items()),
            ],
            meta={
                "absent": [node.absent for node in chart.nodes],
                "targets": _targets(chart, clicks),
            },
        ),
    }


def _nodes(chart: FlowDiagram, spots: list[Spot], room: float) -> Trace:
    return {
        "label": [markup(rich(*lines)) for lines in inner_labels(spots, room)],
        "color": [node.colour for node in chart.nodes],
        # Around every node, so that a white one is seen. Plotly takes one line for all: the style sheet breaks that of
        # absences.
        "line": {"color": STROKE, "width": 0.8},
        "thickness": NODE_WIDTH,
        "customdata": [markup(node.hover) for node in chart.nodes],
        "hovertemplate": HOVER,
    }


def _links(chart: FlowDiagram) -> Trace:
    return {
        "source": [link.source for link in chart.links],
        "target": [link.target for link in chart.links],
        "value": [link.weight for link in chart.links],
        "color": [_ribbon(chart.nodes[link.target]) for link in chart.links],
        "customdata": [markup(link.hover) for link in chart.links],
        "hovertemplate": HOVER,
    }


def _targets(chart: FlowDiagram, clicks: ClickWriter) -> Targets:
    return {
        "nodes": [written(node.click, clicks) for node in chart.nodes],
        "links": [written(link.click, clicks) for link in chart.links],
    }


def _ribbon(target: FlowNode) -> str:
    """A ribbon takes the colour of where it goes: the eye follows what became of people."""
    if target.absent:
        return TO_ABSENCE
    red, green, blue = (int(target.colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.34)"


def _step_title(x: float, text: RichText) -> dict[str, Any]:
    anchor = "left" if x == 0 else "center"
    return _annotation(x, 1, text, anchor) | {
        "yanchor": "bottom",
        "yshift": 8,
        "font": {"size": SIZE, "color": MUTED},
    }


def _end_label(centre: float, text: RichText) -> dict[str, Any]:
    return _annotation(1, 1 - centre, text, "left") | {"yanchor": "middle", "xshift": ASIDE}


def _annotation(x: float, y: float, text: Text, anchor: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": anchor,
        "align": "left",
        "showarrow": False,
        "text": markup(text),
        "font": {"size": SIZE, "color": INK},
    }
