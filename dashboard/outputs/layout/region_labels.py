"""What is written on each region of a map, and on which side of its circle?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.region_map import Place, RegionMap
from dashboard.content.charts.rich_text import NO_TEXT, RichText, bold, rich
from dashboard.outputs.layout.geography import Region, regions
from dashboard.outputs.layout.map_frames import Frame
from dashboard.outputs.layout.map_labels import Box, Label, Side, sides
from dashboard.outputs.layout.map_symbols import diameter
from dashboard.outputs.layout.text_width import LINE, width_of, width_of_lines
from dashboard.outputs.layout.wrapping import two_lines

LETTERS = 11.5
"""Pixels of a letter of a label."""

LIST_X, LIST_TOP, LIST_STEP = 1400, 7125, 54
"""Where the list of names stands on a map for a room, in kilometres, and the most that its lines are apart."""


@dataclass(frozen=True, slots=True)
class RegionLabel:
    """A region that has somebody: the diameter of its circle in pixels, its text, and the side that this stands on."""

    region: Region
    place: Place
    size: float
    text: RichText
    side: Side


def region_labels(chart: RegionMap, frame: Frame) -> list[RegionLabel]:
    """The regions that have somebody, each with its name and value; a small map has room for the value alone."""
    listed = regions(chart.layer)
    placed = zip(listed, chart.places_of(region.code for region in listed), strict=True)
    peopled = [pair for pair in placed if pair[1].state in ("shown", "baseless", "suppressed")]
    names = [[] if frame.small else two_lines(place.name) for _, place in peopled]
    top = chart.legend.symbol_top
    sizes = [diameter(place.symbol, top, small=frame.small) for _, place in peopled]
    labels = tuple(
        _label(region, place, lines, size / 2, frame.scale)
        for (region, place), lines, size in zip(peopled, names, sizes, strict=True)
    )
    return [
        RegionLabel(region, place, size, _text(place, lines), side)
        for (region, place), lines, size, side in zip(
            peopled, names, sizes, sides(labels, _room(frame)), strict=True
        )
    ]


def listed_names(
    labels: list[RegionLabel], frame: Frame
) -> list[tuple[RegionLabel, tuple[float, float]]]:
    """Where each region stands in the list of names, in kilometres: the highest value first."""
    ranked = sorted(labels, key=lambda label: -label.place.value)
    step = min(LIST_STEP, (LIST_TOP - frame.y[0]) / max(len(ranked), 1))
    return [(label, (LIST_X, LIST_TOP - step * (i + 0.5))) for i, label in enumerate(ranked)]


def _text(place: Place, lines: list[str]) -> RichText:
    return rich(*lines, bold(place.number)) if place.number else NO_TEXT


def _label(region: Region, place: Place, lines: list[str], radius: float, scale: float) -> Label:
    """The circle and the text of a region in pixels; it stays as wide as it is where nobody is named."""
    number = width_of(place.number, LETTERS, bold=True)
    width = max(width_of_lines(lines, LETTERS), number) if place.number else 0
    height = LETTERS * (1 + LINE * (len(lines) if place.number else 0))
    x, y = scale * region.label_x, -scale * region.label_y
    return Label(x, y, radius, width, height, _home(region, scale))


def _home(region: Region, scale: float) -> Box:
    """The box of a region in pixels, downwards."""
    west, south, east, north = region.box
    return (scale * west, -scale * north, scale * east, -scale * south)


def _room(frame: Frame) -> Box:
    """The box of the map in pixels, downwards."""
    (west, east), (south, north) = frame.x, frame.y
    return (frame.scale * west, -frame.scale * north, frame.scale * east, -frame.scale * south)
