"""How are distributions drawn on a slide: circles as large as their share, a bar and a diamond at median and mean?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from dashboard.content.charts.distributions import Distribution, Distributions
from dashboard.content.charts.rich_text import RichText
from dashboard.content.theme import INK, MUTED, PAPER, STROKE
from dashboard.outputs.deck.colours import solid
from dashboard.outputs.deck.drawing import NO_LINE, Box, Drawing, Style, TextLook, stroke
from dashboard.outputs.deck.marks import BESIDE, NAMELESS, TEXT, draw_label, draw_marker
from dashboard.outputs.deck.rich_text import lines_of, plain
from dashboard.outputs.deck.rows import GRID, RowLayout, draw_names, draw_numbers
from dashboard.outputs.deck.sheet import Sheet
from dashboard.outputs.xml_safe import one_line

HALF, LEAST = 24, 2.5
"""Diameter in pixels of a circle that would stand for half of the people, and the least radius, at a page's size."""

OPACITY = 0.85

MEDIAN, MEDIAN_LINE = 12, 2.5
"""Length of the bar at a median, and its width; below it lies a paper one, by which it is seen on a circle too."""

GROUND_LONGER, GROUND_LINE = 2, 6
"""How much longer that one is, and its width."""

MEAN, MEAN_UP = 9, 0.36
"""Diameter of the diamond at a mean, and how far over its row it stands, in rows."""

SPAN = 5
"""Width of the line from the least value to the most."""

MOST_ROWS = 8
"""A slide has room for the labels of so many rows."""

LEAST_ROWS = 4
"""A chart of fewer rows keeps free room around them: a mean far from its circles would not be read with them."""

FOOT = 0.2
"""Room below the last row, as a part of a row."""

LETTER, RIGHT, APART = 6.8, 16, 10
"""Width in pixels of a letter at the right of a row, on the safe side; the room of that text beside its letters, and
how far from the plot it stands.
"""


def draw_distributions(chart: Distributions, drawing: Drawing, area: Box) -> None:
    """Axes, the span of each row, circles, medians, means, then what stands at the right of each row."""
    rows, crowded = chart.rows, len(chart.rows) > MOST_ROWS
    if crowded:
        rows = tuple(replace(row, text=RichText(row.text.lines[:1])) for row in rows)
    names = tuple(one_line(row.label) for row in rows)
    top = chart.top or chart.highest
    pad = max(0, LEAST_ROWS - len(rows)) / 2
    layout = RowLayout(names, _widest_marker(rows), _right(rows), chart.axis_title)
    sheet = layout.sheet(area, (0.3, top + 0.7), (len(rows) - 0.5 + pad + FOOT, -0.5 - pad))
    ticks = tuple((float(value), str(value)) for value in range(1, top + 1))
    draw_numbers(drawing, sheet, ticks, chart.axis_title)
    draw_names(drawing, sheet, names, area, ruled=False)
    _draw_spans(rows, drawing, sheet)
    _draw_circles(chart, drawing, sheet, named=not crowded)
    _draw_medians(rows, drawing, sheet, PAPER, MEDIAN + GROUND_LONGER, GROUND_LINE)
    _draw_medians(rows, drawing, sheet, STROKE, MEDIAN, MEDIAN_LINE)
    _draw_means(rows, drawing, sheet, named=not crowded)
    left = sheet.left_of_part(1) + sheet.scale * APART
    for i, row in enumerate(rows):
        look = TextLook(sheet.scale * TEXT, INK)
        drawing.text(lines_of(row.text), (left, sheet.top(i)), look)


def _right(rows: Sequence[Distribution]) -> float:
    """Pixels that the widest text beside a row needs."""
    lines = (line for row in rows for line in row.text.lines)
    return RIGHT + LETTER * max((sum(len(run.text) for run in line) for line in lines), default=0)


def _radius(percent: float) -> float:
    """The radius of a circle whose area is in proportion to its share, in pixels of a page."""
    return max(sqrt(percent / 2 / (50 / HALF**2)), LEAST)


def _widest_marker(rows: Sequence[Distribution]) -> float:
    radii = (_radius(point.percent) for row in rows for point in row.points)
    return max(2 * max(radii, default=0), MEDIAN + GROUND_LONGER)


def _draw_spans(rows: Sequence[Distribution], drawing: Drawing, sheet: Sheet) -> None:
    look = stroke(STROKE, sheet.scale * SPAN, opacity=GRID)
    for i, row in enumerate(rows):
        values = [point.value for point in row.points]
        if values:
            drawing.segment("Trait", sheet.at(min(values), i), sheet.at(max(values), i), look)


def _draw_circles(chart: Distributions, drawing: Drawing, sheet: Sheet, *, named: bool) -> None:
    """The circles of all rows, then, where there is room, the percentage at the right of each."""
    style = Style(solid(chart.colour, OPACITY), stroke(PAPER, 1))
    placed = [
        (point, sheet.at(point.value, i), sheet.scale * _radius(point.percent))
        for i, row in enumerate(chart.rows)
        for point in row.points
    ]
    for point, place, radius in placed:
        draw_marker(drawing, one_line(point.hover), place, radius, style)
    if not named:
        return
    look = TextLook(sheet.scale * TEXT, MUTED, halo=True, veil=True)
    for point, place, radius in placed:
        away = radius + BESIDE * sheet.scale
        draw_label(drawing, plain(point.label), place, "right", away, look)


def _draw_medians(
    rows: Sequence[Distribution],
    drawing: Drawing,
    sheet: Sheet,
    colour: str,
    length: float,
    width: float,
) -> None:
    half = sheet.scale * length / 2
    for i, row in enumerate(rows):
        x, y = sheet.at(row.median, i)
        drawing.segment(NAMELESS, (x, y - half), (x, y + half), stroke(colour, width))


def _draw_means(
    rows: Sequence[Distribution], drawing: Drawing, sheet: Sheet, *, named: bool
) -> None:
    """The diamonds, then, where there is room, the mean in words beside each, where a row gives it."""
    style = Style(solid(STROKE), NO_LINE)
    radius = sheet.scale * MEAN / 2
    places = [sheet.at(row.mean, i - MEAN_UP) for i, row in enumerate(rows)]
    for row, place in zip(rows, places, strict=True):
        draw_marker(drawing, one_line(row.mean_label), place, radius, style, "diamond")
    if not named:
        return
    look = TextLook(sheet.scale * TEXT, INK, halo=True, veil=True)
    away = radius + BESIDE * sheet.scale
    for row, place in zip(rows, places, strict=True):
        draw_label(drawing, plain(f" {row.mean_label}"), place, "right", away, look)
