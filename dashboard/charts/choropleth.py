"""How many, and where? Regions filled by class, with a proportional circle for a second measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Literal

from dashboard.charts.classes import Classes, round_symbols
from dashboard.charts.geography import Layer, Region, regions
from dashboard.charts.theme import INK, MUTED, OUTSIDE, PAPER, RULE, SEQUENTIAL, SYMBOL, layout

LARGEST_SYMBOL = 42
"""Diameter in pixels of the circle of the largest value."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the map shows, in Lambert-93 kilometres, and where its legend stands."""

    x: tuple[int, int]
    y: tuple[int, int]
    legend_x: int
    class_top: int
    class_step: int
    symbol_x: int
    symbol_y: int
    symbol_step: int


WIDE = _Frame((-260, 1260), (6035, 7135), -230, 7060, 46, -200, 6150, 120)
"""The legend in the west, over the sea."""

PROJECTED = _Frame((-780, 1980), (6035, 7135), -740, 7025, 54, -700, 6160, 150)
"""The same, with room for names in the east: at the size that a room can read, they do not fit into their regions."""

LIST_X, LIST_TOP, LIST_STEP = 1400, 7125, 54
"""Where that list stands, in kilometres, and the most that its lines are apart."""

NARROW = _Frame((70, 1260), (5330, 7135), 90, 5900, 74, 720, 5790, 190)
"""The legend under the map, for a phone."""

HATCH = {
    "shape": "/",
    "size": 6,
    "solidity": 0.18,
    "fgcolor": MUTED,
    "bgcolor": OUTSIDE,
    "fillmode": "replace",
}
"""The pattern of regions where nobody was ever enrolled."""

SIDE, ROOM = 130, 80
"""How near, in kilometres, a neighbour's label may be before one of the two is moved."""

State = Literal["shown", "outside", "uncovered"]


@dataclass(frozen=True, slots=True)
class Place:
    """What the map says of one region.

    `state`: shown; outside the selection; or uncovered, where nobody was ever enrolled. `value` fills it: None where
    there is nothing to take a share of. `symbol` is the second measure.
    """

    state: State
    value: float | None
    symbol: int
    label: str
    short_label: str
    tell: str
    target: Mapping[str, str]


