"""How are shares or gaps with their intervals drawn on a slide, a dot a row?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.content.charts.dots import LOOKS, DotRow, Dots, Look
from dashboard.content.charts.rich_text import RichText
from dashboard.content.theme import INK, MUTED, STROKE
from dashboard.outputs.deck.benchmark_lines import SIZE, draw_across, height_of
from dashboard.outputs.deck.colours import solid
from dashboard.outputs.deck.drawing import NO_FILL, Box, Drawing, Style, TextLook, stroke
from dashboard.outputs.deck.marks import (
    TEXT,
    Kind,
    LegendEntry,
    draw_legend,
    draw_marker,
    draw_whisker,
)
from dashboard.outputs.deck.rich_text import lines_of, plain
from dashboard.outputs.deck.rows import RowLayout, draw_names, draw_numbers
from dashboard.outputs.deck.sheet import Sheet
from dashboard.outputs.layout.dot_span import span_of
from dashboard.outputs.layout.reference_names import reference_names
from dashboard.outputs.layout.ticks import number, ticks
from dashboard.outputs.xml_safe import one_line
from dashboard.text.numbers import NARROW

DIAMETER, EDGE = 11, 2
"""Pixels of a dot, and of its line, at a page's size."""

CROSS = 1.5
"""How many times larger than a dot the box of a cross is, whose arms do not reach its ends."""

LETTER = 6.8
"""Width in pixels of a letter of a value in the right margin, on the safe side."""

CLEAR_OF_DOT, RIGHT = 14, 10
"""Pixels between the plot and a value in the margin, as a dot may stand on the edge; and those right of the value."""

BAND, BAND_OPACITY = 14, 0.22
"""Pixels of the height of a band at a page's size, and how opaque it is: its interval and its dot stand on it."""

PAD = 0.04
"""How far the axis goes on beyond its ends, as a part of it: half a dot."""

FOOT, HEAD, NAMED_HEAD = 0.5, 0.5, 1.1
"""Room under the last row and over the first one, in rows; the name of a reference needs more."""

NAME_UP, NAME_ASIDE = 0.8, 6
"""How far over the first row that name stands, in rows, and from its line, in pixels."""


def draw_dots(chart: Dots, drawing: Drawing, area: Box) -> None:
    """Axes, the reference, full dots, hollow ones, crosses, the legend, values in the right margin, its name."""
    names = tuple(one_line(row.label) for row in chart.rows)
    low, high = span_of(chart)
    pad = PAD * (high - low)
    head = HEAD if chart.reference is None else NAMED_HEAD
    layout = RowLayout(
        names=names,
        widest_marker=DIAMETER,
        right=RIGHT + CLEAR_OF_DOT + LETTER * _longest(chart),
        title=chart.axis_title,
        legend=_explained(chart),
    )
    sheet = layout.sheet(area, (low - pad, high + pad), (len(names) - FOOT, -head))
    sheet = _lowered(sheet, chart)
    unit = f"{NARROW}%" if chart.unit == "percent" else ""
    marked = ((value, f"{number(value)}{unit}") for value in ticks(low, high, chart.steps))
    draw_numbers(drawing, sheet, tuple(marked), chart.axis_title)
    draw_names(drawing, sheet, names, area, ruled=True)
    if chart.reference is not None:
        look = stroke(STROKE, sheet.scale * 1.5, dash="dash")
        above = sheet.at(chart.reference.value, -NAMED_HEAD)
        below = sheet.at(chart.reference.value, len(names) - FOOT)
        drawing.segment("Trait", above, below, look)
    _draw_bands(chart, drawing, sheet)
    if chart.benchmarks:
        ends, letters = sheet.x, _letters(sheet)
        draw_across(drawing, chart.benchmarks, sheet.plot, ends, sheet.top(-head), letters)
    for look in LOOKS:
        _draw_rows(chart, drawing, sheet, look)
    if _explained(chart):
        draw_legend(drawing, tuple(_legend(chart)), area, sheet.scale)
    _draw_values(chart.rows, drawing, sheet)
    if chart.reference is not None:
        for name, on_left in reference_names(chart):
            _draw_name(chart.reference.value, name, drawing, sheet, on_left=on_left)


