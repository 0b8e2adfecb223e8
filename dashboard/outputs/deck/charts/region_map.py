"""How is a map of regions drawn on a slide: fills by class, circles, a list of names, a legend?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dashboard.content.charts.region_map import MapLegend, Place, RegionMap, State
from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER, RULE, SEQUENTIAL, SYMBOL
from dashboard.outputs.deck.colours import hatched, solid
from dashboard.outputs.deck.drawing import Box, Drawing, Point, Style, TextLook, stroke
from dashboard.outputs.deck.marks import (
    BESIDE,
    SWATCH,
    TEXT,
    contours,
    draw_label,
    draw_marker,
    square,
)
from dashboard.outputs.deck.rich_text import lines_of, plain
from dashboard.outputs.deck.sheet import Sheet, map_sheet
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.layout.map_frames import ROOM, kinds
from dashboard.outputs.layout.map_symbols import diameter
from dashboard.outputs.layout.region_labels import RegionLabel, listed_names, region_labels
from dashboard.outputs.xml_safe import one_line

BORDER, THIN = 1.2, 1
"""Pixels of the line around a region that has a value, and around any other, at a page's size."""

RING = 1.8
"""Pixels of the line around a circle."""

CIRCLE, CIRCLE_OPACITY = "#fce7f0", 0.78
"""What fills a circle: what is under it shows through."""

SQUARE = 14
"""Pixels of a square of the legend, at a page's size."""

TEXT_APART, TITLE_LEFT, LIST_APART = 14, 9, 4
"""Pixels from the middle of a square of the legend to its words, and to the left of it where the title starts; from the
middle of the list to its numbers and names.
"""

SYMBOL_TITLE_LEFT, SYMBOL_TITLE_UP, SYMBOL_NUMBER_DOWN = 20, 22, 10
"""Pixels from the middle of the first circle of the legend to the title of the circles, and from the lower edge of the
largest one to the numbers.
"""

FILLS: dict[State, str] = {
    "empty": solid(PAPER),
    "outside": solid(OUTSIDE),
    "boxed": solid(PAPER),
    "uncovered": hatched(MUTED, OUTSIDE),
    "baseless": hatched(MUTED, PAPER, dotted=True),
    "suppressed": hatched(MUTED, PAPER, level=True),
}
"""How a region is filled that has no value: each in a way of its own, which print tells apart too."""

HATCHED: tuple[State, ...] = ("uncovered", "baseless", "suppressed")


def draw_region_map(chart: RegionMap, drawing: Drawing, area: Box) -> None:
    """Regions, circles with their values, squares and circles of the legend, its words, then the list of names."""
    sheet = map_sheet(area, ROOM.x, ROOM.y)
    states = {place.state for place in chart.places}
    labels = region_labels(chart, ROOM)
    _draw_regions(chart, drawing, sheet)
    _draw_circles(labels, drawing, sheet)
    _draw_samples(chart.legend, states, drawing, sheet)
    _draw_words(chart.legend, states, drawing, sheet)
    _draw_names(labels, drawing, sheet)


def _draw_regions(chart: RegionMap, drawing: Drawing, sheet: Sheet) -> None:
    listed = regions(chart.layer)
    places = chart.places_of(region.code for region in listed)
    for region, place in zip(listed, places, strict=True):
        drawn = contours(region.x, region.y, sheet)
        style = _style(place, chart, sheet.scale)
        drawing.freeform(one_line(region.name), drawn, style, one_line(place.hover))


def _style(place: Place, chart: RegionMap, scale: float) -> Style:
    if place.state == "shown":
        fill = solid(SEQUENTIAL[chart.classes.index(place.value)])
        return Style(fill, stroke(PAPER, scale * BORDER))
    return Style(FILLS[place.state], stroke(RULE, scale * THIN))


def _circle_style() -> Style:
    return Style(solid(CIRCLE, CIRCLE_OPACITY), stroke(SYMBOL, RING))


def _draw_circles(labels: list[RegionLabel], drawing: Drawing, sheet: Sheet) -> None:
    """The circles of all regions that have somebody, then their values."""
    placed = [
        (label, sheet.at(label.region.label_x, label.region.label_y), sheet.scale * label.size / 2)
        for label in labels
    ]
    for label, place, radius in placed:
        draw_marker(drawing, one_line(label.text), place, radius, _circle_style())
    look = TextLook(sheet.scale * TEXT, INK, halo=True)
    for label, place, radius in placed:
        away = radius + BESIDE * sheet.scale
        draw_label(drawing, lines_of(label.text), place, label.side, away, look)


