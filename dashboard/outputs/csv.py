"""What does an exhibit's table look like as a file that a French Excel opens by a double click?"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from dashboard.content.data_table import DataTable, Key, Row
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.caption import legend_of
from dashboard.outputs.columns import Number, bounds_of, percent_of, told
from dashboard.outputs.xml_safe import xml_safe
from dashboard.text.inert import inert
from dashboard.text.numbers import rounded, without_minus_zero
from dashboard.text.words import inside

_DIGITS = 2
"""How many decimals a number is written with, at most."""

NO_LINE = "Aucune ligne."


def write_csv(exhibit: Exhibit) -> bytes:
    """The table of `exhibit`: UTF-8 with BOM, `;`, decimal comma, a French header, one line per cell.

    `part` and its bounds are in percent; a cell without a number is empty, one that is not told holds `s`. The last
    columns repeat the switches of the view, the selection, the version of the data and under which rules they are
    shown, for demonstration tables that they are synthetic, and the outside figures that the exhibit is read against,
    if there are any. Where there is nothing to show, one line says why. A document that stays within the house says so
    in a line above the header.
    """
    data_table = exhibit.content.data_table
    header = [*_header(data_table), *_context_header(exhibit)]
    context = [
        *(safe_text(position) for _, position in exhibit.switch_words),
        safe_text(exhibit.selection),
        safe_text(_data(exhibit)),
        *map(safe_text, _benchmarks(exhibit)),
    ]
    rows = data_table.rows if data_table.rows and not exhibit.empty else (_nobody(exhibit),)
    marked = [[exhibit.mark]] if exhibit.mark else []
    return french_csv([*marked, header, *([*_cells(row, data_table), *context] for row in rows)])


def french_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """The file of `lines`, whose texts are safe: UTF-8 with BOM, `;`."""
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def _header(data_table: DataTable) -> list[str]:
    intervals = ["ic95_bas", "ic95_haut"] if data_table.with_intervals else []
    counts = ["effectif", "base", "part", *intervals] if data_table.count_name else []
    further = (*data_table.measure_names, *data_table.remark_names)
    return [
        *(safe_text(inside(name)) for name in data_table.key_names),
        *counts,
        *(safe_text(inside(name)) for name in further),
    ]


def _context_header(exhibit: Exhibit) -> list[str]:
    return [
        *(safe_text(f"réglage ({inside(name)})") for name, _ in exhibit.switch_words),
        "sélection",
        "données",
        *("repères" for _ in _benchmarks(exhibit)),
    ]


def _data(exhibit: Exhibit) -> str:
    """Which data the numbers are of, under which rules; that it is not the version that was asked for, if so."""
    stamped = ", ".join(filter(None, (exhibit.stamp, f"version {exhibit.version}")))
    told = (exhibit.mark, stamped, exhibit.disclosure.rstrip("."), legend_of(exhibit).rstrip("."))
    return ". ".join(filter(None, (*told, exhibit.other_version)))


def _benchmarks(exhibit: Exhibit) -> tuple[str, ...]:
    """The outside figures that the exhibit is read against, in one cell; no cell where there is none."""
    return (" ; ".join(exhibit.content.benchmarks),) if exhibit.content.benchmarks else ()


def _nobody(exhibit: Exhibit) -> Row:
    """A row that says why there is nothing to show, and has no number."""
    data_table = exhibit.content.data_table
    why, *blank = data_table.key_names
    return Row(
        (Key(why, "", exhibit.caption.nothing or NO_LINE), *(Key(name, "", "") for name in blank)),
        count=None,
        base=None,
        measures=tuple(None for _ in data_table.measure_names),
        remarks=tuple("" for _ in data_table.remark_names),
    )


def _cells(row: Row, data_table: DataTable) -> list[str]:
    counts = [_number(row.count), *_of_base(row, data_table)] if data_table.count_name else []
    return [
        *(safe_text(label) for label in row.labels),
        *counts,
        *(_number(value) for value in row.measures),
        *(safe_text(remark) for remark in row.remarks),
    ]


def _of_base(row: Row, data_table: DataTable) -> list[str]:
    bounds = map(_number, bounds_of(row.share)) if data_table.with_intervals else ()
    return [_number(row.base), _number(percent_of(row.share)), *bounds]


def _number(number: Number) -> str:
    value = told(number)
    if value is None:
        return ""
    if isinstance(value, (int, str)):
        return str(value)
    text = f"{without_minus_zero(rounded(value, _DIGITS), _DIGITS):.{_DIGITS}f}"
    return text.rstrip("0").rstrip(".").replace(".", ",")


def safe_text(text: str) -> str:
    """`text` without control characters, and marked as a text where a spreadsheet might run it."""
    return inert(xml_safe(text))
