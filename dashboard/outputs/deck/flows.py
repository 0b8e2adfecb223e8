"""How does a Sankey become shapes: nodes, and ribbons that curve from one to the next?"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from dashboard.outputs.deck.cartesian import draw_annotations
from dashboard.outputs.deck.colours import solid
from dashboard.outputs.deck.drawing import (
    Box,
    Contour,
    Drawing,
    Style,
    TextLook,
    stroke,
)
from dashboard.outputs.deck.rich_text import lines_of
from dashboard.outputs.deck.sheet import Sheet
from dashboard.outputs.plotly.flows import NODE_WIDTH
from dashboard.outputs.xml_safe import one_line

LABEL = 12
"""Size of a node's label in the figure, in pixels."""


def draw_flows(figure: Figure, drawing: Drawing, area: Box, scale: float) -> None:
    """Draws the Sankey `figure` into `area`: ribbons first, then nodes, then what is written on them."""
    sheet = Sheet.of(figure, area, scale)
    trace = figure["data"][0]
    nodes = _nodes(trace, sheet)
    _draw_ribbons(trace["link"], nodes, drawing, _unit(trace, sheet))
    line, absent = trace["node"]["line"], figure["layout"]["meta"]["absent"]
    for i, box in enumerate(nodes):
        tell = one_line(trace["node"]["customdata"][i])
        style = Style(
            solid(trace["node"]["color"][i]),
            stroke(line["color"], scale * line["width"], dash=absent[i]),
        )
        drawing.shape(f"Nœud : {tell}", "rect", box, style, tell)
    look = TextLook(scale * LABEL, halo=True, veil=True)
    for box, label in zip(nodes, trace["node"]["label"], strict=True):
        side = box.left + box.width + 5 * scale
        drawing.text(lines_of(label), (side, box.top + box.height / 2), look)
    draw_annotations(figure, drawing, sheet)


def _throughput(trace: dict[str, Any]) -> list[float]:
    """How many people pass each node, or what they weigh."""
    link = trace["link"]
    into: dict[int, float] = defaultdict(float)
    out: dict[int, float] = defaultdict(float)
    for source, target, value in zip(link["source"], link["target"], link["value"], strict=True):
        out[source] += value
        into[target] += value
    return [max(into[i], out[i]) for i in range(len(trace["node"]["x"]))]


def _unit(trace: dict[str, Any], sheet: Sheet) -> float:
    """Pixels a person (or weight): the column of most nodes fills the height, its first node starts at the top."""
    columns: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for x, y, weight in zip(
        trace["node"]["x"], trace["node"]["y"], _throughput(trace), strict=True
    ):
        columns[x].append((y, weight))
    most = max(len(column) for column in columns.values())
    centre, weight = min(next(column for column in columns.values() if len(column) == most))
    return 2 * centre * sheet.plot.height / weight


def _nodes(trace: dict[str, Any], sheet: Sheet) -> list[Box]:
    """Where each node stands; its y in the figure is its centre, from the top."""
    plot, node = sheet.plot, trace["node"]
    width = NODE_WIDTH * sheet.scale
    drawn = plot.width * trace["domain"]["x"][1] - width
    unit = _unit(trace, sheet)
    boxes = []
    for x, y, weight in zip(node["x"], node["y"], _throughput(trace), strict=True):
        height = unit * weight
        # A column at either end is drawn at that end: the figure writes 0.001 for 0.
        left = plot.left + drawn * round(x, 2)
        boxes.append(Box(left, plot.top + y * plot.height - height / 2, width, height))
    return boxes


def _draw_ribbons(link: dict[str, Any], nodes: list[Box], drawing: Drawing, unit: float) -> None:
    """Each ribbon leaves and arrives in the order of the nodes at its other end, so that they cross least."""
    flows = list(enumerate(zip(link["source"], link["target"], link["value"], strict=True)))
    leave, arrive = {}, {}
    filled: dict[tuple[str, int], float] = defaultdict(float)
    for i, (source, _, value) in sorted(flows, key=lambda f: nodes[f[1][1]].top):
        leave[i] = nodes[source].top + filled["out", source]
        filled["out", source] += unit * value
    for i, (_, target, value) in sorted(flows, key=lambda f: nodes[f[1][0]].top):
        arrive[i] = nodes[target].top + filled["in", target]
        filled["in", target] += unit * value
    for i, (source, target, value) in flows:
        start = nodes[source].left + nodes[source].width
        tell = one_line(link["customdata"][i])
        ribbon = _ribbon((start, leave[i]), (nodes[target].left, arrive[i]), unit * value)
        drawing.freeform(f"Flux : {tell}", [ribbon], Style(solid(link["color"][i])), tell)


def _ribbon(start: tuple[float, float], end: tuple[float, float], height: float) -> Contour:
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