def _draw_samples(
    legend: MapLegend, states: Collection[State], drawing: Drawing, sheet: Sheet
) -> None:
    """A square for each class and kind of region, hatched ones last, and the circles."""
    listed = list(kinds(ROOM, legend, states))
    x, y = ROOM.classes
    squares = [
        (solid(colour), sheet.at(x, y - ROOM.step * i))
        for i, colour in enumerate(SEQUENTIAL[: len(legend.class_labels)])
    ]
    squares += [(FILLS[s], sheet.at(x, y)) for s, _, x, y in listed if s not in HATCHED]
    for fill, place in squares:
        style = Style(fill, stroke(RULE, THIN))
        draw_marker(drawing, "", place, sheet.scale * SQUARE / 2, style, "rect")
    for state, _, x, y in listed:
        if state in HATCHED:
            style = Style(FILLS[state], stroke(RULE, sheet.scale * THIN))
            drawing.freeform(SWATCH, square(x, y, ROOM.step / 3, sheet), style)
    for value, _, place in _symbol_places(legend, sheet):
        radius = sheet.scale * diameter(value, legend.symbol_top, small=ROOM.small) / 2
        draw_marker(drawing, "", place, radius, _circle_style())


def _symbol_places(legend: MapLegend, sheet: Sheet) -> list[tuple[int, str, Point]]:
    """The values of the legend's circles, in words too, and where each circle stands."""
    x, y = ROOM.symbols
    return [
        (value, words, sheet.at(x + ROOM.symbol_step * i, y))
        for i, (value, words) in enumerate(legend.symbols)
    ]


def _draw_words(
    legend: MapLegend, states: Collection[State], drawing: Drawing, sheet: Sheet
) -> None:
    """What the classes, kinds of regions and circles mean."""
    x, y = ROOM.classes
    _write(drawing, sheet, legend.title, (x, y + 1.1 * ROOM.step), -TITLE_LEFT)
    for i, label in enumerate(legend.class_labels):
        _write(drawing, sheet, label, (x, y - ROOM.step * i), TEXT_APART)
    for _, label, x, y in kinds(ROOM, legend, states):
        _write(drawing, sheet, label, (x, y), TEXT_APART)
    if legend.symbols:
        _draw_symbol_words(legend, drawing, sheet)


def _draw_symbol_words(legend: MapLegend, drawing: Drawing, sheet: Sheet) -> None:
    """The number under each circle of the legend, then their title above them."""
    placed = _symbol_places(legend, sheet)
    largest = diameter(placed[0][0], legend.symbol_top, small=ROOM.small)
    under = sheet.scale * (largest / 2 + SYMBOL_NUMBER_DOWN)
    look = TextLook(sheet.scale * TEXT, INK)
    for _, words, (left, top) in placed:
        drawing.text(plain(words), (left, top + under), replace(look, align="ctr"))
    left, top = placed[0][2]
    over = left - sheet.scale * SYMBOL_TITLE_LEFT, top - sheet.scale * SYMBOL_TITLE_UP
    drawing.text(plain(legend.symbol_title), over, look)


def _draw_names(labels: list[RegionLabel], drawing: Drawing, sheet: Sheet) -> None:
    """Value and name of each region that has somebody, the highest value first."""
    look = TextLook(sheet.scale * TEXT, INK, "r")
    for label, (x, y) in listed_names(labels, ROOM):
        left, top = sheet.at(x, y)
        drawing.text(lines_of(label.text), (left - sheet.scale * LIST_APART, top), look)
        _write(drawing, sheet, label.place.name, (x, y), LIST_APART)


def _write(
    drawing: Drawing, sheet: Sheet, text: str, place: tuple[float, float], shift: float
) -> None:
    """Words from a place of the map on, moved right by `shift` pixels of a page."""
    left, top = sheet.at(*place)
    drawing.text(plain(text), (left + sheet.scale * shift, top), TextLook(sheet.scale * TEXT, INK))
