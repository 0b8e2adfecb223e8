"""What do the options of all of a spreadsheet's charts share: where numbers are, labels, whiskers?"""

from __future__ import annotations

from dashboard.content.theme import MUTED
from dashboard.outputs.native_plot import NativePlot, NativeSeries
from dashboard.outputs.xlsx.numbers_sheet import CHART_SHEET, DOWN, UP, cells_of

Options = dict[str, object]
"""Options of a chart, an axis or a series, by the names that xlsxwriter gives them."""

LONGEST_STACK, LABEL = 420, 10
"""Points of the longest stack of a chart, on the safe side, and of its labels."""


def cells_options(plot: NativePlot, column: int) -> Options:
    """Where a series' name, categories and values stand."""
    last = len(plot.categories)
    return {
        "name": [CHART_SHEET, 0, column],
        "categories": [CHART_SHEET, 1, 0, last, 0],
        "values": [CHART_SHEET, 1, column, last, column],
    }


def label_options(plot: NativePlot, series: NativeSeries, place: Options) -> Options:
    """Labels at `place` that follow the cells; where a chart has none there is none, where it says more it is kept."""
    if not any(series.labels):
        return {}
    custom: list[Options | None] = []
    for value, label in zip(series.values, series.labels, strict=True):
        if value is None or not label or not plot.has_room(value, label, LONGEST_STACK, LABEL):
            custom.append({"delete": True})
        else:
            custom.append(None if label == plot.written(value) else {"value": label})
    shown = {"value": True, "num_format": plot.number_format, "custom": custom}
    return {"data_labels": shown | place}


def whisker_options(plot: NativePlot, series: NativeSeries) -> Options:
    """Intervals as error bars, which follow their cells."""
    if not series.above:
        return {}
    along = "x_error_bars" if plot.horizontal else "y_error_bars"
    bars = {
        "type": "custom",
        "plus_values": cells_of(plot, series, UP),
        "minus_values": cells_of(plot, series, DOWN),
        "line": {"color": MUTED},
    }
    return {along: bars}
