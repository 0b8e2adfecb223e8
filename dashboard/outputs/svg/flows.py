"""How is a flow diagram drawn, with categories in a fixed order at fixed places?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.content.medium import Medium
from dashboard.content.theme import PAPER, STROKE
from dashboard.outputs.layout.contrast import ink_on
from dashboard.outputs.layout.flow_labels import Lines
from dashboard.outputs.layout.flow_layout import NODE_WIDTH, centres, gap_of, ribbons, unit
from dashboard.outputs.layout.flow_words import ASIDE, INNER_ASIDE, labels_of, title_lines
from dashboard.outputs.svg.drawing import Drawing, Margins
from dashboard.outputs.svg.flow_ribbons import draw_ribbons
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import Value, element, spans
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.thin import REACH, is_thin
from dashboard.outputs.svg.words import haloed, naming, text_at, words

HALF = NODE_WIDTH / 2

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
    gap = gap_of(medium)
    last = max(len(chart.steps) - 1, 1)
    down = centres(chart, gap)
    across = [node.step / last for node in chart.nodes]
    said = labels_of(chart, medium)
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
            + _upright_labels(chart.nodes, places, said.upright, plane)
            + _inner_labels(places, said.inner, plane)
            + _end_labels(places, said.ends, plane)
            + _titles(chart, said.pitch, plane)
        )

    return Drawing("flows", body, Margins(ABOVE, said.right, BELOW, said.left))


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
    for i, (node, place) in enumerate(zip(nodes, places, strict=True)):
        answers = {"class_": _kind(node)} | mark(plane, node.hover, node.click, clicks, str(i))
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
        naming(text_at(place, rich(*label)), str(i), plane)
        for i, (place, label) in enumerate(zip(places, labels, strict=True))
        if label
    )
    return words(haloed(written, plane), shift=(HALF + INNER_ASIDE, 0), unheard=plane.live)


def _end_labels(
    places: Sequence[tuple[str, str]], labels: Mapping[int, Lines], plane: Plane
) -> str:
    """Right of the last step, in the margin."""
    written = "".join(
        naming(text_at(places[i], rich(*label)), str(i), plane) for i, label in labels.items()
    )
    return words(written, shift=(HALF + ASIDE, 0), unheard=plane.live)


def _upright_labels(
    nodes: Sequence[FlowNode],
    places: Sequence[tuple[str, str]],
    labels: Mapping[int, str],
    plane: Plane,
) -> str:
    """In their nodes, in the ink that reads there; an absence is recoloured by night, and so is what stands on it."""
    written = "".join(
        element(
            "text",
            spans(name),
            x=places[i][0],
            y=places[i][1],
            fill=None if nodes[i].absent else ink_on(nodes[i].colour),
            text_anchor="middle",
            dominant_baseline="central",
            writing_mode="vertical-rl",
        )
        for i, name in labels.items()
    )
    return words(written, unheard=plane.live)


def _titles(chart: FlowDiagram, pitch: float, plane: Plane) -> str:
    """What stands above each step: the first from its left edge on, the others in the middle."""
    last = max(len(chart.steps) - 1, 1)
    titles = [title_lines(title, pitch) for title in chart.steps]
    written = [
        text_at((plane.x(i / last), plane.y(0)), title, align="middle" if i else "start", above=1)
        for i, title in enumerate(titles)
    ]
    return words("".join(written[:1]), shift=(-HALF, -TITLE_ASIDE), muted=True) + words(
        "".join(written[1:]), shift=(0, -TITLE_ASIDE), muted=True
    )
