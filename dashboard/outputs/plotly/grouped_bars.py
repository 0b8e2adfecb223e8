"""How are bars drawn beside each other, with their intervals?"""

from __future__ import annotations

from math import floor
from typing import Any

from dashboard.content.charts import GroupedBars
from dashboard.content.charts.datum import Series
from dashboard.content.charts.rich_text import RichText
from dashboard.content.medium import Medium
from dashboard.content.theme import PAPER
from dashboard.outputs.layout.chart_size import LEVEL_LETTERS, level_names, level_row, shared
from dashboard.outputs.layout.text_width import letter_width, width_of
from dashboard.outputs.layout.thinning import ROOM_ROWS, holds_text, thinned, thinned_across
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

FEW, MANY = 8, 20
"""Categories whose upright bars always have their labels; level bars that a screen has room for."""

HALO = {"color": PAPER, "thickness": 4.4, "width": 4.5}
"""What is drawn under a whisker."""


def grouped_bars(chart: GroupedBars, medium: Medium, clicks: ClickWriter) -> Figure:
    """A bar for each series beside each other in each category, its label beyond its end, clear of its whisker.

    The labels are the texts of invisible bars up to the whiskers' ends, which also carry the whiskers: the visible bars
    carry their halo, without which a whisker is lost on a dark bar. They follow the series, so that a series' place is
    the number of its trace.
    """
    names, extent = _names(chart, medium)
    bars_side_by_side = len(chart.categories) * len(chart.series)
    readable = _holds_labels(chart, extent / max(bars_side_by_side, 1))
    error = "error_x" if chart.horizontal else "error_y"
    traces = [
        bars(series, horizontal=chart.horizontal)
        | {"offsetgroup": str(i), error: whiskers(series.data) | HALO}
        for i, series in enumerate(chart.series)
    ]
    traces += [
        _labels(series, horizontal=chart.horizontal, readable=readable) | {"offsetgroup": str(i)}
        for i, series in enumerate(chart.series)
    ]
    least = 0.2 if len(chart.series) > 1 else 0.35
    gaps = {
        "barmode": "group",
        "bargap": gap(bars_side_by_side, extent, least),
        "bargroupgap": 0.05,
    }
    axes = _axes(chart, names)
    above = TITLE_HEIGHT if "annotations" in axes else 10
    return {"data": traces, "layout": bars_layout(chart, clicks, gaps | axes, above=above)}


def _names(chart: GroupedBars, medium: Medium) -> tuple[list[RichText], float]:
    """The names of the categories, and the pixels that these share; on a screen, which cannot grow, fewer are named."""
    if not chart.horizontal:
        return list(chart.categories), chart.extent
    names = level_names(chart)
    if medium == "room":
        many = len(names) * len(chart.series) > MANY
        return thinned(names, ROOM_ROWS), min(chart.extent, ROOM_ROWS) if many else chart.extent
    return names, shared(chart.extent, len(names), level_row(chart))


def _holds_labels(chart: GroupedBars, pitch: float) -> bool:
    """Whether the labels of bars that are so many pixels apart do not run into each other."""
    if chart.horizontal:
        return holds_text(pitch)
    texts = (datum.text for series in chart.series for datum in series.data)
    return pitch >= max((width_of(text, SIZE) for text in texts), default=0) or (
        len(chart.categories) <= FEW
    )


def _labels(series: Series, *, horizontal: bool, readable: bool) -> Trace:
    ends = ends_of(series.data)
    return bars_along(ends, horizontal=horizontal) | {
        "marker": {"color": CLEAR},
        "text": [markup(datum.text) if readable else "" for datum in series.data],
        "textposition": "outside",
        "hoverinfo": "skip",
        "showlegend": False,
        "error_x" if horizontal else "error_y": whiskers(series.data, ends),
    }


def _axes(chart: GroupedBars, categories: list[RichText]) -> dict[str, Any]:
    top = chart.highest if chart.top is None else chart.top
    if chart.horizontal:
        numbers = value_axis(0, top, chart.unit, _most_level(top))
        names = category_axis(categories, LEVEL_LETTERS, downwards=True)
        return level_axes(chart, names, numbers | {"range": [0, top * 1.28 or 1]})
    numbers = value_axis(0, top, chart.unit) | {"range": [0, top * 1.12 or 1]}
    shown, every = thinned_across(categories, chart.extent)
    pitch = every * chart.extent / max(len(categories), 1)
    letters = max(LEAST_LETTERS, int(pitch / letter_width(SIZE)))
    return _upright_axes(chart, category_axis(shown, letters), numbers)


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
