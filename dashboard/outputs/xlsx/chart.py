"""How does a spreadsheet draw a plot as a chart of its own, from numbers in cells?"""

from __future__ import annotations

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from dashboard.content.theme import INK, MUTED, RULE
from dashboard.outputs.native_plot import NativePlot
from dashboard.outputs.xlsx.bars import bars_height, bars_kind, bars_series
from dashboard.outputs.xlsx.lines import LINES_HEIGHT, lines_series
from dashboard.outputs.xlsx.numbers_sheet import CHART_SHEET
from dashboard.outputs.xlsx.options import Options

LONGEST_TITLE = 255
"""Excel's limit for the alternative text's title, and a title that can still be read."""


def add_chart(book: Workbook, plot: NativePlot, title: str, alternative: str) -> None:
    """Draws `plot` under its numbers, on the sheet that `write_numbers` has added."""
    lines = plot.kind == "lines"
    chart = book.add_chart({"type": "line"} if lines else bars_kind(plot))
    for column, series in enumerate(plot.series, start=1):
        draw = lines_series if lines else bars_series
        chart.add_series(draw(plot, series, column))
    chart.set_title(
        {
            "name": title[:LONGEST_TITLE],
            "overlay": False,
            "name_font": {"size": 13, "color": INK},
        }
    )
    _set_axes(chart, plot)
    unnamed = [i for i, series in enumerate(plot.series) if series.behind]
    named = {"position": "top", "delete_series": unnamed}
    chart.set_legend({"none": True} if len(plot.series) == 1 else named)
    chart.show_blanks_as("gap")
    chart.set_size({"width": 900, "height": LINES_HEIGHT if lines else bars_height(plot)})
    sheet = book.get_worksheet_by_name(CHART_SHEET)
    sheet.insert_chart(len(plot.categories) + 2, 0, chart, {"description": alternative})


def _set_axes(chart: Chart, plot: NativePlot) -> None:
    numbers: Options = {
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
    if plot.step is not None:
        numbers["major_unit"] = plot.step
    # A mirrored chart's names stand at its left end, not in its middle.
    names: Options = {
        "label_position": "low",
        "num_font": {"color": INK},
        "name": plot.told_below,
        "name_font": {"bold": False, "color": INK},
    }
    if plot.horizontal and not plot.mirrored:
        # From the top down, as the page does; the numbers stay at the bottom.
        names |= {"reverse": True, "crossing": "max"}
    chart.set_x_axis(numbers if plot.horizontal else names)
    chart.set_y_axis(names if plot.horizontal else numbers)
