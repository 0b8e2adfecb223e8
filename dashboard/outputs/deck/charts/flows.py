"""How does a flow diagram become shapes on a slide: nodes, and ribbons that curve from one to the next?"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from dashboard.content.charts.flows import FlowDiagram, FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.content.theme import INK, MUTED, STROKE
from dashboard.outputs.deck.colours import solid
from dashboard.outputs.deck.drawing import Box, Contour, Drawing, Point, Style, TextLook, stroke
from dashboard.outputs.deck.marks import TEXT
from dashboard.outputs.deck.rich_text import lines_of
from dashboard.outputs.deck.sheet import Sheet, drawn_scale
from dashboard.outputs.layout.flow_labels import end_labels, inner_labels, spots_of, widest
from dashboard.outputs.layout.flow_layout import GAP_ROOM, NODE_WIDTH, centres, ribbons, unit
from dashboard.outputs.xml_safe import one_line

LEFT, ABOVE, BELOW = 10, 44, 12
"""Pixels around the diagram, at a page's size: half a node and two, the titles of steps, and what stands under it."""

SCREEN = 900
"""How wide, in pixels, a diagram is at least in a room, at a page's size: what its inner labels have to fit in."""

APART, INNER_APART, TITLE_APART = 8, 5, 8
"""Pixels from a node of the last step to its label, from any other one, and from the diagram to the titles of steps."""

OUTLINE = 0.8
"""Pixels of the line around a node: a white one (not yet surveyed) is seen, and a broken one is an absence."""

OPACITY, ABSENT, ABSENT_OPACITY = 0.34, "#96a0aa", 0.22
"""How opaque ribbons are, and the colour of those that end in an absence."""


def draw_flows(chart: FlowDiagram, drawing: Drawing, area: Box) -> None:
    """Ribbons first, then nodes, what is written on them, the titles of steps, the labels of the last step."""
    heights = centres(chart, GAP_ROOM)
    spots = spots_of(chart, heights)
    ends = end_labels(spots)
    right = ceil(widest(ends.values())) + 2 * APART
    last = max(len(chart.steps) - 1, 1)
    room = (SCREEN - LEFT - right - NODE_WIDTH) / last - NODE_WIDTH - APART
    sheet = _sheet(area, right)
    nodes = _nodes(chart, heights, last, sheet)
    _draw_ribbons(chart, nodes, drawing, sheet.plot)
    _draw_nodes(chart.nodes, nodes, drawing, sheet.scale)
    look = TextLook(sheet.scale * TEXT, INK, halo=True, veil=True)
    for box, lines in zip(nodes, inner_labels(spots, room, chart.named), strict=True):
        beside = box.left + box.width + INNER_APART * sheet.scale
        drawing.text(lines_of(rich(*lines)), (beside, box.top + box.height / 2), look)
    _draw_titles(chart, drawing, sheet, last)
    look = TextLook(sheet.scale * TEXT, INK)
    for i, lines in ends.items():
        left = sheet.left_of_part(1) + sheet.scale * APART
        drawing.text(lines_of(rich(*lines)), (left, sheet.top_of_part(1 - heights[i])), look)


def _sheet(area: Box, right: float) -> Sheet:
    """The diagram inside `area`, less the labels of the last step, for which `right` pixels of a page are kept."""
    scale = drawn_scale(area)
    plot = Box(
        area.left + scale * LEFT,
        area.top + scale * ABOVE,
        area.width - scale * (LEFT + right),
        area.height - scale * (ABOVE + BELOW),
    )
    return Sheet(plot, scale, (0, 1), (0, 1))


def _nodes(chart: FlowDiagram, heights: Sequence[float], last: int, sheet: Sheet) -> list[Box]:
    """Where each node stands; `heights` are their centres from the top, as parts of the height."""
    plot = sheet.plot
    one = plot.height * unit(chart, GAP_ROOM)
    width = NODE_WIDTH * sheet.scale
    boxes = []
    for node, centre in zip(chart.nodes, heights, strict=True):
        height = one * node.weight
        left = plot.left + (plot.width - width) * round(node.step / last, 2)
        boxes.append(Box(left, plot.top + centre * plot.height - height / 2, width, height))
    return boxes


def _draw_nodes(
    listed: Sequence[FlowNode], boxes: Sequence[Box], drawing: Drawing, scale: float
) -> None:
    for node, box in zip(listed, boxes, strict=True):
        words = one_line(node.hover)
        style = Style(
            solid(node.colour), stroke(STROKE, scale * OUTLINE, dash="dash" if node.absent else "")
        )
        drawing.shape(f"Nœud : {words}", "rect", box, style, words)


def _draw_titles(chart: FlowDiagram, drawing: Drawing, sheet: Sheet, last: int) -> None:
    """What stands above each step: the first from its left edge on, the others in the middle."""
    top = sheet.top_of_part(1) - sheet.scale * TITLE_APART
    for i, title in enumerate(chart.steps):
        look = TextLook(sheet.scale * TEXT, MUTED, "ctr" if i else "l", "b")
        drawing.text(lines_of(title), (sheet.left_of_part(i / last), top), look)


def _draw_ribbons(chart: FlowDiagram, nodes: Sequence[Box], drawing: Drawing, plot: Box) -> None:
    """Each ribbon leaves and arrives in the order of the nodes at its other end, so that they cross least."""
    for link, placed in zip(chart.links, ribbons(chart, GAP_ROOM), strict=True):
        source = nodes[link.source]
        start = source.left + source.width, plot.top + plot.height * placed.leaves
        end = nodes[link.target].left, plot.top + plot.height * placed.arrives
        words = one_line(link.hover)
        ribbon = _ribbon(start, end, plot.height * placed.height)
        style = Style(_ribbon_fill(chart.nodes[link.target]))
        drawing.freeform(f"Flux : {words}", [ribbon], style, words)


def _ribbon_fill(target: FlowNode) -> str:
    """A ribbon takes the colour of where it goes: the eye follows what became of people."""
    return solid(ABSENT, ABSENT_OPACITY) if target.absent else solid(target.colour, OPACITY)


def _ribbon(start: Point, end: Point, height: float) -> Contour:
    """Two curves with level ends, `height` apart."""
    (left, top), (right, to) = start, end
    middle = (left + right) / 2
    return Contour(
        start,
        [
            [(middle, top), (middle, to), end],
            [(right, to + height)],
            [(middle, to + height), (middle, top + height), (left, top + height)],
        ],
    )
