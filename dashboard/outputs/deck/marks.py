"""How are outlines, intervals, dots, labels and legends drawn, whichever kind of chart they belong to?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isnan
from typing import Literal

from dashboard.content.charts.rich_text import Line
from dashboard.content.theme import STROKE
from dashboard.outputs.deck.drawing import (
    Box,
    Contour,
    Drawing,
    Point,
    Style,
    TextLook,
    outline,
    stroke,
)
from dashboard.outputs.deck.rich_text import extent, plain
from dashboard.outputs.deck.sheet import Sheet
from dashboard.outputs.layout.map_labels import DIRECTIONS, Side
from dashboard.outputs.xml_safe import one_line

TEXT = 12
"""Pixels of a letter at a page's size: in a room, no text of a chart is smaller."""

NAMELESS = "Repère"
"""What a dot is called of which nothing is said."""

SWATCH = "Tracé"
"""What an outline is called of which nothing is said, such as a square of a legend."""

LEGEND = 26
"""Height in pixels of a row of a legend, at a page's size."""

WHISKER = 1.4
"""Pixels of the line of an interval, at a page's size."""

BESIDE = 2
"""Pixels from a marker to its label, at a page's size."""

Kind = Literal["ellipse", "rect", "diamond", "mathMultiply"]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A name of a legend, and the look of the marker that it explains, which is round unless it says otherwise."""

    name: str
    style: Style
    kind: Kind = "ellipse"


def contours(
    xs: Iterable[float], ys: Iterable[float], sheet: Sheet, *, closed: bool = True
) -> list[Contour]:
    """The lines through the points of `xs` and `ys`; a missing number (NaN) parts two of them."""
    parts: list[list[Point]] = [[]]
    for x, y in zip(xs, ys, strict=True):
        if isnan(x) or isnan(y):
            parts.append([])
        else:
            parts[-1].append(sheet.at(float(x), float(y)))
    return [outline(part, closed=closed) for part in parts if part]


def square(x: float, y: float, half: float, sheet: Sheet) -> list[Contour]:
    """A square around a place of the chart, `half` as wide as given in the chart's own unit."""
    xs = (x - half, x + half, x + half, x - half, x - half)
    ys = (y - half, y - half, y + half, y + half, y - half)
    return contours(xs, ys, sheet)


def draw_marker(
    drawing: Drawing, name: str, place: Point, radius: float, style: Style, kind: Kind = "ellipse"
) -> None:
    """A dot of `radius` pixels; its name is its alternative text too. One without a radius is not drawn."""
    if not radius:
        return
    x, y = place
    described = name or NAMELESS
    drawing.shape(
        described, kind, Box(x - radius, y - radius, 2 * radius, 2 * radius), style, described
    )


def draw_whisker(
    drawing: Drawing, sheet: Sheet, ends: tuple[float, float], y: float, name: str
) -> None:
    """A level line, called `name`, from one end of an interval to the other; none where they are one."""
    low, high = ends
    if low < high:
        look = stroke(STROKE, sheet.scale * WHISKER)
        drawing.segment(name, sheet.at(low, y), sheet.at(high, y), look)


def draw_label(
    drawing: Drawing, lines: Sequence[Line], place: Point, side: Side, away: float, look: TextLook
) -> None:
    """A text at one side of `place`, so many pixels `away` from it, in the size and colour of `look`.

    Above or below, it begins or ends at the middle of a marker where it stands right or left of that too.
    """
    across, down = DIRECTIONS[side]
    align = {-1: "r", 0: "ctr", 1: "l"}[across]
    anchor = {-1: "b", 0: "ctr", 1: "t"}[down]
    aside = 0 if down else across * away
    at = place[0] + aside, place[1] + down * away
    drawing.text(lines, at, replace(look, align=align, anchor=anchor))


def draw_legend(drawing: Drawing, entries: Sequence[LegendEntry], area: Box, scale: float) -> None:
    """Markers and their names in a row, from the left end of the top of `area`."""
    x, y = area.left, area.top + LEGEND * scale / 2
    radius = 5 * scale
    for entry in entries:
        name = one_line(entry.name)
        draw_marker(drawing, f"Légende : {name}", (x + radius, y), radius, entry.style, entry.kind)
        lines = plain(name)
        drawing.text(lines, (x + 3 * radius, y), TextLook(scale * TEXT))
        x += 6 * radius + extent(lines, scale * TEXT)[0]
