"""What stands above each of several small maps, and in their legend?"""

from __future__ import annotations

from typing import Any

from dashboard.content.charts import SmallMaps
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.charts.small_maps import SmallMap
from dashboard.content.theme import INK, OUTSIDE, PAPER, SEQUENTIAL, STROKE, SYMBOL
from dashboard.outputs.layout.small_map_frames import (
    BISCAY,
    HEIGHT,
    SOUTH,
    WEST,
    WIDTH,
    Frame,
    shift_of,
)
from dashboard.outputs.plotly.base import Trace
from dashboard.outputs.plotly.fills import hatching
from dashboard.outputs.plotly.map_marks import FILLED, square
from dashboard.outputs.plotly.markup import markup

THIN = {"color": STROKE, "width": 0.6}
NEW = {"color": SYMBOL, "width": 2}


def head(small_map: SmallMap, shift: tuple[int, int], frame: Frame) -> dict[str, Any]:
    """The title of a map and what is under it: above the map, or in the ocean before it where titles are indented."""
    east, north = shift
    above = {
        "x": WEST + WIDTH / 2 + east,
        "y": SOUTH + HEIGHT + frame.head + north,
        "xanchor": "center",
        "yanchor": "top",
    }
    before = {
        "x": WEST + east - frame.indent,
        "y": BISCAY + north,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
    }
    return (before if frame.indent else above) | {
        "showarrow": False,
        "text": markup(rich(bold(small_map.title)) + small_map.subtitle),
        "font": {"size": 12, "color": INK},
    }


def legend(chart: SmallMaps, frame: Frame) -> tuple[list[Trace], list[dict[str, Any]], float]:
    """A swatch and a name for each class and kind of region; and how low the last row reaches, in kilometres."""
    left, top = _start(chart, frame)
    across = frame.beside * frame.cell / frame.legend_columns
    half = frame.legend_step / 4
    swatches, names = [], []
    styles = _styles(chart)
    for i, (name, style) in enumerate(styles):
        x = left + (i % frame.legend_columns) * across + 2 * half
        y = top - (i // frame.legend_columns + 0.6) * frame.legend_step
        swatches.append(FILLED | {"hoverinfo": "skip"} | square(x, y, half) | style)
        names.append(_name(x + half, y, name))
    lines = -(-len(styles) // frame.legend_columns)
    return swatches, names, top - (lines + 0.2) * frame.legend_step


def _start(chart: SmallMaps, frame: Frame) -> tuple[float, float]:
    """The upper left corner of the legend: of the place after the last map where titles are indented, else below."""
    if frame.indent:
        east, north = shift_of(len(chart.maps), frame)
        return WEST + east, SOUTH + HEIGHT + north
    rows = -(-len(chart.maps) // frame.beside)
    return WEST, SOUTH - (rows - 1) * frame.pitch


def _styles(chart: SmallMaps) -> list[tuple[str, dict[str, Any]]]:
    """What each class and kind of region is called, and how it looks."""
    outside = any(
        place.state == "outside" for small_map in chart.maps for place in small_map.places
    )
    return [
        *(
            (label, {"fillcolor": SEQUENTIAL[i], "line": THIN})
            for i, label in enumerate(chart.class_labels[: len(chart.classes.lower)])
        ),
        ("aucun", {"fillcolor": PAPER, "line": THIN}),
        *([("hors de la sélection", {"fillcolor": OUTSIDE, "line": THIN})] if outside else []),
        (chart.uncovered, {"fillpattern": hatching(OUTSIDE), "line": THIN}),
        (chart.new, {"fillcolor": PAPER, "line": NEW}),
    ]


def _name(x: float, y: float, name: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 4,
        "showarrow": False,
        "text": markup(name),
        "font": {"size": 12, "color": INK},
    }
