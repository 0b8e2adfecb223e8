"""How is a map drawn: regions filled by class, circles on them, their names, and a legend?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.content.charts import RegionMap
from dashboard.content.charts.region_map import Place
from dashboard.content.charts.rich_text import rich
from dashboard.content.medium import Medium
from dashboard.content.theme import PAPER, RULE
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.layout.map_frames import FRAMES, Frame
from dashboard.outputs.layout.map_labels import DIRECTIONS
from dashboard.outputs.layout.region_labels import (
    LETTERS,
    RegionLabel,
    listed_names,
    region_labels,
)
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.map_ground import Area, Ground
from dashboard.outputs.svg.map_marks import (
    Look,
    answers,
    circle,
    circles,
    lacking,
    valued,
)
from dashboard.outputs.svg.mark import ClickWriter
from dashboard.outputs.svg.markup import Value, element
from dashboard.outputs.svg.outlines import outlines
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.region_map_legend import legend
from dashboard.outputs.svg.words import SIZE, Align, haloed, text_at, words

ALIGNED: Mapping[int, Align] = {1: "start", 0: "middle", -1: "end"}
"""Which side of a text is at its circle, by how far right of this it stands."""

SHOWN: Mapping[str, Value] = {"stroke": PAPER, "stroke_width": 1.2}
"""The border of a region that has a value."""


def region_map(chart: RegionMap, medium: Medium, clicks: ClickWriter) -> Drawing:
    """In a room, whose letters are too large for most regions, names stand in a list beside the map."""
    frame = FRAMES[medium]
    area = Area(frame.x, frame.y)
    labels = region_labels(chart, frame)
    size = SIZE if medium == "room" else LETTERS

    def body(plane: Plane) -> str:
        ground = Ground(area, plane)
        parts = [
            _regions(chart, ground, clicks),
            _circles(labels, ground),
            _labels(labels, size, ground),
            legend(chart, frame, ground),
        ]
        if medium == "room":
            parts.append(_names(labels, frame, ground))
        return "".join(parts)

    return Drawing("region-map", body, ratio=area.ratio, layers=(chart.layer,))


def _regions(chart: RegionMap, ground: Ground, clicks: ClickWriter) -> str:
    drawn = outlines(chart.layer)
    places = chart.places_of(region.code for region in regions(chart.layer))
    uses = "".join(
        _region(id_, place, _look(chart, place), answers(ground.plane, place, clicks))
        for id_, place in zip(drawn.ids, places, strict=True)
    )
    lines: Mapping[str, Value] = {"stroke": RULE, "stroke_width": 1, "stroke_linejoin": "round"}
    return ground.outlined(element("g", uses, class_="regions", **lines), drawn.unit)


def _look(chart: RegionMap, place: Place) -> Look:
    if place.state == "shown":
        return valued(chart.classes.index(place.value))
    return lacking(place.state, "-map")


def _region(id_: str, place: Place, look: Look, answers: Mapping[str, Value]) -> str:
    border: Mapping[str, Value] = SHOWN if place.state == "shown" else {}
    return element("use", href=f"#{id_}", class_=look.kind, fill=look.paint, **border, **answers)


def _circles(labels: Sequence[RegionLabel], ground: Ground) -> str:
    """A circle on each region that has somebody."""
    places = [((label.region.label_x, label.region.label_y), label.size) for label in labels]
    return circles("".join(circle(ground, place, size) for place, size in places if size))


def _labels(labels: Sequence[RegionLabel], size: float, ground: Ground) -> str:
    """The names of regions on these, which marks say too."""
    written = haloed("".join(_label(label, ground) for label in labels), ground.plane)
    return element("g", words(written, size=size, unheard=ground.plane.live), class_="labels")


def _label(label: RegionLabel, ground: Ground) -> str:
    """Name and value of a region on a side of its circle; a small map has room for the value alone."""
    if not label.text:
        return ""
    across, down = DIRECTIONS[label.side]
    away = label.size / 1.6
    return text_at(
        ground.at((label.region.label_x, label.region.label_y)),
        label.text,
        shift=(across * (away + 1), down * (away - 1)),
        align=ALIGNED[across],
        above=(1 - down) / 2,
    )


def _names(labels: list[RegionLabel], frame: Frame, ground: Ground) -> str:
    """Value and name of each region that has somebody, the highest value first."""
    written = "".join(
        text_at(ground.at(place), label.text, shift=(-7, 0), align="end")
        + text_at(ground.at(place), rich(label.place.name), shift=(7, 0))
        for label, place in listed_names(labels, frame)
    )
    return element("g", words(written), class_="names")
