"""What do the parts of an XLSX workbook tell of its sheets?"""

from __future__ import annotations

import posixpath
import re
import zipfile

from dashboard.ingest.raw.reading.child.archive import read_part
from dashboard.ingest.raw.reading.child.marks import Marks
from dashboard.ingest.raw.reading.child.xml import Attributes, local, parse, parser
from dashboard.ingest.raw.reading.sheet import Merge

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_FOLDER = "xl"
_FALSE = ("0", "false", "")


def xlsx_marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """For each sheet, by its name, what its XML tells; raises UnreadableError where a part is damaged."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = posixpath.join("/", _FOLDER, target).lstrip("/")

    def sheet(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            parts = {local(key): value for key, value in attributes.items()}
            sheets[parts.get("name", "")] = parts.get("id", "")

    for part, start in (("_rels/workbook.xml.rels", relation), ("workbook.xml", sheet)):
        parse(parser(start), read_part(archive, f"{_FOLDER}/{part}", b"<none/>"))
    return {
        name: _marks(read_part(archive, targets.get(identifier, ""), b"<none/>"))
        for name, identifier in sheets.items()
    }


def _marks(content: bytes) -> Marks:
    cells = _Cells()
    cells.parser = parser(cells.start)
    parse(cells.parser, content)
    return cells.marks


class _Cells:
    """Follows the cells of one sheet. Texts are listened to inside formulas alone: they are most of a sheet."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.parser = parser(self.start)
        self.line = 0
        self.column = -1
        self.kind = ""
        self.in_value = False
        self.has_result = False

    def start(self, name: str, attributes: Attributes) -> None:
        match local(name):
            case "c":
                self._cell(attributes)
            case "v" | "is":
                self.in_value = True
                self.marks.reach(self.line, self.column)
            case "f":
                self._formula()
            case "row":
                self._row(attributes)
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def _row(self, attributes: Attributes) -> None:
        told = attributes.get("r", "")
        self.line = int(told) if told.isdecimal() else self.line + 1
        self.column = -1
        if attributes.get("hidden", "") not in _FALSE:
            self.marks.hidden_lines += 1

    def _cell(self, attributes: Attributes) -> None:
        place = _place(attributes.get("r", ""))
        if place:
            self.line, self.column = place
        else:
            self.column += 1
        self.in_value = False
        self.kind = attributes.get("t", "")
        if self.kind == "e":
            self.marks.note(self.marks.errors, self.line, self.column)

    def _formula(self) -> None:
        # The result of a text formula may be no text at all: it is stored.
        self.has_result = self.kind == "str"
        self.parser.CharacterDataHandler = self._text
        self.parser.EndElementHandler = self._end

    def _text(self, text: str) -> None:
        self.has_result |= self.in_value and bool(text.strip())

    def _end(self, name: str) -> None:
        if local(name) != "c":
            return
        self.parser.CharacterDataHandler = None
        self.parser.EndElementHandler = None
        if not self.has_result:
            self.marks.note(self.marks.unstored, self.line, self.column)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _place(first), _place(last)
        if start and end:
            self.marks.merge(Merge(start[0], start[1], end[0], end[1]))


def _place(reference: str) -> tuple[int, int] | None:
    """The line, from 1, and the column, from 0, of `B12`."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1
