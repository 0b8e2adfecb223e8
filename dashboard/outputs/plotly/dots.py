"""How is a share, or a gap, drawn as a dot with its interval?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.content.charts import Dots
from dashboard.content.charts.bars import USUAL_EXTENT
from dashboard.content.charts.datum import ASIDE, Interval
from dashboard.content.charts.dots import LOOKS, DotRow, Look, Verdicts
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.medium import Medium
from dashboard.content.theme import MUTED, STROKE
from dashboard.outputs.layout.dot_span import span_of
from dashboard.outputs.layout.reference_names import reference_names
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
from dashboard.outputs.plotly.benchmark_lines import Ground, across
from dashboard.outputs.plotly.clicks import ClickWriter, point_targets
from dashboard.outputs.plotly.markup import markup
from dashboard.outputs.plotly.whiskers import whiskers

PAD = 0.04
"""How far an axis goes on beyond its ends, as a part of it: half a dot, which would lie on the names or the values."""

PLOT, PLOT_PHONE = 300, 130
"""About how many pixels the plot is wide, between names and values, on a page and on a phone."""

NAMES = 80
"""Pixels that the names of rows take at the least."""

CLEAR_OF_DOT = 14
"""Pixels between the end of the axis and the value in the margin: a dot may stand on that end."""

BAND, BAND_OPACITY = 0.3, 0.22
"""Half the height of a band, in rows, and how opaque it is: its interval and its dot stand on it."""

ABOVE_ROWS = -1.1
"""Where the line of the reference begins, in rows: its name stands above the first one."""

Placed = tuple[int, DotRow]
"""A row and its place, from 0 at the top."""


def dots(chart: Dots, medium: Medium, clicks: ClickWriter) -> Figure:
    """A dot and whisker for each row, its value in the right margin; a dashed line for the reference; bands behind.

    Traces: the conclusive rows; the others; those not tested, if any; one that only names the bands in the legend.
    """
    low, high = span_of(chart)
    pad = PAD * (high - low)
    numbers = value_axis(low, high, chart.unit, chart.steps) | {"range": [low - pad, high + pad]}
    names = category_axis([row.label for row in chart.rows], chart.name_letters, downwards=True)
    placed = {
        look: [(i, row) for i, row in enumerate(chart.rows) if row.look == look] for look in LOOKS
    }
    if not placed["cross"]:
        del placed["cross"]
    said = [_lines_of(row, medium) for row in chart.rows]
    texts = [beside(i, rich(*lines), shift=CLEAR_OF_DOT) for i, lines in enumerate(said)]
    longest = width_of_lines([line for lines in said for line in lines], SIZE)
    shapes = [_band(i, row.band, chart.colour) for i, row in enumerate(chart.rows) if row.band]
    banded = bool(shapes)
    verdicts = chart.verdicts if chart.reference is not None else None
    first = -0.5 if chart.reference is None else ABOVE_ROWS
    read_against = across(
        chart.benchmarks,
        len(chart.rows),
        Ground(
            (low - pad, high + pad),
            PLOT_PHONE if medium == "phone" else PLOT,
            USUAL_EXTENT,
            left=NAMES,
            right=CLEAR_OF_DOT + longest,
            under=True,
        ),
        first,
    )
    names["range"] = [len(chart.rows) - 0.5, read_against.top]
    shapes += read_against.shapes
    texts += read_against.names
    if chart.reference is not None:
        texts += [
            _name(chart.reference.value, name, on_left=on_left)
            for name, on_left in reference_names(chart)
        ]
        shapes.append(_line(chart.reference.value, len(chart.rows)))
    targets = point_targets(
        ([row.datum.click for _, row in rows] for rows in placed.values()), clicks
    )
    return {
        "data": [
            *(_dots(rows, look, verdicts, chart.colour) for look, rows in placed.items()),
            *([_band_name(chart)] if banded else []),
        ],
        "layout": layout(
            xaxis=numbers | {"zeroline": False, "title": level_title(chart.axis_title)},
            yaxis=names | {"showgrid": True, "gridcolor": "rgba(107,118,131,0.12)"},
            margin={"l": 4, "r": 10 + CLEAR_OF_DOT + longest, "t": 8, "b": 4},
            meta={"targets": targets},
            annotations=texts,
            **({"shapes": shapes} if shapes else {}),
            **(legend_above() if verdicts or banded else {}),
        ),
    }


def _lines_of(row: DotRow, medium: Medium) -> list[str]:
    """What stands in the right margin: on a phone, what is said of the numbers stands below them."""
    return row.datum.text.split(ASIDE) if medium == "phone" else [row.datum.text]


# Open, not filled with white: on the dark page white dots would stand out most.
SYMBOLS: Mapping[Look, str] = {"full": "circle", "hollow": "circle-open", "cross": "x-thin"}


def _dots(placed: Sequence[Placed], look: Look, verdicts: Verdicts | None, colour: str) -> Trace:
    data = [row.datum for _, row in placed]
    drawn = any(datum.value is not None for datum in data)
    name = getattr(verdicts, look) if verdicts and drawn else ""
    colour = STROKE if look == "cross" else colour
    return {
        "type": "scatter",
        "mode": "markers",
        "name": markup(name),
        "showlegend": bool(name),
        "x": [datum.value for datum in data],
        "y": [i for i, _ in placed],
        "marker": {
            "symbol": SYMBOLS[look],
            "size": 11,
            "color": colour,
            "line": {"color": colour, "width": 2},
        },
        "error_x": whiskers(data) | {"width": 0},
        "customdata": [markup(datum.hover) for datum in data],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _band(place: int, ends: Interval, colour: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "fillcolor": colour,
        "opacity": BAND_OPACITY,
        "line": {"width": 0},
        "x0": ends[0],
        "x1": ends[1],
        "y0": place - BAND,
        "y1": place + BAND,
    }


def _band_name(chart: Dots) -> Trace:
    """A trace without a point, whose square in the legend has the look of the bands."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": markup(chart.band_name),
        "x": [None],
        "y": [None],
        "marker": {"symbol": "square", "size": 11, "color": chart.colour, "opacity": BAND_OPACITY},
        "hoverinfo": "skip",
    }


def _name(at: float, name: RichText, *, on_left: bool) -> dict[str, Any]:
    return {
        "x": at,
        "xanchor": "right" if on_left else "left",
        "xshift": -6 if on_left else 6,
        "y": -0.8,
        "yanchor": "middle",
        "showarrow": False,
        "text": markup(name),
        "align": "right" if on_left else "left",
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
