"""How many, and where? Regions filled by class, with a proportional circle for a second measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.content.charts.classes import Classes
from dashboard.content.theme import INK, PAPER, SEQUENTIAL, layout
from dashboard.outputs.layout.geography import Layer, Region, regions
from dashboard.outputs.layout.lettering import LINE, width_of
from dashboard.outputs.layout.map_frames import (
    NARROW,
    PROJECTED,
    WIDE,
    Frame,
    Legend,
    legend_texts,
    legend_traces,
)
from dashboard.outputs.layout.map_labels import Box, Label, sides
from dashboard.outputs.plotly.map_marks import FILLS, State, circle, diameter, written

LETTERS = 11.5
"""Pixels of a letter of a label."""

LIST_X, LIST_TOP, LIST_STEP = 1400, 7125, 54
"""Where the list of names stands on a projected map, in kilometres, and the most that its lines are apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the map says of one region. `value` fills it where it is shown; `symbol` is the second measure."""

    state: State
    value: float
    symbol: int
    label: str
    short_label: str
    tell: str
    target: Mapping[str, str]


def choropleth(
    layer: Layer,
    places: Mapping[str, Place],
    classes: Classes,
    legend: Legend,
    *,
    narrow: bool = False,
    projected: bool = False,
) -> dict[str, Any]:
    """The figure of `places`, by region code, on one layer. A click on a region is told by its trace's number."""
    listed = regions(layer)
    frame = NARROW if narrow else PROJECTED if projected else WIDE
    traces = [_outline(region, places[region.code], classes) for region in listed]
    clicks = {str(i): dict(places[region.code].target) for i, region in enumerate(listed)}
    peopled = [(r, places[r.code]) for r in listed if places[r.code].state in ("shown", "baseless")]
    states = {place.state for place in places.values()}
    traces.append(_symbols(peopled, legend.symbol_top, frame))
    traces.extend(legend_traces(frame, legend, states))
    axis = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "data": traces,
        "layout": layout(
            xaxis=axis | {"range": list(frame.x)},
            yaxis=axis | {"range": list(frame.y), "scaleanchor": "x", "scaleratio": 1},
            annotations=[
                *legend_texts(frame, legend, states),
                *(_names(peopled, frame) if frame is PROJECTED else ()),
            ],
            meta={"targets": {"traces": clicks}},
        ),
    }


def _outline(region: Region, place: Place, classes: Classes) -> dict[str, Any]:
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "x": region.x,
        "y": region.y,
        "fill": "toself",
        "line": {"color": PAPER, "width": 1.2},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": place.tell,
        "name": region.name,
    }
    if place.state == "shown":
        return trace | {"fillcolor": SEQUENTIAL[classes.index(place.value)]}
    return trace | FILLS[place.state]


def _symbols(peopled: list[tuple[Region, Place]], top: int, frame: Frame) -> dict[str, Any]:
    """Circles, with each region's name and value; a small map has room for the value alone."""
    texts = [place.short_label if frame.small else place.label for _, place in peopled]
    sizes = [diameter(place.symbol, top, small=frame.small) for _, place in peopled]
    labels = tuple(
        Label(
            frame.scale * region.label_x,
            -frame.scale * region.label_y,
            size / 2,
            width_of(text, LETTERS),
            LETTERS * (1 + LINE * text.count("<br>")),
            _home(region, frame.scale),
        )
        for (region, _), text, size in zip(peopled, texts, sizes, strict=True)
    )
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [region.label_x for region, _ in peopled],
        "y": [region.label_y for region, _ in peopled],
        "text": texts,
        "textposition": list(sides(labels)),
        "textfont": {"size": LETTERS, "color": INK},
        "marker": circle(sizes),
        "hoverinfo": "skip",
    }


def _home(region: Region, scale: float) -> Box:
    """The box of a region in pixels, downwards."""
    west, south, east, north = region.box
    return (scale * west, -scale * north, scale * east, -scale * south)


def _names(peopled: list[tuple[Region, Place]], frame: Frame) -> list[dict[str, Any]]:
    """Value and name of each region that has somebody, the highest value first."""
    told = sorted(peopled, key=lambda one: -one[1].value)
    step = min(LIST_STEP, (LIST_TOP - frame.y[0]) / max(len(told), 1))
    texts = []
    for i, (region, place) in enumerate(told):
        y = LIST_TOP - step * (i + 0.5)
        texts.append(written(LIST_X, y, place.short_label) | {"xanchor": "right", "xshift": -4})
        texts.append(written(LIST_X, y, region.name) | {"xshift": 4})
    return texts
