"""What do stacked bars and grouped ones share?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.charts import GroupedBars, StackedBars
from dashboard.content.charts.datum import Series
from dashboard.content.theme import PAPER, STROKE
from dashboard.outputs.plotly.axes import legend_above, level_title
from dashboard.outputs.plotly.base import HOVER, Trace, layout
from dashboard.outputs.plotly.clicks import ClickWriter, point_targets
from dashboard.outputs.plotly.fills import hatching
from dashboard.outputs.plotly.markup import markup

THICKEST = 48
"""Pixels: a bar alone would be as thick as a slab."""


def bars(series: Series, *, horizontal: bool) -> Trace:
    """The bars of one series, with what stands under the mouse."""
    marker: dict[str, Any] = {"color": series.colour, "line": {"color": PAPER, "width": 0.6}}
    if series.absent:
        marker |= {"line": {"color": STROKE, "width": 1}, "pattern": hatching(series.colour)}
    return bars_along(series.values, horizontal=horizontal) | {
        "name": markup(series.name),
        "marker": marker,
        "customdata": [markup(datum.hover) for datum in series.data],
        "hovertemplate": HOVER,
    }


def bars_along(values: Sequence[float | None], *, horizontal: bool) -> Trace:
    """Bars of these lengths, by themselves."""
    across, along = ("y", "x") if horizontal else ("x", "y")
    return {
        "type": "bar",
        "orientation": "h" if horizontal else "v",
        across: [*range(len(values))],
        along: list(values),
        "textangle": 0,
        # A label keeps its size however thin its bar is: by itself plotly shrinks it, or leaves it out.
        "constraintext": "none",
        "textfont": {"size": 12},
        "cliponaxis": False,
    }


def gap(bars: int, extent: float, least: float) -> float:
    """The part of the axis that bars leave free: `least`, or what keeps a few of them from being slabs."""
    return max(least, round(1 - THICKEST * bars / extent, 3))


def level_axes(
    chart: StackedBars | GroupedBars, names: dict[str, Any], numbers: dict[str, Any]
) -> dict[str, Any]:
    """Both axes of bars that lie, the title of the numbers below them, and the legend of several series."""
    legend = legend_above() if len(chart.series) > 1 else {}
    return legend | {"xaxis": numbers | {"title": level_title(chart.axis_title)}, "yaxis": names}


def bars_layout(
    chart: StackedBars | GroupedBars,
    clicks: ClickWriter,
    particular: dict[str, Any],
    *,
    above: int = 10,
    beyond: float = 0,
) -> dict[str, Any]:
    """The layout of bars, with pixels `above` the plot, and for what stands `beyond` the end of its level axis."""
    targets = point_targets(
        ([datum.click for datum in series.data] for series in chart.series), clicks
    )
    return layout(
        margin={"l": 4, "r": 20 + beyond, "t": above, "b": 4},
        meta={"targets": targets},
        **particular,
    )
