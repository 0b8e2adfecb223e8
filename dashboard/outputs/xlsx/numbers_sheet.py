"""How do a plot's numbers stand in the cells of a sheet, where its chart looks for them?"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from dashboard.outputs.native_plot import NativePlot, NativeSeries

CHART_SHEET = "Graphique"

DOWN, UP = "en moins", "en plus"
"""The two sides of an interval."""

A4 = 9
"""The number that spreadsheets give to this size of paper."""

WIDTH = 20
"""The width of a column of numbers, in digits: a letter is hardly wider."""

LINE, HIGHEST_ROW = 15.0, 409.0
"""Height of a line, and the most that Excel gives to a row, in points."""


def write_numbers(book: Workbook, plot: NativePlot, mark: str = "") -> None:
    """Adds the sheet of the chart's numbers: categories down, series across, as office programs expect them.

    `mark` stands in the corner, which belongs to neither.
    """
    sheet = book.add_worksheet(CHART_SHEET)
    numbers = book.add_format({"num_format": plot.number_format})
    # A series' name is often longer than its column is wide.
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "align": "right"})
    if mark:
        sheet.write_string(0, 0, mark, head)
    for row, category in enumerate(plot.categories, start=1):
        sheet.write_string(row, 0, category)
    columns = list(_columns(plot))
    for column, (name, values) in enumerate(columns, start=1):
        sheet.write_string(0, column, name, head)
        for row, value in enumerate(values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, numbers)
    longest = max((len(category) for category in plot.categories), default=10)
    sheet.set_column(0, 0, min(longest + 2, 50))
    sheet.set_column(1, len(columns), WIDTH)
    # LibreOffice keeps the height that it finds, so that a second line would be cut.
    sheet.set_row(0, max(height_of(name, WIDTH) for name, _ in columns))
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def height_of(text: str, width: int) -> float:
    """How high a row is, in points, that shows all of `text` in a column of `width`."""
    lines = sum(max(1, len(wrap(line, width))) for line in text.split("\n"))
    return min(LINE * lines, HIGHEST_ROW)


def cells_of(plot: NativePlot, series: NativeSeries, side: str) -> str:
    """The cells that hold how far the intervals of `series` reach, UP or DOWN."""
    reaches = enumerate(_reaches(plot), start=1 + len(plot.series))
    column = next(c for c, (whose, way, _) in reaches if whose is series and way == side)
    name = xl_col_to_name(column, True)
    return f"={CHART_SHEET}!{name}$2:{name}${len(plot.categories) + 1}"


def _columns(plot: NativePlot) -> Iterator[tuple[str, tuple[float | None, ...]]]:
    """Each column's header and cells: the values of every series, then how far the intervals reach."""
    for series in plot.series:
        yield series.name, series.values
    for series, side, lengths in _reaches(plot):
        yield f"{series.name}, intervalle {side}", lengths


def _reaches(plot: NativePlot) -> Iterator[tuple[NativeSeries, str, tuple[float | None, ...]]]:
    """How far each interval reaches below and above, in the order of their columns."""
    for series in plot.series:
        for side, lengths in ((DOWN, series.below), (UP, series.above)):
            if lengths:
                yield series, side, lengths
