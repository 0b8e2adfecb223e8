"""How is a map drawn: regions filled by class, circles on them, and a legend?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.charts import RegionMap
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.region_map import Place
from dashboard.content.medium import Medium
from dashboard.content.theme import INK, PAPER, SEQUENTIAL
from dashboard.outputs.layout.geography import Region, regions
from dashboard.outputs.layout.map_frames import FRAMES, Frame
from dashboard.outputs.layout.map_labels import Side
from dashboard.outputs.layout.region_labels import (
    LETTERS,
    RegionLabel,
    listed_names,
    region_labels,
)
from dashboard.outputs.plotly.base import Figure, Trace, layout, letters
from dashboard.outputs.plotly.clicks import ClickWriter, trace_targets
from dashboard.outputs.plotly.map_legend import legend_texts, legend_traces
from dashboard.outputs.plotly.map_marks import FILLED, FILLS, circle, map_axes, text_at
from dashboard.outputs.plotly.markup import markup

POSITIONS: dict[Side, str] = {
    "below": "bottom center",
    "above": "top center",
    "right": "middle right",
    "left": "middle left",
    "below right": "bottom right",
    "below left": "bottom left",
    "above right": "top right",
    "above left": "top left",
}
"""The sides of a circle, as plotly names them."""


def region_map(chart: RegionMap, medium: Medium, clicks: ClickWriter) -> Figure:
    """A trace for each region, then circles and legend. A click on a region is known by its trace's number.

    In a room, whose letters are too large for most regions, names stand in a list beside the map.
    """
    frame, listed = FRAMES[medium], regions(chart.layer)
    places = chart.places_of(region.code for region in listed)
    states = {place.state for place in chart.places}
    labels = region_labels(chart, frame)
    return {
        "data": [
            *(
                _outline(region, place, chart.classes)
                for region, place in zip(listed, places, strict=True)
            ),
            _symbols(labels, medium),
            *legend_traces(frame, chart.legend, states),
        ],
        "layout": layout(
            **map_axes(frame.x, frame.y),
            annotations=[
                *legend_texts(frame, chart.legend, states),
                *(_names(labels, frame) if medium == "room" else ()),
            ],
            meta={"targets": trace_targets((place.click for place in places), clicks)},
        ),
    }


def _outline(region: Region, place: Place, classes: Classes) -> Trace:
    trace: Trace = FILLED | {
        "x": region.x,
        "y": region.y,
        "line": {"color": PAPER, "width": 1.2},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": markup(place.hover),
        "name": markup(region.name),
    }
    if place.state == "shown":
        return trace | {"fillcolor": SEQUENTIAL[classes.index(place.value)]}
    return trace | FILLS[place.state]


def _symbols(labels: Sequence[RegionLabel], medium: Medium) -> Trace:
    """Circles, with each region's name and value; a small map has room for the value alone."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [label.region.label_x for label in labels],
        "y": [label.region.label_y for label in labels],
        "text": [markup(label.text) for label in labels],
        "textposition": [POSITIONS[label.side] for label in labels],
        "textfont": {"size": letters(LETTERS, medium), "color": INK},
        "marker": circle([label.size for label in labels]),
        "hoverinfo": "skip",
    }


def _names(labels: list[RegionLabel], frame: Frame) -> list[dict[str, Any]]:
    """Value and name of each region that has somebody, the highest value first."""
    texts = []
    for label, (x, y) in listed_names(labels, frame):
        texts.append(text_at(x, y, label.text) | {"xanchor": "right", "xshift": -4})
        texts.append(text_at(x, y, label.place.name) | {"xshift": 4})
    return texts
