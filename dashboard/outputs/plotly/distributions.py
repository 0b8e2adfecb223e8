"""How are several distributions drawn, row by row?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.content.charts import Distributions
from dashboard.content.charts.distributions import Distribution
from dashboard.content.charts.rich_text import RichText
from dashboard.content.medium import Medium
from dashboard.content.theme import INK, MUTED, PAPER, STROKE
from dashboard.outputs.layout.chart_size import CIRCLE, LEAST_DISTRIBUTIONS
from dashboard.outputs.layout.text_width import width_of_rich
from dashboard.outputs.layout.thinning import ROOM_ROWS, thinned
from dashboard.outputs.plotly.axes import (
    GRID,
    SIZE,
    beside,
    category_axis,
    level_title,
    value_axis,
)
from dashboard.outputs.plotly.base import HOVER, Figure, Trace, layout, letters
from dashboard.outputs.plotly.clicks import ClickWriter, point_targets
from dashboard.outputs.plotly.markup import markup

LABELLED = 4
"""Circles of fewer percent than this have no label: their neighbours leave no room."""

MOST_ROWS, LEAST_CIRCLE = 8, 10
"""Rows that a screen has room for, with their labels; the least diameter of a circle for half of the people on it."""

FOOT = 0.2
"""Room below the last row for the labels under its circles, as a part of a row."""

LEAST_ON_A_SCREEN = 4
"""A screen, which is as high as it is, keeps free room around fewer rows."""


def distributions(chart: Distributions, medium: Medium, clicks: ClickWriter) -> Figure:
    """A line from least to most with circles as large as their share, a bar at the median, a diamond at the mean.

    For a room, whose screen is wide and low, every circle has its label, at its right.
    """
    rows, largest = _fitted(chart.rows, medium), CIRCLE[medium]
    crowded = medium == "room" and len(rows) > MOST_ROWS
    if crowded:
        largest = max(LEAST_CIRCLE, round(ROOM_ROWS / len(rows)))
    top = chart.highest if chart.top is None else chart.top
    marks = [*range(1, top + 1)]
    least = LEAST_ON_A_SCREEN if medium == "room" else LEAST_DISTRIBUTIONS
    pad = max(0, least - len(rows)) / 2
    widest = max((width_of_rich(row.text, SIZE) for row in rows), default=0)
    targets = point_targets([[row.click for row in rows for _ in row.points]], clicks)
    return {
        "data": [
            _circles(chart, largest) | ({"mode": "markers"} if crowded else _labels(chart, medium)),
            _medians(chart, PAPER, largest // 2 + 2, 6),
            _medians(chart, STROKE, largest // 2, 2.5),
            _means(chart, named=not crowded),
        ],
        "layout": layout(
            xaxis=value_axis(1, top, "number")
            | {
                "range": [0 if medium == "phone" else 0.3, top + 0.7],
                "tickvals": marks,
                "ticktext": [str(mark) for mark in marks],
                "title": level_title(chart.axis_title),
                "zeroline": False,
            },
            yaxis=category_axis(_names(chart, medium), 22, downwards=True)
            | {"range": [len(rows) - 0.5 + pad + FOOT, -0.5 - pad]},
            shapes=[_span(i, row) for i, row in enumerate(rows) if row.points],
            annotations=[beside(i, row.text, shift=10) for i, row in enumerate(rows)],
            margin={"l": 4, "r": 16 + widest, "t": 8, "b": 4},
            meta={"targets": targets},
        ),
    }


def _fitted(rows: Sequence[Distribution], medium: Medium) -> Sequence[Distribution]:
    """The rows with what has room beside them on a screen, which cannot grow: all lines, or the first one."""
    if medium != "room" or len(rows) <= MOST_ROWS:
        return rows
    beside = thinned([RichText(row.text.lines[:1]) for row in rows], ROOM_ROWS)
    return [replace(row, text=text) for row, text in zip(rows, beside, strict=True)]


def _names(chart: Distributions, medium: Medium) -> list[RichText]:
    names = [row.label for row in chart.rows]
    return thinned(names, ROOM_ROWS) if medium == "room" else names


def _circles(chart: Distributions, largest: int) -> Trace:
    placed = [(i, point) for i, row in enumerate(chart.rows) for point in row.points]
    return {
        "type": "scatter",
        "x": [point.value for _, point in placed],
        "y": [i for i, _ in placed],
        "marker": {
            "color": chart.colour,
            "opacity": 0.85,
            "size": [point.percent for _, point in placed],
            "sizemode": "area",
            "sizeref": 50 / largest**2,
            "sizemin": 2.5,
            "line": {"color": PAPER, "width": 1},
        },
        "customdata": [markup(point.hover) for _, point in placed],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _labels(chart: Distributions, medium: Medium) -> Trace:
    """The words of the circles; a phone has no room for any."""
    if medium == "phone":
        return {"mode": "markers"}
    room = medium == "room"
    points = [point for row in chart.rows for point in row.points]
    return {
        "mode": "markers+text",
        "text": [markup(p.label) if room or p.percent >= LABELLED else "" for p in points],
        "textposition": "middle right" if room else "bottom center",
        "textfont": {"size": letters(11, medium), "color": MUTED},
    }


def _medians(chart: Distributions, colour: str, size: int, width: float) -> Trace:
    """An upright line; drawn wide and white below, so that it is seen on a circle as beside one."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.median for row in chart.rows],
        "y": [*range(len(chart.rows))],
        "marker": {
            "symbol": "line-ns-open",
            "size": size,
            "color": colour,
            "line": {"color": colour, "width": width},
        },
        "hoverinfo": "skip",
    }


def _means(chart: Distributions, *, named: bool) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers+text" if named else "markers",
        "x": [row.mean for row in chart.rows],
        "y": [i - 0.36 for i in range(len(chart.rows))],
        "marker": {"symbol": "diamond", "size": 9, "color": STROKE},
        "text": [f" {markup(row.mean_label)}" for row in chart.rows],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _span(i: int, row: Distribution) -> dict[str, Any]:
    values = [point.value for point in row.points]
    return {
        "type": "line",
        "layer": "below",
        "x0": min(values),
        "x1": max(values),
        "y0": i,
        "y1": i,
        "line": {"color": GRID, "width": 5},
    }
