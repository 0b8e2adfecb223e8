"""How are bars drawn beside each other, with their intervals?"""

from __future__ import annotations

from math import floor
from typing import Any

from dashboard.content.charts import GroupedBars
from dashboard.content.charts.datum import Series
from dashboard.content.theme import PAPER
from dashboard.outputs.layout.text_width import letter_width
from dashboard.outputs.layout.ticks import number
from dashboard.outputs.plotly.axes import (
    CLEAR,
    LEAST_LETTERS,
    PHONE_LETTERS,
    SIZE,
    category_axis,
    legend_above,
    title_above,
    value_axis,
)
from dashboard.outputs.plotly.bars import (
    bars,
    bars_along,
    bars_layout,
    gap,
    level_axes,
)
from dashboard.outputs.plotly.base import Figure, Trace
from dashboard.outputs.plotly.clicks import ClickWriter
from dashboard.outputs.plotly.markup import markup
from dashboard.outputs.plotly.whiskers import ends_of, whiskers

TITLE_HEIGHT = 30
"""Pixels that a title takes above the plot."""

HALO = {"color": PAPER, "thickness": 4.4, "width": 4.5}
"""What is drawn under a whisker."""


def grouped_bars(chart: GroupedBars, clicks: ClickWriter) -> Figure:
    """A bar for each series beside each other in each category, its label beyond its end, clear of its whisker.

    The labels are the texts of invisible bars up to the whiskers' ends, which also carry the whiskers: the visible bars
    carry their halo, without which a whisker is lost on a dark bar. They follow the series, so that a series' place is
    the number of its trace.
    """
    error = "error_x" if chart.horizontal else "error_y"
    traces = [
        bars(series, horizontal=chart.horizontal)
        | {"offsetgroup": str(i), error: whiskers(series.data) | HALO}
        for i, series in enumerate(chart.series)
    ]
    traces += [
        _labels(series, horizontal=chart.horizontal) | {"offsetgroup": str(i)}
        for i, series in enumerate(chart.series)
    ]
    bars_side_by_side = len(chart.categories) * len(chart.series)
    least = 0.2 if len(chart.series) > 1 else 0.35
    gaps = {
        "barmode": "group",
        "bargap": gap(bars_side_by_side, chart.extent, least),
        "bargroupgap": 0.05,
    }
    axes = _axes(chart)
    above = TITLE_HEIGHT if "annotations" in axes else 10
    return {"data": traces, "layout": bars_layout(chart, clicks, gaps | axes, above=above)}


def _labels(series: Series, *, horizontal: bool) -> Trace:
    ends = ends_of(series.data)
    return bars_along(ends, horizontal=horizontal) | {
        "marker": {"color": CLEAR},
        "text": [markup(datum.text) for datum in series.data],
        "textposition": "outside",
        "hoverinfo": "skip",
        "showlegend": False,
        "error_x" if horizontal else "error_y": whiskers(series.data, ends),
    }


def _axes(chart: GroupedBars) -> dict[str, Any]:
    top = chart.highest if chart.top is None else chart.top
    if chart.horizontal:
        numbers = value_axis(0, top, chart.unit, _most_level(top))
        names = category_axis(chart.categories, 22, downwards=True)
        return level_axes(chart, names, numbers | {"range": [0, top * 1.28 or 1]})
    numbers = value_axis(0, top, chart.unit) | {"range": [0, top * 1.12 or 1]}
    letters = max(
        LEAST_LETTERS, int(chart.extent / letter_width(SIZE) / max(len(chart.categories), 1))
    )
    return _upright_axes(chart, category_axis(chart.categories, letters), numbers)


def _upright_axes(
    chart: GroupedBars, names: dict[str, Any], numbers: dict[str, Any]
) -> dict[str, Any]:
    """Both axes, and the title of the numbers above them, where it reads without turning one's head."""
    axes = {"xaxis": names, "yaxis": numbers}
    if len(chart.series) > 1:
        return legend_above(chart.axis_title) | axes
    return axes | {"annotations": [title_above(chart.axis_title)]}


def _most_level(high: float) -> int:
    """How many numbers up to `high` stand side by side on a phone, where names of categories take half of the width."""
    return max(2, min(5, PHONE_LETTERS // 2 // len(number(floor(high)))))
