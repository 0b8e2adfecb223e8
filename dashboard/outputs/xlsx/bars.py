"""How does a spreadsheet draw bars?"""

from __future__ import annotations

from dashboard.content.theme import INK, MUTED, PAPER
from dashboard.outputs.layout.contrast import LIGHT, luminance
from dashboard.outputs.native_plot import NativePlot, NativeSeries
from dashboard.outputs.xlsx.options import (
    Options,
    cells_options,
    label_options,
    whisker_options,
)

ROW, BAR, LOWEST = 26, 15, 420
"""Pixels of a category of level bars, and of one of several bars in it with its label; of a chart at the least."""


def bars_kind(plot: NativePlot) -> Options:
    """The type of the chart."""
    kind: Options = {"type": "bar" if plot.horizontal else "column"}
    return kind | ({"subtype": "stacked"} if plot.stacked else {})


def bars_series(plot: NativePlot, series: NativeSeries, column: int) -> Options:
    """The bars of `series`, whose values stand in `column`."""
    return {
        **cells_options(plot, column),
        **_fill(series),
        "gap": 60,
        "overlap": 100 if plot.stacked or plot.mirrored else 0,
        **label_options(plot, series, _label_place(plot, series)),
        **whisker_options(plot, series),
    }


def bars_height(plot: NativePlot) -> float:
    """How high the chart is, in pixels."""
    if not plot.horizontal:
        return 460
    row = ROW if plot.stacked or plot.mirrored else max(ROW, BAR * len(plot.series))
    return max(LOWEST, row * len(plot.categories))


def _fill(series: NativeSeries) -> Options:
    if not series.hatched:
        return {"fill": {"color": series.colour}, "border": {"color": PAPER, "width": 0.75}}
    return {
        "pattern": {
            "pattern": "light_upward_diagonal",
            "fg_color": MUTED,
            "bg_color": series.colour,
        },
        "border": {"color": MUTED, "width": 0.75},
    }


def _label_place(plot: NativePlot, series: NativeSeries) -> Options:
    if not plot.stacked and not series.above:
        return {"position": "outside_end"}
    # Inside the bar; with an interval at its foot, clear of the whisker.
    ink = PAPER if luminance(series.colour) <= LIGHT else INK
    place = "center" if plot.stacked else "inside_base"
    return {"position": place, "font": {"color": ink}}
