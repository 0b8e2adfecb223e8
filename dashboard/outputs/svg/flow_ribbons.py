"""How are the ribbons of a flow diagram drawn?

The points of a curve cannot stand in parts of the room: on a page ribbons are drawn in one of a thousand by a thousand,
which is stretched as the card is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowNode
from dashboard.outputs.layout.flow_layout import Ribbon
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import Value, element, number
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.thin import HAIR, REACH, is_thin

TO_ABSENCE = "#96a0aa"

OPACITY, ABSENT_OPACITY = 0.34, 0.22
"""How opaque ribbons are."""

SIDE = 1000.0
"""That of the room that is stretched."""

STRETCHED: Mapping[str, Value] = {
    "viewBox": f"0 0 {SIDE:g} {SIDE:g}",
    "preserveAspectRatio": "none",
    "width": "100%",
    "height": "100%",
}


def draw_ribbons(
    chart: FlowDiagram,
    ribbons: Sequence[Ribbon],
    places: Sequence[float],
    plane: Plane,
    clicks: ClickWriter,
) -> str:
    """A ribbon for each link; `places` are those of nodes across. Thin ones lie over the others, to be seen."""
    thick, thin = "", ""
    for link, ribbon in zip(chart.links, ribbons, strict=True):
        target = chart.nodes[link.target]
        ends = places[link.source], places[link.target]
        kind = {"class_": "ribbon absent" if target.absent else "ribbon"}
        answers = kind | mark(plane, link.hover, link.click, clicks)
        look = {"d": _curves(ends, ribbon, plane.size or (SIDE, SIDE)), **_fill(target)}
        if is_thin(ribbon.height):
            thin += _thin(look, answers, plane)
        else:
            thick += element("path", **look, **answers)
    return element(
        "svg" if plane.live else "g",
        thick + thin,
        class_="ribbons",
        **(STRETCHED if plane.live else {}),
    )


def _fill(target: FlowNode) -> dict[str, Value]:
    """A ribbon takes the colour of where it goes: the eye follows what became of people."""
    if target.absent:
        return {"fill": TO_ABSENCE, "fill_opacity": ABSENT_OPACITY}
    return {"fill": target.colour, "fill_opacity": OPACITY}


def _thin(look: Mapping[str, Value], answers: Mapping[str, Value], plane: Plane) -> str:
    """A little wider than it is; on a page with what catches the pointer around it."""
    hair = {"stroke": look["fill"], "stroke_opacity": look["fill_opacity"], "stroke_width": HAIR}
    if not plane.live:
        return element("path", **look, **hair, **answers)
    drawn = element("path", **look, **hair, vector_effect="non-scaling-stroke")
    return element("g", drawn + element("path", d=look["d"], **REACH), **answers)


def _curves(ends: tuple[float, float], ribbon: Ribbon, room: tuple[float, float]) -> str:
    """Two curves with level ends, as high above each other everywhere as the ribbon is.

    It reaches from the middle of a node to that of another, which stand over it.
    """
    width, tall = room
    start, end = (part * width for part in ends)
    left, middle, right = map(number, (start, (start + end) / 2, end))
    edges = (ribbon.leaves, ribbon.arrives)
    top, to = (number(edge * tall) for edge in edges)
    below, under = (number((edge + ribbon.height) * tall) for edge in edges)
    there = f"{left} {top}C{middle} {top} {middle} {to} {right} {to}"
    back = f"{right} {under}C{middle} {under} {middle} {below} {left} {below}"
    return f"M{there}L{back}Z"
