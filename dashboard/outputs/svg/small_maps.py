"""How are small maps drawn side by side, in the same classes?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.content.charts import SmallMaps
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.medium import Medium
from dashboard.content.theme import STROKE, SYMBOL
from dashboard.outputs.layout.geography import Region, regions
from dashboard.outputs.layout.small_map_frames import (
    HEIGHT,
    SOUTH,
    WEST,
    Frame,
    frame_for,
    shift_of,
)
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.map_ground import Area, Ground, Kilometres
from dashboard.outputs.svg.map_marks import UNTOUCHED, Look, answers, lacking, valued
from dashboard.outputs.svg.mark import ClickWriter
from dashboard.outputs.svg.markup import Value, element, number
from dashboard.outputs.svg.outlines import coarse_layer, outlines
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.small_map_words import heads, legend, lowest, numbers

BORDERS: Mapping[str, Value] = {
    "stroke": STROKE,
    "stroke_width": 0.6,
    "stroke_linejoin": "round",
}
NEW: Mapping[str, Value] = {"fill": "none", "stroke": SYMBOL, "stroke_width": 2}
"""The borders of all regions, and those of new ones."""


@dataclass(frozen=True, slots=True)
class _Map:
    """One of the maps, moved east and north by so many kilometres: each region with what is said of it."""

    words: SmallMap
    shift: Kilometres
    shown: Sequence[tuple[Region, SmallPlace]]


def small_maps(chart: SmallMaps, medium: Medium, clicks: ClickWriter) -> Drawing:
    """The maps row by row, and under them, or in the place of one more, their legend."""
    frame, layer = frame_for(len(chart.maps), medium), coarse_layer(chart.layer)
    area = _area(chart, frame)
    listed = regions(chart.layer)
    maps = [_Map(m, shift_of(i, frame), _shown(listed, m)) for i, m in enumerate(chart.maps)]

    def body(plane: Plane) -> str:
        ground, drawn = Ground(area, plane), outlines(layer)
        grounds = "".join(
            _outlined(chart, one, drawn.ids, _at(one.shift, drawn.unit), plane, clicks)
            for one in maps
        )
        placed = [(region, place, one.shift) for one in maps for region, place in one.shown]
        return "".join(
            (
                ground.outlined(element("g", grounds, class_="regions", **BORDERS), drawn.unit),
                numbers(placed, chart.classes, frame, ground),
                heads([(one.words, one.shift) for one in maps], frame, ground),
                legend(chart, frame, ground),
            )
        )

    return Drawing("small-maps", body, ratio=area.ratio, layers=(layer,))


def _area(chart: SmallMaps, frame: Frame) -> Area:
    places = len(chart.maps) + 1 if frame.legend_aside else len(chart.maps)
    bottom = SOUTH - (-(-places // frame.beside) - 1) * frame.pitch
    return Area(
        (WEST, WEST + frame.beside * frame.cell),
        (min(lowest(chart, frame), bottom), SOUTH + HEIGHT + frame.head),
    )


def _shown(listed: Sequence[Region], small_map: SmallMap) -> list[tuple[Region, SmallPlace]]:
    places = small_map.places_of(region.code for region in listed)
    return list(zip(listed, places, strict=True))


def _at(shift: Kilometres, unit: float) -> Mapping[str, str]:
    """Where the outlines of a map begin, in their units."""
    east, north = shift
    return {"x": number(east / unit), "y": number(-north / unit)}


def _look(chart: SmallMaps, place: SmallPlace) -> Look:
    if place.state != "shown":
        return lacking(place.state, "-small")
    return valued(chart.classes.index(place.value)) if place.value else lacking("empty")


def _outlined(
    chart: SmallMaps,
    one: _Map,
    ids: Sequence[str],
    at: Mapping[str, str],
    plane: Plane,
    clicks: ClickWriter,
) -> str:
    """The regions of a map, and over them the borders of the new ones."""
    uses, new = "", ""
    for id_, (_, place) in zip(ids, one.shown, strict=True):
        look = _look(chart, place)
        said = answers(plane, place, clicks)
        uses += element("use", href=f"#{id_}", **at, class_=look.kind, fill=look.paint, **said)
        if place.is_new:
            new += element("use", href=f"#{id_}", **at)
    borders = element("g", new, class_="new", **NEW, **UNTOUCHED) if new else ""
    group = {"role": "group", "aria_label": one.words.title} if plane.live else {}
    return element("g", uses + borders, **group)
