"""How are small maps drawn on a slide, one a year, in the same classes and with one legend?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.charts.region_map import SUPPRESSED
from dashboard.content.charts.rich_text import Run, rich
from dashboard.content.charts.small_maps import SmallMap, SmallMaps, SmallPlace
from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER, SEQUENTIAL, STROKE, SYMBOL
from dashboard.outputs.deck.colours import hatched, solid
from dashboard.outputs.deck.drawing import NO_FILL, Box, Contour, Drawing, Style, TextLook, stroke
from dashboard.outputs.deck.marks import BESIDE, SWATCH, TEXT, contours, draw_label, square
from dashboard.outputs.deck.rich_text import lines_of, plain
from dashboard.outputs.deck.sheet import Sheet, map_sheet
from dashboard.outputs.layout.contrast import ink_on
from dashboard.outputs.layout.geography import Region, regions
from dashboard.outputs.layout.small_map_frames import (
    BISCAY,
    HEIGHT,
    SOUTH,
    WEST,
    WIDTH,
    Frame,
    frame_for,
    head_of,
    shift_of,
)
from dashboard.outputs.layout.small_map_outlines import coarse, is_slender, number_x
from dashboard.outputs.xml_safe import one_line
from dashboard.text.typography import unbroken

THIN, NEW = 0.6, 2
"""Pixels of the line around a region, and around a new one, at a page's size."""

NAME_APART = 4
"""Pixels from a square of the legend to its name."""

HATCHED = hatched(STROKE, OUTSIDE)
SUPPRESSED_FILL = hatched(MUTED, PAPER, level=True)

ROW_ABOVE, ROW_BELOW = 0.6, 0.2
"""Where in its row a square of the legend stands, and the room below the last one, in rows."""

Shift = tuple[int, int]
"""How far east and north a map is moved, in kilometres."""


def draw_small_maps(chart: SmallMaps, drawing: Drawing, area: Box) -> None:
    """All regions, then what stands over those of each map, the legend's squares, titles, the legend's names."""
    frame = frame_for(len(chart.maps), "room")
    names = _legend_names(chart)
    places = _legend_places(len(names), shift_of(len(chart.maps), frame), frame)
    sheet = _sheet(len(chart.maps), places[-1][1], frame, area)
    shifted = [(year, shift_of(i, frame)) for i, year in enumerate(chart.maps)]
    for year, shift in shifted:
        _draw_regions(year, shift, chart, drawing, sheet)
    for year, shift in shifted:
        _draw_over(year, shift, chart, drawing, sheet, numbered=frame.numbered)
    for style, (x, y) in zip(_legend_styles(chart, sheet.scale), places, strict=True):
        drawing.freeform(SWATCH, square(x, y, frame.legend_step / 4, sheet), style)
    look = TextLook(sheet.scale * TEXT, INK)
    for year, (east, north) in shifted:
        if frame.indent:
            at = sheet.at(WEST + east - frame.indent, BISCAY + north)
            placed = replace(look, anchor="t")
        else:
            at = sheet.at(WEST + WIDTH / 2 + east, SOUTH + HEIGHT + frame.head + north)
            placed = replace(look, anchor="t", align="ctr")
        drawing.text(lines_of(head_of(year, frame)), at, placed)
    for name, (x, y) in zip(names, places, strict=True):
        left, top = sheet.at(x + frame.legend_step / 4, y)
        drawing.text(plain(name), (left + sheet.scale * NAME_APART, top), look)


