"""How are small maps drawn side by side, in the same classes?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from dashboard.content.charts import SmallMaps
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.medium import Medium
from dashboard.content.theme import INK, OUTSIDE, PAPER, SEQUENTIAL
from dashboard.outputs.layout.geography import Line, Region, regions
from dashboard.outputs.layout.small_map_frames import (
    HEIGHT,
    SOUTH,
    WEST,
    Frame,
    frame_for,
    shift_of,
)
from dashboard.outputs.layout.small_map_outlines import coarse, is_slender, number_x
from dashboard.outputs.plotly.base import Figure, Trace, layout, letters
from dashboard.outputs.plotly.clicks import ClickWriter, trace_targets
from dashboard.outputs.plotly.fills import hatching, on_fill
from dashboard.outputs.plotly.map_marks import FILLED, map_axes
from dashboard.outputs.plotly.markup import markup
from dashboard.outputs.plotly.small_map_texts import NEW, THIN, head, legend

Shift = tuple[int, int]
"""How far a map is moved east and north, in kilometres."""

Shown = Sequence[tuple[Region, SmallPlace]]
"""The regions of one map."""


def small_maps(chart: SmallMaps, medium: Medium, clicks: ClickWriter) -> Figure:
    """The maps row by row: first all regions of all maps. A click on a region is known by its trace's number."""
    frame, listed = frame_for(len(chart.maps), medium), regions(chart.layer)
    shown = [_shown(listed, small_map) for small_map in chart.maps]
    shifts = [shift_of(i, frame) for i in range(len(chart.maps))]
    outlines = [
        _outline(chart, region, place, shift)
        for regions_of_map, shift in zip(shown, shifts, strict=True)
        for region, place in regions_of_map
    ]
    size = letters(frame.letters, medium)
    over = [
        _over(chart, regions_of_map, shift, size)
        for regions_of_map, shift in zip(shown, shifts, strict=True)
    ]
    swatches, names, lowest = legend(chart, frame)
    bottom = SOUTH - (_rows(chart, frame) - 1) * frame.pitch
    return {
        "data": [*outlines, *chain.from_iterable(over), *swatches],
        "layout": layout(
            **map_axes(
                (WEST, WEST + frame.beside * frame.cell),
                (min(lowest, bottom), SOUTH + HEIGHT + frame.head),
            ),
            annotations=[
                *(
                    head(small_map, shift, frame)
                    for small_map, shift in zip(chart.maps, shifts, strict=True)
                ),
                *names,
            ],
            meta={
                "targets": trace_targets(
                    (place.click for regions_of_map in shown for _, place in regions_of_map),
                    clicks,
                )
            },
        ),
    }


def _rows(chart: SmallMaps, frame: Frame) -> int:
    """Rows of maps; where titles are indented, the legend takes the place of one more map."""
    places = len(chart.maps) + 1 if frame.indent else len(chart.maps)
    return -(-places // frame.beside)


def _shown(listed: Sequence[Region], small_map: SmallMap) -> Shown:
    places = small_map.places_of(region.code for region in listed)
    return list(zip(listed, places, strict=True))


def _moved(region: Region, shift: Shift) -> dict[str, Line]:
    x, y = coarse(region)
    return {"x": x + shift[0], "y": y + shift[1]}


def _fill(chart: SmallMaps, place: SmallPlace) -> str:
    if place.state == "outside":
        return OUTSIDE
    return SEQUENTIAL[chart.classes.index(place.value)] if place.value else PAPER


def _outline(chart: SmallMaps, region: Region, place: SmallPlace, shift: Shift) -> Trace:
    trace = (
        FILLED
        | {"line": THIN, "hoveron": "fills", "hoverinfo": "text", "text": markup(place.hover)}
        | {"name": markup(region.name)}
        | _moved(region, shift)
    )
    if place.state == "uncovered":
        return trace | {"fillpattern": hatching(OUTSIDE)}
    return trace | {"fillcolor": _fill(chart, place)}


def _over(chart: SmallMaps, shown: Shown, shift: Shift, size: float) -> list[Trace]:
    """What stands over the fills of one map: outlines of the new regions, then the numbers."""
    inner = [(region, place) for region, place in shown if place.label and not is_slender(region)]
    slender = [(region, place) for region, place in shown if place.label and is_slender(region)]
    numbers = _numbers(inner, shift, size) | {
        "text": [on_fill(place.label, _fill(chart, place)) for _, place in inner]
    }
    aside = _numbers(slender, shift, size) | {
        "text": [markup(place.label) for _, place in slender],
        "textposition": "middle right",
    }
    return [_new(shown, shift), numbers, *([aside] if slender else [])]


def _new(shown: Shown, shift: Shift) -> Trace:
    """The outlines of the new regions, as one line."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for region, place in shown:
        if place.is_new:
            moved = _moved(region, shift)
            xs += [*moved["x"], None]
            ys += [*moved["y"], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "hoverinfo": "skip",
        "line": NEW,
    }


def _numbers(shown: Shown, shift: Shift, size: float) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "textfont": {"size": size, "color": INK},
        "hoverinfo": "skip",
        "x": [number_x(region) + shift[0] for region, _ in shown],
        "y": [region.label_y + shift[1] for region, _ in shown],
    }
