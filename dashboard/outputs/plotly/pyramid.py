"""How is a pyramid of ages drawn, from the middle to both sides?"""

from __future__ import annotations

from typing import Any

from dashboard.content.charts import Pyramid
from dashboard.content.charts.datum import Series
from dashboard.content.charts.rich_text import Run, rich
from dashboard.content.theme import INK
from dashboard.outputs.layout.ticks import ticks
from dashboard.outputs.plotly.axes import category_axis, level_title, value_axis
from dashboard.outputs.plotly.base import HOVER, Figure, Trace, layout
from dashboard.outputs.plotly.clicks import ClickWriter, point_targets
from dashboard.outputs.plotly.markup import markup
from dashboard.text.numbers import count

ROOM = 1.3
"""How far the axis goes on beyond the longest bar, for its label."""


def pyramid(chart: Pyramid, clicks: ClickWriter) -> Figure:
    """The first (youngest) band at the bottom; numbers grow from the middle to both sides, and none has a sign."""
    top = chart.highest if chart.top is None else chart.top
    marks = [int(mark) for mark in ticks(-top, top, most=6) if mark == int(mark)]
    numbers = value_axis(-top * ROOM, top * ROOM, "number") | {
        "tickvals": marks,
        "ticktext": [count(abs(mark)) for mark in marks],
        "title": level_title(chart.axis_title),
    }
    sides = ((chart.left, -1), (chart.right, 1))
    targets = point_targets(([datum.click for datum in side.data] for side, _ in sides), clicks)
    return {
        "data": [_bars(side, sign) for side, sign in sides],
        "layout": layout(
            barmode="overlay",
            bargap=0.18,
            xaxis=numbers,
            yaxis=category_axis(chart.bands, 16),
            annotations=[_name(side, sign) for side, sign in sides],
            margin={"l": 4, "r": 8, "t": 30, "b": 4},
            meta={"targets": targets},
        ),
    }


def _bars(side: Series, sign: int) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "name": markup(side.name),
        "x": [None if value is None else sign * value for value in side.values],
        "y": [*range(len(side.data))],
        "text": [markup(datum.text) for datum in side.data],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 12, "color": INK},
        "cliponaxis": False,
        "marker": {"color": side.colour},
        "customdata": [markup(datum.hover) for datum in side.data],
        "hovertemplate": HOVER,
    }


def _name(side: Series, sign: int) -> dict[str, Any]:
    return {
        "x": 0,
        "xanchor": "right" if sign < 0 else "left",
        "xshift": 10 * sign,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": 4,
        "showarrow": False,
        "text": markup(rich([Run("●", colour=side.colour), f" {side.name}"])),
        "font": {"size": 13, "color": INK},
    }
