"""What stands on and above each of several small maps, and in their legend?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.charts import SmallMaps
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.region_map import SUPPRESSED
from dashboard.content.charts.rich_text import rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.theme import SEQUENTIAL, SYMBOL
from dashboard.outputs.layout.contrast import ink_on
from dashboard.outputs.layout.geography import Region
from dashboard.outputs.layout.small_map_frames import (
    BISCAY,
    HEIGHT,
    SOUTH,
    WEST,
    WIDTH,
    Frame,
    head_of,
    shift_of,
)
from dashboard.outputs.layout.small_map_outlines import is_slender, number_x
from dashboard.outputs.svg.map_ground import Ground, Kilometres
from dashboard.outputs.svg.map_marks import Look, lacking, swatch, valued
from dashboard.outputs.svg.markup import element
from dashboard.outputs.svg.words import text_at, words
from dashboard.text.typography import unbroken

HEAD = 3
"""Pixels between a title and the edge above it."""

BESIDE = 13
"""Pixels from the middle of a square of the legend to its words."""


def numbers(
    placed: Sequence[tuple[Region, SmallPlace, Kilometres]],
    classes: Classes,
    frame: Frame,
    ground: Ground,
) -> str:
    """The number of each region, on it or beside a slender one; their names for ears say the same."""
    written = ""
    for region, place, (east, north) in placed:
        if place.label and frame.numbered:
            at, label = (number_x(region) + east, region.label_y + north), rich(place.label)
            if is_slender(region):
                written += text_at(ground.at(at), label)
            else:
                ink = ink_on(SEQUENTIAL[classes.index(place.value)]) if place.value else None
                written += text_at(ground.at(at), label, align="middle", fill=ink)
    written = words(written, size=frame.letters, unheard=ground.plane.live)
    return element("g", written, class_="numbers")


def heads(maps: Sequence[tuple[SmallMap, Kilometres]], frame: Frame, ground: Ground) -> str:
    """The title of each map and what is under it: above the map, or before it, in the ocean, where it is indented."""
    above, before = (WEST + WIDTH / 2, SOUTH + HEIGHT + frame.head), (WEST - frame.indent, BISCAY)
    east, north = before if frame.indent else above
    written = [
        text_at(
            ground.at((east + shift[0], north + shift[1])),
            head_of(small_map, frame),
            shift=(0, HEAD),
            align="start" if frame.indent else "middle",
            above=0,
        )
        for small_map, shift in maps
    ]
    return element("g", words("".join(written)), class_="heads")


def legend(chart: SmallMaps, frame: Frame, ground: Ground) -> str:
    """A square and a name for each class and kind of region."""
    squares, names = "", ""
    left, top = _start(chart, frame)
    across = frame.beside * frame.cell / frame.legend_columns
    for i, (name, look) in enumerate(_looks(chart)):
        row, column = divmod(i, frame.legend_columns)
        place = (
            left + column * across + frame.legend_step / 2,
            top - (row + 0.6) * frame.legend_step,
        )
        squares += swatch(ground, place, look)
        names += text_at(ground.at(place), rich(name), shift=(BESIDE, 0))
    return element("g", squares + words(names), class_="legend")


def lowest(chart: SmallMaps, frame: Frame) -> float:
    """How far north the last row of the legend reaches down to, in kilometres."""
    _, top = _start(chart, frame)
    rows = -(-len(list(_looks(chart))) // frame.legend_columns)
    return top - (rows + 0.2) * frame.legend_step


def _start(chart: SmallMaps, frame: Frame) -> Kilometres:
    """The upper left corner of the legend: of the place after the last map, or below all."""
    if frame.legend_aside:
        east, north = shift_of(len(chart.maps), frame)
        return WEST + east, SOUTH + HEIGHT + frame.head + north
    rows = -(-len(chart.maps) // frame.beside)
    return WEST, SOUTH - (rows - 1) * frame.pitch


def _looks(chart: SmallMaps) -> Iterator[tuple[str, Look]]:
    """What each class and kind of region is called, and how it looks."""
    for i, label in enumerate(chart.class_labels[: len(chart.classes.lower)]):
        yield label, valued(i)
    yield chart.empty, lacking("empty")
    if chart.suppressed:
        yield unbroken(SUPPRESSED), lacking("suppressed")
    if any(place.state == "outside" for small_map in chart.maps for place in small_map.places):
        yield "hors de la sélection", lacking("outside")
    yield chart.uncovered, lacking("uncovered")
    if chart.boxed:
        yield chart.boxed, lacking("boxed")
    yield chart.new, Look("empty new", lacking("empty").paint, SYMBOL)
