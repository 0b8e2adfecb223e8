"""What does an exhibit look like as a workbook: its table, its chart where Excel has one, and what explains them?"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.content.theme import INK, MUTED
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.caption import ADDRESS, can_be_followed, caption_of
from dashboard.outputs.columns import Column, Kind, columns_of
from dashboard.outputs.native_plot import NativePlot, native_plot
from dashboard.outputs.xlsx.chart import add_chart
from dashboard.outputs.xlsx.numbers_sheet import A4, height_of, write_numbers
from dashboard.outputs.xml_safe import flat, xml_safe

TABLE_SHEET, NOTICE_SHEET = "Tableau", "Notice"

FORMATS: dict[Kind, str] = {"text": "@", "count": "#,##0", "share": "0.0 %", "number": "#,##0.00"}
"""As files store them: a French Excel shows `1 044` and `57,3 %`."""

INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A text is a text, whatever it starts with."""

NARROWEST, WIDEST = 10, 60
TITLE_SIZE = 13
TERMS, TEXTS = 30, 110
"""Widths of the notice's columns, in digits; a letter is hardly wider."""
LONGEST_CELL = 32_767
"""Excel's limit, in characters."""


def write_xlsx(exhibit: Exhibit) -> bytes:
    """A workbook: the table, the chart with its numbers where it is of bars or lines, and the notice."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, INERT)
    title, alternative = xml_safe(exhibit.caption.title), xml_safe(exhibit.caption.alternative)
    about = {"title": title, "comments": xml_safe(exhibit.caption.stamp), "status": exhibit.mark}
    book.set_properties(about)
    write_table(book, columns_of(exhibit.content.data_table), _head_of(exhibit))
    plot = _plot_of(exhibit)
    if plot is not None:
        write_numbers(book, plot, exhibit.mark)
        add_chart(book, plot, title, alternative)
    _write_notice(book, exhibit)
    _mark(book, exhibit.mark)
    book.close()
    return out.getvalue()


def _mark(book: Workbook, mark: str) -> None:
    """Writes `mark` at the head of each printed page of each sheet, if there is one."""
    if mark:
        for sheet in book.worksheets():
            sheet.set_header(f"&C&B{mark}")


def _head_of(exhibit: Exhibit) -> tuple[str, ...]:
    """What the table is about, for who reads no other sheet: title, its use, whom it counts, the kind of data."""
    caption = exhibit.caption
    about = " – ".join(filter(None, (exhibit.selection, caption.base)))
    said = (caption.title, exhibit.mark, about, caption.stamp)
    return tuple(flat(line) for line in said if line)


def _plot_of(exhibit: Exhibit) -> NativePlot | None:
    """The bars or lines of `exhibit`, where it has some and there is something to show."""
    chart = exhibit.content.chart
    return None if exhibit.empty or chart is None else native_plot(chart)


def write_chart_book(plot: NativePlot, columns: tuple[Column, ...], mark: str = "") -> bytes:
    """The workbook inside a slide's chart: its numbers first, where the chart looks for them, then the table.

    Each of its sheets bears `mark`, if there is one.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, INERT)
    write_numbers(book, plot, mark)
    write_table(book, columns, [mark] if mark else ())
    _mark(book, mark)
    book.close()
    return out.getvalue()


def write_table(book: Workbook, columns: tuple[Column, ...], head: Sequence[str] = ()) -> None:
    """Adds the sheet of the table, whose header stays in sight; the lines of `head` stand above it."""
    sheet = book.add_worksheet(TABLE_SHEET)
    top = _write_head(book, sheet, head)
    formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
    # A header stands over its numbers, which are at the right of their cells.
    over = book.add_format({"align": "right"})
    # A table of a spreadsheet has at least one row.
    rows = max(1, *(len(column.values) for column in columns))
    sheet.add_table(
        top,
        0,
        top + rows,
        len(columns) - 1,
        {
            "name": "Donnees",
            "style": "Table Style Light 1",
            "columns": [
                {
                    "header": column.header,
                    "format": formats[column.kind],
                    "header_format": None if column.kind == "text" else over,
                }
                for column in columns
            ],
        },
    )
    for i, column in enumerate(columns):
        _write_column(sheet, i, column, formats, top)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _write_head(book: Workbook, sheet: Worksheet, head: Sequence[str]) -> int:
    """Writes the lines of `head`, the first one as a title; tells in which row the table begins below them."""
    title = book.add_format({"bold": True, "font_size": TITLE_SIZE, "font_color": INK})
    line = book.add_format({"font_color": MUTED})
    for row, text in enumerate(head):
        sheet.write_string(row, 0, text[:LONGEST_CELL], line if row else title)
    return len(head) + 1 if head else 0


def _write_column(
    sheet: Worksheet, i: int, column: Column, formats: dict[Kind, Format], top: int
) -> None:
    """Writes a column under its header, which stands in the row `top`."""
    for row, value in enumerate(column.values, start=top + 1):
        whole = column.kind == "number" and isinstance(value, int)
        style = formats["count" if whole else column.kind]
        if isinstance(value, str):
            sheet.write_string(row, i, value[:LONGEST_CELL], style)
        elif value is not None:
            sheet.write_number(row, i, value, style)
    # The arrow that sorts stands in the header too.
    longest = max(len(column.header) + 4, *(len(word) + 1 for word in column.words()), NARROWEST)
    sheet.set_column(i, i, min(longest, WIDEST))


def _write_notice(book: Workbook, exhibit: Exhibit) -> None:
    sheet = book.add_worksheet(NOTICE_SHEET)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "font_color": INK})
    body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    link = book.add_format({"text_wrap": True, "valign": "top", "underline": 1, "font_color": INK})
    for row, (term, text) in enumerate(caption_of(exhibit)):
        sheet.write_string(row, 0, term, head)
        if term == ADDRESS and can_be_followed(exhibit):
            sheet.write_url(row, 1, text, link, text)
        else:
            sheet.write_string(row, 1, text[:LONGEST_CELL], body)
        # LibreOffice keeps the height that it finds, so that a longer text would be cut.
        sheet.set_row(row, max(height_of(term, TERMS), height_of(text, TEXTS)))
    sheet.set_column(0, 0, TERMS)
    sheet.set_column(1, 1, TEXTS)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
