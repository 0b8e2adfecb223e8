"""How is a share, or a gap, drawn as a dot with its interval?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.charts import Dots
from dashboard.content.charts.dots import DotRow, Reference
from dashboard.content.theme import MUTED, STROKE
from dashboard.outputs.layout.dot_span import span_of
from dashboard.outputs.layout.text_width import width_of_lines
from dashboard.outputs.plotly.axes import (
    SIZE,
    beside,
    category_axis,
    legend_above,
    level_title,
    value_axis,
)
from dashboard.outputs.plotly.base import HOVER, Figure, Trace, layout
from dashboard.outputs.plotly.clicks import ClickWriter, point_targets
from dashboard.outputs.plotly.markup import markup
from dashboard.outputs.plotly.whiskers import whiskers

PAD = 0.04
"""How far an axis goes on beyond its ends, as a part of it: half a dot, which would lie on the names or the values."""

CLEAR_OF_DOT = 14
"""Pixels between the end of the axis and the value in the margin: a dot may stand on that end."""

ABOVE_ROWS = -1.1
"""Where the line of the reference begins, in rows: its name stands above the first one."""

Placed = tuple[int, DotRow]
"""A row and its place, from 0 at the top."""


def dots(chart: Dots, clicks: ClickWriter) -> Figure:
    """A dot and whisker for each row, its value in the right margin; a dashed line for the reference.

    Traces: the conclusive rows, then the others.
    """
    low, high = span_of(chart)
    pad = PAD * (high - low)
    numbers = value_axis(low, high, chart.unit, chart.steps) | {"range": [low - pad, high + pad]}
    names = category_axis([row.label for row in chart.rows], chart.name_letters, downwards=True)
    full, hollow = (
        [(i, row) for i, row in enumerate(chart.rows) if row.conclusive is conclusive]
        for conclusive in (True, False)
    )
    verdicts = (chart.verdicts.full, chart.verdicts.hollow) if chart.verdicts else ("", "")
    texts = [beside(i, row.datum.text, shift=CLEAR_OF_DOT) for i, row in enumerate(chart.rows)]
    longest = width_of_lines([row.datum.text for row in chart.rows], SIZE)
    referred: dict[str, Any] = {"annotations": texts}
    if chart.reference is not None:
        names["range"] = [len(chart.rows) - 0.5, ABOVE_ROWS]
        name = _name(chart.reference, on_left=chart.reference.value > (low + high) / 2)
        referred = {
            "annotations": [*texts, name],
            "shapes": [_line(chart.reference.value, len(chart.rows))],
            **(legend_above() if chart.verdicts else {}),
        }
    targets = point_targets(
        ([row.datum.click for _, row in kind] for kind in (full, hollow)), clicks
    )
    return {
        "data": [
            _dots(full, verdicts[0], chart.colour, "circle"),
            # Open, not filled with white: on the dark page white dots would stand out most.
            _dots(hollow, verdicts[1], chart.colour, "circle-open"),
        ],
        "layout": layout(
            xaxis=numbers | {"zeroline": False, "title": level_title(chart.axis_title)},
            yaxis=names | {"showgrid": True, "gridcolor": "rgba(107,118,131,0.12)"},
            margin={"l": 4, "r": 10 + CLEAR_OF_DOT + longest, "t": 8, "b": 4},
            meta={"targets": targets},
            **referred,
        ),
    }


def _dots(placed: Sequence[Placed], name: str, colour: str, symbol: str) -> Trace:
    data = [row.datum for _, row in placed]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": markup(name),
        "x": [datum.value for datum in data],
        "y": [i for i, _ in placed],
        "marker": {
            "symbol": symbol,
            "size": 11,
            "color": colour,
            "line": {"color": colour, "width": 2},
        },
        "error_x": whiskers(data) | {"width": 0},
        "customdata": [markup(datum.hover) for datum in data],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _name(reference: Reference, *, on_left: bool) -> dict[str, Any]:
    return {
        "x": reference.value,
        "xanchor": "right" if on_left else "left",
        "xshift": -6 if on_left else 6,
        "y": -0.8,
        "yanchor": "middle",
        "showarrow": False,
        "text": markup(reference.name),
        "font": {"size": 12, "color": MUTED},
    }


def _line(x: float, rows: int) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": STROKE, "width": 1.5, "dash": "dash"},
        "x0": x,
        "x1": x,
        "y0": ABOVE_ROWS,
        "y1": rows - 0.5,
    }
