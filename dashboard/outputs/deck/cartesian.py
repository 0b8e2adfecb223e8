"""How do maps, dots, circles and texts of a figure become shapes, where the figure has them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan, sqrt
from typing import Any

from dashboard.content.theme import INK
from dashboard.outputs.deck.colours import Colour, colour_of, hatched
from dashboard.outputs.deck.drawing import (
    NO_FILL,
    NO_LINE,
    Box,
    Drawing,
    Point,
    Style,
    TextLook,
    outline,
    stroke,
)
from dashboard.outputs.deck.rich_text import extent, lines_of, plain
from dashboard.outputs.deck.sheet import LEGEND, NAMES_APART, Sheet
from dashboard.outputs.xml_safe import one_line


def draw_cartesian(figure: Figure, drawing: Drawing, area: Box, scale: float) -> None:
    """Draws `figure` into `area`: axes, then traces in their order, then what is written around them."""
    sheet = Sheet.of(figure, area, scale)
    _draw_axes(figure["layout"], drawing, sheet, area)
    for shape in figure["layout"].get("shapes", ()):
        start = sheet.at(shape["x0"], shape["y0"], shape.get("xref", "x"), shape.get("yref", "y"))
        end = sheet.at(shape["x1"], shape["y1"], shape.get("xref", "x"), shape.get("yref", "y"))
        line = shape["line"]
        look = stroke(line["color"], scale * line["width"], dash="dash" in line)
        drawing.segment("Trait", start, end, look)
    for trace in figure["data"]:
        _draw_trace(trace, drawing, sheet, veil=bool(figure["layout"].get("shapes")))
    if figure["layout"].get("showlegend"):
        _draw_legend(figure["data"], drawing, area, scale)
    draw_annotations(figure, drawing, sheet)


def draw_annotations(figure: Figure, drawing: Drawing, sheet: Sheet) -> None:
    """Draws the texts that stand around a plot, or at a place in it."""
    for note in figure["layout"].get("annotations", ()):
        x, y = sheet.at(note["x"], note["y"], note.get("xref", "x"), note.get("yref", "y"))
        place = (
            x + sheet.scale * note.get("xshift", 0),
            y - sheet.scale * note.get("yshift", 0),
        )
        font = note.get("font", {})
        look = TextLook(
            sheet.scale * font.get("size", 12),
            font.get("color", INK),
            {"left": "l", "center": "ctr", "right": "r"}[note.get("xanchor", "center")],
            {"top": "t", "middle": "ctr", "bottom": "b"}[note.get("yanchor", "middle")],
        )
        drawing.text(lines_of(note["text"]), place, look)


def _draw_axes(layout: dict[str, Any], drawing: Drawing, sheet: Sheet, area: Box) -> None:
    plot = sheet.plot
    for name in ("xaxis", "yaxis"):
        axis = layout.get(name, {})
        if not axis.get("visible", bool(axis)):
            continue
        upright = name == "yaxis"
        font = axis["tickfont"]
        look = TextLook(
            sheet.scale * font["size"],
            font["color"],
            "r" if upright else "ctr",
            "ctr" if upright else "t",
            width=plot.left - area.left - NAMES_APART * sheet.scale if upright else 0,
        )
        for value, label in zip(axis["tickvals"], axis["ticktext"], strict=True):
            place = sheet.at(0, value, "paper") if upright else sheet.at(value, 0, "x", "paper")
            if axis.get("showgrid", True):
                end = sheet.at(1, value, "paper") if upright else sheet.at(value, 1, "x", "paper")
                drawing.segment("Repère", place, end, stroke(axis["gridcolor"], 1))
            aside = (place[0] - NAMES_APART * sheet.scale, place[1])
            below = (place[0], place[1] + 5 * sheet.scale)
            drawing.text(plain(one_line(label)), aside if upright else below, look)
        _draw_title(axis, drawing, sheet, upright=upright)


def _draw_title(axis: dict[str, Any], drawing: Drawing, sheet: Sheet, *, upright: bool) -> None:
    title = axis.get("title", {})
    if upright or not title.get("text"):
        return
    x, y = sheet.at(0.5, 0, "paper", "paper")
    look = TextLook(sheet.scale * 12, title["font"]["color"], "ctr", "t")
    drawing.text(lines_of(title["text"]), (x, y + 24 * sheet.scale), look)


def _draw_trace(trace: dict[str, Any], drawing: Drawing, sheet: Sheet, *, veil: bool) -> None:
    mode = trace.get("mode", "")
    if "lines" in mode:
        _draw_lines(trace, drawing, sheet)
    _draw_whiskers(trace, drawing, sheet)
    if "markers" in mode:
        for i, place, radius in _markers(trace, sheet):
            _draw_marker(trace, i, place, radius, drawing)
    if "text" in mode:
        _draw_texts(trace, drawing, sheet, veil=veil)


def _draw_lines(trace: dict[str, Any], drawing: Drawing, sheet: Sheet) -> None:
    """Outlines with their fill: a missing number parts two contours."""
    filled = trace.get("fill") == "toself"
    line = trace.get("line", {})
    pattern = trace.get("fillpattern")
    fill = hatched(pattern) if pattern else _fill(trace.get("fillcolor", "rgba(0,0,0,0)"))
    width = sheet.scale * line.get("width", 2)
    style = Style(
        fill if filled else NO_FILL,
        stroke(line.get("color", INK), width) if width else NO_LINE,
    )
    contours = [
        outline([sheet.at(x, y) for x, y in part], closed=filled)
        for part in _parts(trace["x"], trace["y"])
    ]
    drawing.freeform(one_line(trace.get("name", "")) or "Tracé", contours, style, _told(trace))


def _fill(text: str) -> str:
    return f"<a:solidFill>{colour_of(text).xml()}</a:solidFill>"


def _told(trace: dict[str, Any]) -> str:
    text = trace.get("text", "")
    return one_line(text) if isinstance(text, str) else ""


def _parts(xs: Sequence[float | None], ys: Sequence[float | None]) -> Iterator[list[Point]]:
    part: list[Point] = []
    for x, y in zip(xs, ys, strict=True):
        if x is None or y is None or isnan(x) or isnan(y):
            if part:
                yield part
            part = []
        else:
            part.append((float(x), float(y)))
    if part:
        yield part


def _draw_whiskers(trace: dict[str, Any], drawing: Drawing, sheet: Sheet) -> None:
    for name in ("error_x", "error_y"):
        bars = trace.get(name, {})
        if not bars.get("visible"):
            continue
        look = stroke(bars["color"], sheet.scale * bars["thickness"])
        spans = zip(trace["x"], trace["y"], bars["arrayminus"], bars["array"], strict=True)
        for i, (x, y, below, above) in enumerate(spans):
            if x is None or y is None or below is None or not below + above:
                continue
            level = name == "error_x"
            start = sheet.at(x - below, y) if level else sheet.at(x, y - below)
            end = sheet.at(x + above, y) if level else sheet.at(x, y + above)
            told = trace.get("customdata")
            whose = f" : {one_line(told[i])}" if told else ""
            drawing.segment(f"Intervalle à 95 %{whose}", start, end, look)


def _markers(trace: dict[str, Any], sheet: Sheet) -> Iterator[tuple[int, Point, float]]:
    """The number, place and radius of each marker, as plotly sizes them."""
    marker = trace["marker"]
    sizes = marker.get("size", 6)
    for i, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if x is None or y is None:
            continue
        radius = _radius(marker, sizes if isinstance(sizes, int | float) else sizes[i])
        if radius:
            yield i, sheet.at(x, y), sheet.scale * radius


def largest_radius(trace: dict[str, Any]) -> float:
    """The radius of the largest marker of a trace, in pixels of a page."""
    sizes = trace["marker"].get("size", 6)
    listed = [sizes] if isinstance(sizes, int | float) else sizes
    return max((_radius(trace["marker"], size) for size in listed), default=0)


def _radius(marker: dict[str, Any], size: float) -> float:
    if marker.get("sizemode") == "area":
        return max(sqrt(size / 2 / marker["sizeref"]), float(marker.get("sizemin", 0)))
    return size / 2


def _draw_marker(
    trace: dict[str, Any], i: int, place: Point, radius: float, drawing: Drawing
) -> None:
    marker = trace["marker"]
    colours = marker.get("color", INK)
    colour = colour_of(colours if isinstance(colours, str) else colours[i])
    colour = Colour(colour.value, colour.opacity * marker.get("opacity", 1))
    symbol, line = marker.get("symbol", "circle"), marker.get("line", {})
    told = trace.get("customdata") or trace.get("text") or ()
    name = (one_line(told[i]) if not isinstance(told, str) and told else "") or "Repère"
    edge = stroke(line["color"], line["width"]) if line.get("width") else NO_LINE
    x, y = place
    if symbol.startswith("line-ns"):
        drawing.segment(name, (x, y - radius), (x, y + radius), edge)
        return
    kind = {"square": "rect", "diamond": "diamond"}.get(symbol, "ellipse")
    fill = NO_FILL if symbol.endswith("-open") else f"<a:solidFill>{colour.xml()}</a:solidFill>"
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    drawing.shape(name, kind, box, Style(fill, edge), name)


_BESIDE = {"left": "r", "center": "ctr", "right": "l"}
_ABOVE = {"top": ("b", -1), "middle": ("ctr", 0), "bottom": ("t", 1)}


def _draw_texts(trace: dict[str, Any], drawing: Drawing, sheet: Sheet, *, veil: bool) -> None:
    """Labels of points, beside, above or under their marker; behind a `veil`, where lines run there too."""
    font = trace.get("textfont", {})
    sides = trace.get("textposition", "middle center")
    radii = {i: radius for i, _, radius in _markers(trace, sheet)} if "marker" in trace else {}
    for i, (x, y, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        if x is None or y is None:
            continue
        upright, level = (sides if isinstance(sides, str) else sides[i]).split()
        anchor, down = _ABOVE[upright]
        away = radii.get(i, 0) + 2 * sheet.scale
        place = sheet.at(x, y)
        aside = {"l": away, "ctr": 0, "r": -away}[_BESIDE[level]] if not down else 0
        look = TextLook(
            sheet.scale * font.get("size", 12),
            font.get("color", INK),
            _BESIDE[level],
            anchor,
            halo="<span" not in text and "marker" in trace,
            veil=veil,
        )
        drawing.text(lines_of(text), (place[0] + aside, place[1] + down * away), look)


def _draw_legend(
    traces: Sequence[dict[str, Any]], drawing: Drawing, area: Box, scale: float
) -> None:
    """The markers of named traces that have a point, and their names, in a row over the plot."""
    x, y = area.left, area.top + LEGEND * scale / 2
    for trace in traces:
        if not trace.get("name") or not trace["x"]:
            continue
        radius = 5 * scale
        sample = trace | {"customdata": [f"Légende : {trace['name']}"]}
        _draw_marker(sample, 0, (x + radius, y), radius, drawing)
        lines = plain(one_line(trace["name"]))
        drawing.text(lines, (x + 3 * radius, y), TextLook(scale * 12))
        x += 6 * radius + extent(lines, scale * 12)[0]