def _letters(sheet: Sheet) -> float:
    """By how much the letters of names are larger than those of a chart of PowerPoint's own."""
    return sheet.scale * TEXT / SIZE


def _lowered(sheet: Sheet, chart: Dots) -> Sheet:
    """The sheet with its rows lower down, where names of benchmarks stand above them."""
    if not chart.benchmarks:
        return sheet
    scale, (bottom, top) = _letters(sheet), sheet.y
    above = scale * height_of(chart.benchmarks, sheet.plot.width / scale, sheet.x)
    more = (bottom - top) * above / (sheet.plot.height - above)
    return replace(sheet, y=(bottom, top - more))


def _longest(chart: Dots) -> int:
    return max((len(row.datum.text) for row in chart.rows), default=0)


def _explained(chart: Dots) -> bool:
    """Whether a legend tells what full and hollow dots mean, beside a reference that they may differ from, or bands."""
    return _judged(chart) or any(row.band for row in chart.rows)


def _judged(chart: Dots) -> bool:
    return chart.reference is not None and chart.verdicts is not None


KINDS: Mapping[Look, Kind] = {"full": "ellipse", "hollow": "ellipse", "cross": "mathMultiply"}


def _style(chart: Dots, look: Look) -> Style:
    if look == "cross":
        return Style(solid(MUTED))
    return Style(solid(chart.colour) if look == "full" else NO_FILL, stroke(chart.colour, EDGE))


def _draw_rows(chart: Dots, drawing: Drawing, sheet: Sheet, look: Look) -> None:
    """The intervals of the rows of one verdict, then their dots."""
    placed = [
        (i, row.datum, row.datum.value)
        for i, row in enumerate(chart.rows)
        if row.look == look and row.datum.value is not None
    ]
    for i, datum, value in placed:
        if datum.interval is not None:
            ends = min(datum.interval[0], value), max(datum.interval[1], value)
            name = f"Intervalle à {chart.confidence} % : {one_line(datum.hover)}"
            draw_whisker(drawing, sheet, ends, i, name)
    style = _style(chart, look)
    for i, datum, value in placed:
        radius = sheet.scale * DIAMETER / 2 * (CROSS if look == "cross" else 1)
        draw_marker(drawing, one_line(datum.hover), sheet.at(value, i), radius, style, KINDS[look])


def _draw_bands(chart: Dots, drawing: Drawing, sheet: Sheet) -> None:
    half, style = sheet.scale * BAND / 2, Style(solid(chart.colour, BAND_OPACITY))
    for i, row in enumerate(chart.rows):
        if row.band is None:
            continue
        (left, y), (right, _) = (sheet.at(end, i) for end in row.band)
        name = one_line(f"{chart.band_name} : {row.label}")
        drawing.shape(name, "rect", Box(left, y - half, right - left, 2 * half), style, name)


def _legend(chart: Dots) -> Iterator[LegendEntry]:
    """What the looks mean that some row has."""
    if chart.verdicts is not None and _judged(chart):
        for look in LOOKS:
            if any(row.look == look and row.datum.value is not None for row in chart.rows):
                yield LegendEntry(getattr(chart.verdicts, look), _style(chart, look), KINDS[look])
    if any(row.band for row in chart.rows):
        yield LegendEntry(chart.band_name, Style(solid(chart.colour, BAND_OPACITY)))


def _draw_values(rows: Sequence[DotRow], drawing: Drawing, sheet: Sheet) -> None:
    left = sheet.left_of_part(1) + sheet.scale * CLEAR_OF_DOT
    for i, row in enumerate(rows):
        look = TextLook(sheet.scale * TEXT, INK)
        drawing.text(plain(row.datum.text), (left, sheet.top(i)), look)


def _draw_name(at: float, name: RichText, drawing: Drawing, sheet: Sheet, *, on_left: bool) -> None:
    aside = sheet.scale * (-NAME_ASIDE if on_left else NAME_ASIDE)
    look = TextLook(sheet.scale * TEXT, MUTED, "r" if on_left else "l")
    place = sheet.left(at) + aside, sheet.top(-NAME_UP)
    drawing.text(lines_of(name), place, look)
