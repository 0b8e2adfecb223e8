"""How is a flow diagram drawn, with categories in a fixed order at fixed places?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.content.medium import Medium
from dashboard.content.theme import PAPER, STROKE
from dashboard.outputs.layout.flow_labels import (
    Lines,
    end_labels,
    inner_labels,
    spots_of,
    widest,
)
from dashboard.outputs.layout.flow_layout import (
    GAP,
    GAP_ROOM,
    NODE_WIDTH,
    centres,
    ribbons,
    unit,
)
from dashboard.outputs.svg.drawing import Drawing, Margins
from dashboard.outputs.svg.flow_ribbons import draw_ribbons
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import Value, element
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.thin import REACH, is_thin
from dashboard.outputs.svg.words import haloed, text_at, words

WIDTHS: dict[Medium, int] = {"page": 524, "phone": 310, "room": 900}
"""How wide, in pixels, a diagram is at least: in one of two columns, on a phone, and in a room."""

HALF = NODE_WIDTH / 2

ASIDE, INNER_ASIDE = 6, 4
"""Pixels from a node to its label: of the last step, and of another."""

LABEL_ROOM = 8
"""Pixels that an inner label leaves free before the next step, and one of the last step before the edge."""

ABOVE, BELOW = 44, 12
"""Pixels over the diagram, for the titles of steps, and under it."""

TITLE_ASIDE = 8

OUTLINE: Mapping[str, Value] = {"stroke": STROKE, "stroke_width": 0.8}
"""Around every node, so that a white one is seen."""

BROKEN: Mapping[str, Value] = {"stroke": STROKE, "stroke_width": 1.4, "stroke_dasharray": "4 2.5"}
"""Around an absence."""


def flows(chart: FlowDiagram, medium: Medium, clicks: ClickWriter) -> Drawing:
    """Steps stand at equal distances, and each step's nodes in their order, as high as they weigh.

    In a room, nodes stand further apart, for text that is twice as large.
    """
    gap = GAP_ROOM if medium == "room" else GAP
    last = max(len(chart.steps) - 1, 1)
    down = centres(chart, gap)
    across = [node.step / last for node in chart.nodes]
    spots = spots_of(chart, down)
    ends = end_labels(spots)
    left = ceil(HALF) + 2
    right = ceil(HALF + ASIDE + widest(ends.values())) + 2
    pitch = (WIDTHS[medium] - left - right) / last
    inner = inner_labels(spots, pitch - NODE_WIDTH - LABEL_ROOM)
    one = unit(chart, gap)
    stacked = ribbons(chart, gap)

    def body(plane: Plane) -> str:
        nodes = [
            _place(node, (x, y), one, plane)
            for node, x, y in zip(chart.nodes, across, down, strict=True)
        ]
        places = [(plane.x(x), plane.y(y)) for x, y in zip(across, down, strict=True)]
        return (
            draw_ribbons(chart, stacked, across, plane, clicks)
            + _nodes(chart.nodes, nodes, one, plane, clicks)
            + _inner_labels(places, inner, plane)
            + _end_labels(places, ends, plane)
            + _titles(chart, last, plane)
        )

    return Drawing("flows", body, Margins(ABOVE, right, BELOW, left))


def _place(
    node: FlowNode, centre: tuple[float, float], one: float, plane: Plane
) -> Mapping[str, Value]:
    height = one * node.weight
    x, y = centre
    return {
        "x": plane.x(x),
        "y": plane.y(y - height / 2),
        "width": NODE_WIDTH,
        "height": plane.y(height),
    }


def _nodes(
    nodes: Sequence[FlowNode],
    places: Sequence[Mapping[str, Value]],
    one: float,
    plane: Plane,
    clicks: ClickWriter,
) -> str:
    """The nodes, and a ground under each absence, which is translucent by night: no ribbon shines through it."""
    ground, drawn = "", ""
    for node, place in zip(nodes, places, strict=True):
        answers = {"class_": _kind(node)} | mark(plane, node.hover, node.click, clicks)
        look = {**place, "fill": node.colour, **(BROKEN if node.absent else OUTLINE)}
        if node.absent:
            ground += element("rect", **place)
        if plane.live and is_thin(one * node.weight):
            reached = element("rect", **look) + element("rect", **place, **REACH)
            drawn += element("g", reached, **answers)
        else:
            drawn += element("rect", **look, **answers)
    under = element("g", ground, class_="ground", fill=PAPER) if ground else ""
    return element("g", under + drawn, class_="nodes", transform=f"translate({-HALF:g})")


def _kind(node: FlowNode) -> str:
    """Its classes; one as white as paper is hollow, and the style sheet keeps it so at night."""
    kinds = {"absent": node.absent, "hollow": node.colour.lower() == PAPER}
    return " ".join(["node", *(kind for kind, holds in kinds.items() if holds)])


def _inner_labels(places: Sequence[tuple[str, str]], labels: Sequence[Lines], plane: Plane) -> str:
    """On the ribbons, right of their nodes."""
    written = "".join(
        text_at(place, rich(*label)) for place, label in zip(places, labels, strict=True) if label
    )
    return words(haloed(written, plane), shift=(HALF + INNER_ASIDE, 0), unheard=plane.live)


def _end_labels(
    places: Sequence[tuple[str, str]], labels: Mapping[int, Lines], plane: Plane
) -> str:
    """Right of the last step, in the margin."""
    written = "".join(text_at(places[i], rich(*label)) for i, label in labels.items())
    return words(written, shift=(HALF + ASIDE, 0), unheard=plane.live)


def _titles(chart: FlowDiagram, last: int, plane: Plane) -> str:
    """What stands above each step: the first from its left edge on, the others in the middle."""
    written = [
        text_at((plane.x(i / last), plane.y(0)), title, align="middle" if i else "start", above=1)
        for i, title in enumerate(chart.steps)
    ]
    return words("".join(written[:1]), shift=(-HALF, -TITLE_ASIDE), muted=True) + words(
        "".join(written[1:]), shift=(0, -TITLE_ASIDE), muted=True
    )
