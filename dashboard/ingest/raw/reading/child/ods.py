"""What does the content of an ODS document tell of its sheets?"""

from __future__ import annotations

import zipfile

from dashboard.ingest.raw.reading.child.archive import read_part
from dashboard.ingest.raw.reading.child.marks import Marks
from dashboard.ingest.raw.reading.child.xml import Attributes, local, parse, parser
from dashboard.ingest.raw.reading.sheet import Merge

_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")
_HIDDEN = ("collapse", "filter")


def ods_marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """For each sheet, by its name, what its XML tells; raises UnreadableError where it is damaged."""
    tables = _Tables()
    parse(parser(tables.start), read_part(archive, "content.xml"))
    return tables.marks


class _Tables:
    """Follows the cells of all sheets, which stand in one part; a row or a cell may stand for many equal ones."""

    def __init__(self) -> None:
        self.marks: dict[str, Marks] = {}
        self.sheet = Marks()
        self.line, self.next_line = 0, 1
        self.next_column = 0

    def start(self, name: str, attributes: Attributes) -> None:
        match local(name):
            case "table-cell":
                self._cell({local(key): value for key, value in attributes.items()}, attributes)
            case "covered-table-cell":
                self.next_column += _times(attributes.get("table:number-columns-repeated", ""))
            case "table-row":
                self._row(attributes)
            case "table":
                self._table(attributes.get("table:name", ""))

    def _table(self, name: str) -> None:
        self.sheet = self.marks.setdefault(name, Marks())
        self.line, self.next_line = 0, 1

    def _row(self, attributes: Attributes) -> None:
        self.line = self.next_line
        self.next_line += _times(attributes.get("table:number-rows-repeated", ""))
        self.next_column = 0
        if attributes.get("table:visibility", "") in _HIDDEN:
            self.sheet.hidden_lines += self.next_line - self.line

    def _cell(self, parts: Attributes, attributes: Attributes) -> None:
        column = self.next_column
        self.next_column += _times(parts.get("number-columns-repeated", ""))
        kind = attributes.get("office:value-type", "")
        if kind:
            self.sheet.reach(self.next_line - 1, self.next_column - 1)
        if attributes.get("calcext:value-type") == "error":
            self.sheet.note(self.sheet.errors, self.line, column)
        elif "formula" in parts and not _has_result(kind, parts):
            self.sheet.note(self.sheet.unstored, self.line, column)
        width = _times(parts.get("number-columns-spanned", ""))
        height = _times(parts.get("number-rows-spanned", ""))
        if width > 1 or height > 1:
            bottom, right = self.line + height - 1, column + width - 1
            self.sheet.merge(Merge(self.line, column, bottom, right))


def _has_result(kind: str, parts: Attributes) -> bool:
    return kind == "string" or (bool(kind) and any(value in parts for value in _VALUES))


def _times(told: str) -> int:
    """How many equal rows or cells are told; one where nothing is."""
    return max(1, int(told)) if told.isdecimal() and len(told) < 10 else 1  # noqa: PLR2004 - as many digits as fit.
