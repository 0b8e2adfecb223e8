"""How are people's moves drawn, so that order, colour and place of a category never change?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, Protocol

from dashboard.content.theme import FONT, INK, MUTED, layout
from dashboard.domain.dimension import Dimension
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.outputs.layout.flow_labels import SIZE, Spot, end_labels, inner_labels, widest

GAP, GAP_PROJECTED = 0.035, 0.055
"""Space between two nodes of a step, as a part of the height: a line of text, which is higher in a room."""

NODE_WIDTH = 16

PAD, PAD_PROJECTED = 22, 18
"""The same space in pixels, as plotly asks for it: exact for a tall diagram, a little wide for a low one, where nodes
would else be taller than the places that we give them.
"""

CARD, PHONE, SCREEN = 524, 310, 900
"""How wide, in pixels, a diagram is at least: in one of two columns, on a phone, and projected."""

ASIDE = 8
"""Pixels from a node to its label."""

OUTLINE = "#6b7683"
"""Around every node, so that a white one (not yet surveyed) is seen.

Plotly takes one line for all: the style sheet and the slides break that of absences.
"""


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How a node looks: the outline of `absent` ones is broken, so that print tells them from answers."""

    label: str
    colour: str
    absent: bool


class FlowTeller(Protocol):
    """What the diagram says and does: labels, hover texts, and what a click puts into the address."""

    def style(self, node: Node) -> NodeStyle:
        """How a node looks."""

    def step_title(self, step: Dimension) -> str:
        """What stands above a column."""

    def node(self, node: Node) -> str:
        """What a node says under the mouse."""

    def flow(self, flow: Flow) -> str:
        """What a ribbon says under the mouse."""

    def click(self, *nodes: Node) -> Mapping[str, str]:
        """What a click puts into the address."""


def sankey(
    flows: Flows,
    words: FlowTeller,
    *,
    narrow: bool = False,
    projected: bool = False,
) -> dict[str, Any]:
    """The figure of `flows`; `projected` keeps the labels of small nodes apart where text is twice as large.

    Columns stand at equal distances and each column's nodes in the order of the codebook, at heights that we compute:
    plotly would sort them by size. A node's y is its centre. Nodes and ribbons are as high as they weigh.
    """
    position = {(node.step, node.code): i for i, node in enumerate(flows.nodes)}
    styles = [words.style(node) for node in flows.nodes]
    last = max(len(flows.steps) - 1, 1)
    centres = _centres(flows, GAP_PROJECTED if projected else GAP)
    width = PHONE if narrow else SCREEN if projected else CARD
    spots = [
        Spot(node.step, node.code, style.label, centre)
        for node, style, centre in zip(flows.nodes, styles, centres, strict=True)
    ]
    ends = end_labels(spots)
    beside = ceil(widest(ends)) + 2 * ASIDE
    margins = {"l": NODE_WIDTH // 2 + 2, "r": beside, "t": 44, "b": 12}
    pitch = (width - margins["l"] - margins["r"] - NODE_WIDTH) / last
    xs = [min(max(node.step / last, 0.001), 0.999) for node in flows.nodes]
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "fixed",
                "domain": {"x": [0, 1], "y": [0, 1]},
                "textfont": {"family": FONT, "size": SIZE, "color": INK, "shadow": "none"},
                "node": {
                    "x": xs,
                    "y": centres,
                    "label": inner_labels(spots, pitch - NODE_WIDTH - ASIDE),
                    "color": [s.colour for s in styles],
                    "line": {"color": OUTLINE, "width": 0.8},
                    "thickness": NODE_WIDTH,
                    "pad": PAD_PROJECTED if projected else PAD,
                    "customdata": [words.node(node) for node in flows.nodes],
                    "hovertemplate": "%{customdata}<extra></extra>",
                },
                "link": {
                    "source": [position[f.source.step, f.source.code] for f in flows.flows],
                    "target": [position[f.target.step, f.target.code] for f in flows.flows],
                    "value": [f.weight for f in flows.flows],
                    "color": [_ribbon(words.style(f.target)) for f in flows.flows],
                    "customdata": [words.flow(f) for f in flows.flows],
                    "hovertemplate": "%{customdata}<extra></extra>",
                },
            }
        ],
        "layout": layout(
            margin=margins,
            annotations=[
                *(
                    _step_title(i / last, text)
                    for i, text in enumerate(map(words.step_title, flows.steps))
                ),
                *(_end_label(centres[i], label) for i, label in ends.items()),
            ],
            meta={
                "absent": [style.absent for style in styles],
                "targets": {
                    "nodes": [dict(words.click(node)) for node in flows.nodes],
                    "links": [dict(words.click(f.source, f.target)) for f in flows.flows],
                },
            },
        ),
    }


def _centres(flows: Flows, gap: float) -> list[float]:
    """The centre of each node, from the top: the tallest column fills the height, the others start at its top."""
    most = max(sum(1 for n in flows.nodes if n.step == s) for s in range(len(flows.steps)))
    whole = 1 - gap * (most - 1)
    centres, step, top = [], -1, 0.0
    for node in flows.nodes:
        if node.step != step:
            step = node.step
            here = sum(1 for n in flows.nodes if n.step == step)
            top = (1 - whole - gap * (here - 1)) / 2
        height = whole * node.weight / flows.weight
        centres.append(top + height / 2)
        top += height + gap
    return centres


def _ribbon(target: NodeStyle) -> str:
    """A ribbon takes the colour of where it goes: the eye follows what became of people."""
    red, green, blue = (int(target.colour[i : i + 2], 16) for i in (1, 3, 5))
    if target.absent:
        return "rgba(150,160,170,0.22)"
    return f"rgba({red},{green},{blue},0.34)"


def _step_title(x: float, text: str) -> dict[str, Any]:
    anchor = "left" if x == 0 else "center"
    return _annotation(x, 1, text, anchor) | {
        "yanchor": "bottom",
        "yshift": 8,
        "font": {"size": SIZE, "color": MUTED},
    }


def _end_label(centre: float, text: str) -> dict[str, Any]:
    return _annotation(1, 1 - centre, text, "left") | {"yanchor": "middle", "xshift": ASIDE}


def _annotation(x: float, y: float, text: str, anchor: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": anchor,
        "align": "left",
        "showarrow": False,
        "text": text,
        "font": {"size": SIZE, "color": INK},
    }
