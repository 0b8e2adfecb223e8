"""How does a spreadsheet draw a plot as a chart of its own, from numbers in cells?"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from dashboard.content.theme import INK, MUTED, PAPER, RULE
from dashboard.outputs.plotly.fills import LIGHT, luminance
from dashboard.outputs.plots import Plot, PlotSeries

CHART_SHEET = "Graphique"

DOWN, UP = "en moins", "en plus"
"""The two sides of an interval."""

A4 = 9
"""The number that spreadsheets give to this size of paper."""

WIDTH = 20
"""The width of a column of numbers, in digits: a letter is hardly wider."""

LINE, HIGHEST_ROW = 15.0, 409.0
"""Height of a line, and the most that Excel gives to a row, in points."""

LONGEST_STACK, LABEL = 420, 10
"""Points of the longest stack of a chart, on the safe side, and of its labels."""

LONGEST_TITLE = 255
"""Excel's limit for the alternative text's title, and a title that can still be read."""


def write_numbers(book: Workbook, plot: Plot) -> None:
    """Adds the sheet of the chart's numbers: categories down, series across, as office programs expect them."""
    sheet = book.add_worksheet(CHART_SHEET)
    numbers = book.add_format({"num_format": plot.number_format})
    # A series' name is often longer than its column is wide.
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "align": "right"})
    for row, category in enumerate(plot.categories, start=1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(plot.series, start=1):
        sheet.write_string(0, column, series.name, head)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, numbers)
    for column, series, words, lengths in _lengths(plot):
        sheet.write_string(0, column, _length_name(series, words), head)
        for row, length in enumerate(lengths, start=1):
            if length is not None:
                sheet.write_number(row, column, length, numbers)
    longest = max((len(category) for category in plot.categories), default=10)
    sheet.set_column(0, 0, min(longest + 2, 50))
    sheet.set_column(1, len(plot.series) + sum(1 for _ in _lengths(plot)), WIDTH)
    names = [
        *(series.name for series in plot.series),
        *(_length_name(s, words) for _, s, words, _ in _lengths(plot)),
    ]
    # LibreOffice keeps the height that it finds, so that a second line would be cut.
    sheet.set_row(0, max(height_of(name, WIDTH) for name in names))
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def height_of(text: str, width: int) -> float:
    """How high a row is, in points, that shows all of `text` in a column of `width`."""
    lines = sum(max(1, len(wrap(line, width))) for line in text.split("\n"))
    return min(LINE * lines, HIGHEST_ROW)


def _length_name(series: PlotSeries, words: str) -> str:
    return f"{series.name}, intervalle {words}"


def _lengths(plot: Plot) -> Iterator[tuple[int, PlotSeries, str, tuple[float | None, ...]]]:
    """How far each interval reaches below and above, in columns after the values."""
    column = 1 + len(plot.series)
    for series in plot.series:
        for words, lengths in ((DOWN, series.below), (UP, series.above)):
            if lengths:
                yield column, series, words, lengths
                column += 1


def add_chart(book: Workbook, plot: Plot, title: str, alternative: str) -> None:
    """Draws `plot` under its numbers, on the sheet that `write_numbers` has added."""
    chart = book.add_chart(_kind(plot))
    for column, series in enumerate(plot.series, start=1):
        chart.add_series(_series(plot, series, column))
    chart.set_title(
        {
            "name": title[:LONGEST_TITLE],
            "overlay": False,
            "name_font": {"size": 13, "color": INK},
        }
    )
    _set_axes(chart, plot)
    chart.set_legend({"none": True} if len(plot.series) == 1 else {"position": "top"})
    chart.show_blanks_as("gap")
    rows = len(plot.categories) * (1 if plot.stacked else max(1, len(plot.series) / 2))
    height = min(900, max(420, 26 * rows)) if plot.horizontal else 460
    chart.set_size({"width": 900, "height": height})
    sheet = book.get_worksheet_by_name(CHART_SHEET)
    sheet.insert_chart(len(plot.categories) + 2, 0, chart, {"description": alternative})


def _kind(plot: Plot) -> dict[str, Any]:
    if plot.kind == "lines":
        return {"type": "line"}
    kind = {"type": "bar" if plot.horizontal else "column"}
    return kind | ({"subtype": "stacked"} if plot.stacked else {})


def _series(plot: Plot, series: PlotSeries, column: int) -> dict[str, Any]:
    last = len(plot.categories)
    found: dict[str, Any] = {
        "name": [CHART_SHEET, 0, column],
        "categories": [CHART_SHEET, 1, 0, last, 0],
        "values": [CHART_SHEET, 1, column, last, column],
    }
    if plot.kind == "lines":
        found |= {
            "line": {"color": series.colour, "width": 2},
            "marker": {
                "type": "circle",
                "size": 7,
                "fill": {"color": series.colour},
                "border": {"color": series.colour},
            },
        }
    else:
        found |= _fill(series) | {
            "gap": 60,
            "overlap": 100 if plot.stacked or plot.mirrored else 0,
        }
    if any(series.labels):
        found["data_labels"] = _labels(plot, series)
    if series.above:
        along = "x_error_bars" if plot.horizontal else "y_error_bars"
        found[along] = {
            "type": "custom",
            "plus_values": cells_of(plot, series, UP),
            "minus_values": cells_of(plot, series, DOWN),
            "line": {"color": MUTED},
        }
    return found


def cells_of(plot: Plot, series: PlotSeries, words: str) -> str:
    """The cells that hold how far the intervals of `series` reach, UP or DOWN."""
    found = (c for c, one, side, _ in _lengths(plot) if one is series and side == words)
    column = xl_col_to_name(next(found), True)
    return f"={CHART_SHEET}!{column}$2:{column}${len(plot.categories) + 1}"


def _fill(series: PlotSeries) -> dict[str, Any]:
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


def _labels(plot: Plot, series: PlotSeries) -> dict[str, Any]:
    """Labels that follow the cells; where a figure has none there is none, where it says more it is kept."""
    custom: list[dict[str, Any] | None] = []
    for value, label in zip(series.values, series.labels, strict=True):
        if value is None or not label or not plot.has_room(value, label, LONGEST_STACK, LABEL):
            custom.append({"delete": True})
        else:
            custom.append(None if label == plot.written(value) else {"value": label})
    found = {"value": True, "num_format": plot.number_format, "custom": custom}
    if plot.kind == "lines":
        return found | {"position": "right" if series.above else "above"}
    if not plot.stacked and not series.above:
        return found | {"position": "outside_end"}
    # Inside the bar; with an interval at its foot, clear of the whisker.
    ink = PAPER if luminance(series.colour) <= LIGHT else INK
    place = "center" if plot.stacked else "inside_base"
    return found | {"position": place, "font": {"color": ink}}


def _set_axes(chart: Chart, plot: Plot) -> None:
    numbers: dict[str, Any] = {
        "num_format": plot.axis_format,
        "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}},
        "line": {"none": True},
        "num_font": {"color": MUTED},
        "name": plot.title,
        "name_font": {"bold": False, "color": MUTED},
    }
    if not plot.mirrored:
        numbers["min"] = 0
    if plot.top is not None:
        numbers["max"] = plot.top
    # A mirrored chart's names stand at its left end, not in its middle.
    names: dict[str, Any] = {"label_position": "low", "num_font": {"color": INK}}
    if plot.horizontal and not plot.mirrored:
        # From the top down, as the page does; the numbers stay at the bottom.
        names |= {"reverse": True, "crossing": "max"}
    chart.set_x_axis(numbers if plot.horizontal else names)
    chart.set_y_axis(names if plot.horizontal else numbers)
