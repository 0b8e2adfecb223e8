"""How does plotly draw our maps: a filled outline a region, circles with words on them, and its own legend?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.charts import RegionMap, SmallMaps
from dashboard.content.charts.rich_text import RichText
from dashboard.content.theme import INK, OUTSIDE, PAPER, RULE, SEQUENTIAL, SYMBOL
from dashboard.outputs.layout.geography import Region, regions

Figure = dict[str, Any]
Trace = dict[str, Any]

LARGEST = 60
"""Pixels of the largest circle."""

SMALL_MAPS_ABREAST = 3
PITCH = 1150
"""Kilometres from one small map to the next."""


def region_map(chart: RegionMap) -> Figure:
    """Regions by class, then the circles of the second measure with each region's name and value."""
    listed = regions(chart.layer)
    places = chart.places_of(region.code for region in listed)
    shown = [pair for pair in zip(listed, places, strict=True) if pair[1].symbol]
    circles = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [region.label_x for region, _ in shown],
        "y": [region.label_y for region, _ in shown],
        "text": [f"{place.name}<br>{place.number}" for _, place in shown],
        "textposition": "bottom center",
        "marker": {
            "size": [place.symbol for _, place in shown],
            "sizemode": "area",
            "sizeref": 2 * chart.legend.symbol_top / LARGEST**2 or 1,
            "color": "rgba(252,231,240,0.78)",
            "line": {"color": SYMBOL, "width": 1.8},
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }
    fills = [
        SEQUENTIAL[chart.classes.index(place.value)] if place.state == "shown" else None
        for place in places
    ]
    outlines = [
        _outline(region, place.state, place.hover, fill)
        for region, place, fill in zip(listed, places, fills, strict=True)
    ]
    return {
        "data": [*outlines, circles, *_legend(chart.legend.class_labels)],
        "layout": _layout(),
    }


def small_maps(chart: SmallMaps) -> Figure:
    """One map a year side by side, each region with its number, in the same classes."""
    listed = regions(chart.layer)
    data, titles = [], []
    numbers: Trace = {"type": "scatter", "mode": "text", "x": [], "y": [], "text": []}
    numbers |= {"hoverinfo": "skip", "showlegend": False}
    for i, small_map in enumerate(chart.maps):
        east = i % SMALL_MAPS_ABREAST * PITCH
        south = -(i // SMALL_MAPS_ABREAST) * PITCH
        for region, place in zip(listed, small_map.places_of(r.code for r in listed), strict=True):
            fill = SEQUENTIAL[chart.classes.index(place.value)] if place.value else None
            state = "new" if place.is_new else place.state
            data.append(_outline(region, state, place.hover, fill, (east, south)))
            if place.label:
                numbers["x"].append(region.label_x + east)
                numbers["y"].append(region.label_y + south)
                numbers["text"].append(place.label)
        titles.append(_title(small_map.title, east + 100, south + 7200))
    return {
        "data": [*data, numbers, *_legend(chart.class_labels)],
        "layout": _layout() | {"annotations": titles},
    }


def _outline(
    region: Region,
    state: str,
    hover: RichText,
    fill: str | None,
    moved: tuple[float, float] = (0, 0),
) -> Trace:
    line = {"color": INK if state == "new" else RULE, "width": 1}
    trace: Trace = {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": region.x + moved[0],
        "y": region.y + moved[1],
        "line": line,
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": hover.plain,
        "name": region.name,
        "showlegend": False,
    }
    if state in {"uncovered", "baseless"}:
        return trace | {"fillpattern": {"shape": "/", "bgcolor": OUTSIDE, "fgcolor": RULE}}
    return trace | {"fillcolor": fill or (OUTSIDE if state == "outside" else PAPER)}


def _legend(labels: Sequence[str]) -> list[Trace]:
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [None],
            "y": [None],
            "name": label,
            "marker": {"symbol": "square", "size": 12, "color": SEQUENTIAL[i]},
        }
        for i, label in enumerate(labels)
    ]


def _title(text: str, x: float, y: float) -> dict[str, Any]:
    return {"text": text, "x": x, "y": y, "showarrow": False, "xanchor": "left"}


def _layout() -> dict[str, Any]:
    axis = {"visible": False, "constrain": "domain"}
    return {
        "xaxis": axis,
        "yaxis": axis | {"scaleanchor": "x"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "hovermode": "closest",
    }