@dataclass(frozen=True)
class Legend:
    """What the classes and circles mean, in words."""

    title: str
    labels: Sequence[str]
    symbol_title: str
    symbol_top: int
    write: Callable[[int], str]


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
    targets = {str(i): dict(places[region.code].target) for i, region in enumerate(listed)}
    shown = [(r, places[r.code]) for r in listed if places[r.code].state == "shown"]
    traces.append(_symbols(shown, legend.symbol_top, small=frame is not WIDE))
    outside = any(place.state == "outside" for place in places.values())
    traces.extend(_swatches(frame, len(classes.lower), outside=outside))
    traces.append(_legend_symbols(frame, legend))
    axis = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "data": traces,
        "layout": layout(
            xaxis=axis | {"range": list(frame.x)},
            yaxis=axis | {"range": list(frame.y), "scaleanchor": "x", "scaleratio": 1},
            annotations=[
                *_legend_texts(frame, legend, outside=outside),
                *(_names(shown, frame) if frame is PROJECTED else ()),
            ],
            meta={"targets": {"traces": targets}},
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
    if place.state == "uncovered":
        return trace | {
            "fillpattern": HATCH,
            "line": {"color": RULE, "width": 1},
        }
    if place.state == "outside" or place.value is None:
        return trace | {"fillcolor": OUTSIDE, "line": {"color": RULE, "width": 1}}
    if place.value == 0:
        return trace | {"fillcolor": PAPER, "line": {"color": RULE, "width": 1}}
    return trace | {"fillcolor": SEQUENTIAL[classes.index(place.value)]}


def _symbols(shown: list[tuple[Region, Place]], top: int, *, small: bool) -> dict[str, Any]:
    """Circles, with each region's name and value; a small map has room for the value alone."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [region.label_x for region, _ in shown],
        "y": [region.label_y for region, _ in shown],
        "text": [place.short_label if small else place.label for _, place in shown],
        "textposition": [_side(region, [other for other, _ in shown]) for region, _ in shown],
        "textfont": {"size": 11.5, "color": INK},
        "marker": _circle([diameter(place.symbol, top, small=small) for _, place in shown]),
        "hoverinfo": "skip",
    }


def _names(shown: list[tuple[Region, Place]], frame: _Frame) -> list[dict[str, Any]]:
    """Value and name of each region that has somebody, the highest value first."""
    told = [(region, place) for region, place in shown if place.short_label]
    told.sort(key=lambda one: -(one[1].value or 0))
    step = min(LIST_STEP, (LIST_TOP - frame.y[0]) / max(len(told), 1))
    texts = []
    for i, (region, place) in enumerate(told):
        y = LIST_TOP - step * (i + 0.5)
        texts.append(_text(LIST_X, y, place.short_label) | {"xanchor": "right", "xshift": -4})
        texts.append(_text(LIST_X, y, region.name) | {"xshift": 4})
    return texts


def _side(region: Region, others: Sequence[Region]) -> str:
    """Labels stand under their circle, unless a neighbour's would be written over: then above it, or beside it."""
    for other in others:
        aside = region.label_x - other.label_x
        above = region.label_y - other.label_y
        close_below = abs(aside) < SIDE and 0 < above < ROOM
        just_east = 0 < aside < 1.3 * SIDE and abs(above) < ROOM / 4
        if close_below:
            return "top center"
        if just_east:
            return "middle right"
    return "bottom center"


def diameter(value: int, top: int, *, small: bool = False) -> float:
    """The circle's diameter in pixels: its area is in proportion to `value`."""
    largest = LARGEST_SYMBOL / 2 if small else LARGEST_SYMBOL
    return round(largest * sqrt(value / top), 1) if top else 0.0


def _circle(sizes: Sequence[float]) -> dict[str, Any]:
    return {
        "symbol": "circle",
        "size": sizes,
        "color": "rgba(252,231,240,0.78)",
        "line": {"color": SYMBOL, "width": 1.8},
        "opacity": 1,
    }


def _class_heights(frame: _Frame, rows: int) -> list[int]:
    return [frame.class_top - frame.class_step * i for i in range(rows)]


def _swatches(frame: _Frame, classes: int, *, outside: bool) -> list[dict[str, Any]]:
    """A square for each class, one for a covered region without anybody, a hatched one for those not covered.

    Where regions are outside the selection, a square tells so.
    """
    colours = [*SEQUENTIAL[:classes], PAPER, *([OUTSIDE] if outside else [])]
    *ys, last = _class_heights(frame, len(colours) + 1)
    half = frame.class_step / 3
    left, right = frame.legend_x - half, frame.legend_x + half
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [frame.legend_x] * len(colours),
            "y": ys,
            "marker": {
                "symbol": "square",
                "size": 14,
                "color": colours,
                "line": {"color": RULE, "width": 1},
            },
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "lines",
            "x": [left, right, right, left, left],
            "y": [last - half, last - half, last + half, last + half, last - half],
            "fill": "toself",
            "fillpattern": HATCH,
            "line": {"color": RULE, "width": 1},
            "hoverinfo": "skip",
        },
    ]


def _legend_symbols(frame: _Frame, legend: Legend) -> dict[str, Any]:
    values = round_symbols(legend.symbol_top)
    small = frame is not WIDE
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [frame.symbol_x + frame.symbol_step * i for i in range(len(values))],
        "y": [frame.symbol_y] * len(values),
        "marker": _circle([diameter(v, legend.symbol_top, small=small) for v in values]),
        "hoverinfo": "skip",
    }


def _legend_texts(frame: _Frame, legend: Legend, *, outside: bool) -> list[dict[str, Any]]:
    """The words of the legend. Annotations, not the text of traces: on a dark page these stand on the page."""
    apart = ("hors sélection",) if outside else ()
    rows = (*legend.labels, "aucun bénéficiaire", *apart, "non couverte")
    heights = _class_heights(frame, len(rows))
    texts = [
        _text(frame.legend_x, y, label) | {"xshift": 14}
        for y, label in zip(heights, rows, strict=True)
    ]
    texts.append(
        _text(frame.legend_x, frame.class_top, legend.title) | {"xshift": -9, "yshift": 22}
    )
    values = round_symbols(legend.symbol_top)
    for i, value in enumerate(values):
        x = frame.symbol_x + frame.symbol_step * i
        shift = -(diameter(values[0], legend.symbol_top, small=frame is not WIDE) / 2 + 10)
        texts.append(
            _text(x, frame.symbol_y, legend.write(value)) | {"xanchor": "center", "yshift": shift}
        )
    if values:
        texts.append(
            _text(frame.symbol_x, frame.symbol_y, legend.symbol_title)
            | {"xshift": -20, "yshift": 34 if frame is WIDE else 22}
        )
    return texts


def _text(x: float, y: float, text: str) -> dict[str, Any]:
    return {
        "xref": "x",
        "yref": "y",
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": INK},
    }