def _sheet(maps: int, last: float, frame: Frame, area: Box) -> Sheet:
    """All maps, and the legend, whose last square stands at `last`, in kilometres."""
    rows = -(-(maps + 1) // frame.beside)
    bottom = SOUTH - (rows - 1) * frame.pitch
    lowest = last - (1 - ROW_ABOVE + ROW_BELOW) * frame.legend_step
    across = (WEST, WEST + frame.beside * frame.cell)
    return map_sheet(area, across, (min(lowest, bottom), SOUTH + HEIGHT + frame.head))


def _draw_regions(
    year: SmallMap, shift: Shift, chart: SmallMaps, drawing: Drawing, sheet: Sheet
) -> None:
    line = stroke(STROKE, sheet.scale * THIN)
    for region, place in _placed(year, chart):
        hatching = {"uncovered": HATCHED, "suppressed": SUPPRESSED_FILL}
        fill = hatching.get(place.state) or solid(_colour(place, chart))
        drawn = _outline(region, shift, sheet)
        drawing.freeform(one_line(region.name), drawn, Style(fill, line), one_line(place.hover))


def _draw_over(
    year: SmallMap,
    shift: Shift,
    chart: SmallMaps,
    drawing: Drawing,
    sheet: Sheet,
    *,
    numbered: bool,
) -> None:
    """The outlines of new regions, the numbers on regions, then those beside slender ones."""
    placed = _placed(year, chart)
    new = [
        contour
        for region, place in placed
        if place.is_new
        for contour in _outline(region, shift, sheet, closed=False)
    ]
    drawing.freeform(SWATCH, new, Style(NO_FILL, stroke(SYMBOL, sheet.scale * NEW)))
    numbers = [
        (
            place,
            is_slender(region),
            sheet.at(number_x(region) + shift[0], region.label_y + shift[1]),
        )
        for region, place in placed
        if place.label and numbered
    ]
    look = TextLook(sheet.scale * TEXT, INK, "ctr")
    for place, slender, at in numbers:
        if not slender:
            ink = ink_on(_colour(place, chart))
            drawing.text(lines_of(rich(Run(place.label, colour=ink))), at, look)
    for place, slender, at in numbers:
        if slender:
            draw_label(drawing, plain(place.label), at, "right", BESIDE * sheet.scale, look)


def _placed(year: SmallMap, chart: SmallMaps) -> list[tuple[Region, SmallPlace]]:
    """Each outline with what is said of it that year."""
    listed = regions(chart.layer)
    return list(zip(listed, year.places_of(region.code for region in listed), strict=True))


def _outline(region: Region, shift: Shift, sheet: Sheet, *, closed: bool = True) -> list[Contour]:
    x, y = coarse(region)
    return contours(x + shift[0], y + shift[1], sheet, closed=closed)


def _colour(place: SmallPlace, chart: SmallMaps) -> str:
    if place.state == "outside":
        return OUTSIDE
    if place.state == "suppressed":
        return PAPER
    return SEQUENTIAL[chart.classes.index(place.value)] if place.value else PAPER


def _has_outside(chart: SmallMaps) -> bool:
    return any(place.state == "outside" for year in chart.maps for place in year.places)


def _class_labels(chart: SmallMaps) -> tuple[str, ...]:
    return chart.class_labels[: len(chart.classes.lower)]


def _legend_names(chart: SmallMaps) -> tuple[str, ...]:
    """Classes, then kinds of regions; that of those outside the selection only where there are some."""
    outside = ("hors de la sélection",) if _has_outside(chart) else ()
    boxed = (chart.boxed,) if chart.boxed else ()
    untold = (unbroken(SUPPRESSED),) if chart.suppressed else ()
    kinds = (chart.empty, *untold, *outside, chart.uncovered, *boxed, chart.new)
    return (*_class_labels(chart), *kinds)


def _legend_styles(chart: SmallMaps, scale: float) -> tuple[Style, ...]:
    """How each of the names of the legend looks."""
    thin, new = stroke(STROKE, scale * THIN), stroke(SYMBOL, scale * NEW)
    classes = (Style(solid(colour), thin) for colour in SEQUENTIAL[: len(_class_labels(chart))])
    outside = (Style(solid(OUTSIDE), thin),) if _has_outside(chart) else ()
    return (
        *classes,
        Style(solid(PAPER), thin),
        *((Style(SUPPRESSED_FILL, thin),) if chart.suppressed else ()),
        *outside,
        Style(HATCHED, thin),
        *((Style(solid(PAPER), stroke(MUTED, scale * NEW)),) if chart.boxed else ()),
        Style(solid(PAPER), new),
    )


def _legend_places(many: int, shift: Shift, frame: Frame) -> list[tuple[float, float]]:
    """The middle of each square of the legend, in kilometres: a column in the place of one more map."""
    left, top = WEST + shift[0], SOUTH + HEIGHT + frame.head + shift[1]
    x = left + frame.legend_step / 2
    return [(x, top - (i + ROW_ABOVE) * frame.legend_step) for i in range(many)]
