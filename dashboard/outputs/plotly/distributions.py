"""How many have how much: where are the extremes, the middle and the mass of several distributions?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.content.theme import INK, MUTED, PAPER, layout
from dashboard.outputs.plotly.axes import (
    GRID,
    LETTER,
    STROKE,
    category_axis,
    click_filters_by_trace,
    level_title,
    value_axis,
)

LARGEST = 34
"""Diameter in pixels of a circle that would stand for half of the people."""

LARGEST_NARROW, LARGEST_PROJECTED = 18, 24
LABELLED = 4
"""Circles of fewer percent than this have no label: their neighbours leave no room."""

FOOT = 0.2
"""Room below the last row for the labels under its circles, as a part of a row."""

LEAST_ROWS = 4
"""A figure of fewer rows keeps free room around them: a mean far from its circles would not be read with them."""


@dataclass(frozen=True)
class Point:
    """One value of a distribution: the percentage of people who have it, and its hover text (HTML)."""

    value: int
    percent: float
    label: str
    tell: str


@dataclass(frozen=True)
class Distribution:
    """One row: the people at each value, their mean and median, and what stands at its right (HTML)."""

    label: str
    points: tuple[Point, ...]
    mean: float
    median: float
    mean_label: str
    text: str
    target: Mapping[str, str] = field(default_factory=dict)


def distributions(
    rows: Sequence[Distribution],
    *,
    colour: str,
    axis_title: str = "",
    narrow: bool = False,
    projected: bool = False,
) -> dict[str, Any]:
    """A line from least to most with circles as large as their share, a bar at the median, a diamond at the mean.

    For a room, whose screen is wide and low, every circle has its label, at its right.
    """
    largest = LARGEST_NARROW if narrow else LARGEST_PROJECTED if projected else LARGEST
    top = max((point.value for row in rows for point in row.points), default=1)
    marks = [*range(1, top + 1)]
    pad = max(0, LEAST_ROWS - len(rows)) / 2
    widest = max((len(line) for row in rows for line in _plain(row.text)), default=0)
    return {
        "data": [
            _circles(rows, colour, largest) | _labels(rows, narrow=narrow, projected=projected),
            _medians(rows, PAPER, largest // 2 + 2),
            _medians(rows, STROKE, largest // 2),
            _means(rows),
        ],
        "layout": layout(
            xaxis=value_axis(1, top, percent=False)
            | {
                "range": [0 if narrow else 0.3, top + 0.7],
                "tickvals": marks,
                "ticktext": [str(mark) for mark in marks],
                "title": level_title(axis_title),
                "zeroline": False,
            },
            yaxis=category_axis([row.label for row in rows], 22, downwards=True)
            | {"range": [len(rows) - 0.5 + pad + FOOT, -0.5 - pad]},
            shapes=[_span(i, row) for i, row in enumerate(rows) if row.points],
            annotations=[_beside(i, row.text) for i, row in enumerate(rows)],
            margin={"l": 4, "r": 16 + LETTER * widest, "t": 8, "b": 4},
            meta={
                "targets": {
                    "points": click_filters_by_trace(
                        [[row.target for row in rows for _ in row.points]]
                    )
                }
            },
        ),
    }


def _circles(rows: Sequence[Distribution], colour: str, largest: int) -> dict[str, Any]:
    placed = [(i, point) for i, row in enumerate(rows) for point in row.points]
    return {
        "type": "scatter",
        "x": [point.value for _, point in placed],
        "y": [i for i, _ in placed],
        "marker": {
            "color": colour,
            "opacity": 0.85,
            "size": [point.percent for _, point in placed],
            "sizemode": "area",
            "sizeref": 50 / largest**2,
            "sizemin": 2.5,
            "line": {"color": PAPER, "width": 1},
        },
        "customdata": [point.tell for _, point in placed],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _labels(rows: Sequence[Distribution], *, narrow: bool, projected: bool) -> dict[str, Any]:
    """The words of the circles; a phone has no room for any."""
    if narrow:
        return {"mode": "markers"}
    points = [point for row in rows for point in row.points]
    return {
        "mode": "markers+text",
        "text": [p.label if projected or p.percent >= LABELLED else "" for p in points],
        "textposition": "middle right" if projected else "bottom center",
        "textfont": {"size": 11, "color": MUTED},
    }


def _medians(rows: Sequence[Distribution], colour: str, size: int) -> dict[str, Any]:
    """An upright line; drawn wide and white below, so that it is seen on a circle as beside one."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.median for row in rows],
        "y": [*range(len(rows))],
        "marker": {
            "symbol": "line-ns-open",
            "size": size,
            "color": colour,
            "line": {"color": colour, "width": 6 if colour == PAPER else 2.5},
        },
        "hoverinfo": "skip",
    }


def _means(rows: Sequence[Distribution]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row.mean for row in rows],
        "y": [i - 0.36 for i in range(len(rows))],
        "marker": {"symbol": "diamond", "size": 9, "color": STROKE},
        "text": [f" {row.mean_label}" for row in rows],
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


def _beside(i: int, text: str) -> dict[str, Any]:
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": 10,
        "y": i,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": INK},
    }


def _plain(text: str) -> list[str]:
    return text.replace("<b>", "").replace("</b>", "").split("<br>")
