"""What do the parts of an XLSX workbook tell of its sheets?"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable
from functools import cache

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.child.archive import CHECK, DAMAGED, read_part
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
        self.last = (0, -1)
        self.kind = ""
        self.in_value = False
        self.has_result = False
        self.followed: dict[str, Callable[[Attributes], None]] = {
            "c": self._cell,
            "v": self._value,
            "is": self._value,
            "f": self._formula,
            "row": self._row,
            "mergeCell": self._merge,
        }
        self.follow: dict[str, Callable[[Attributes], None]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        # The names of a sheet are few and its elements millions: each name is taken apart once.
        follow = self.follow.get(name)
        if follow is None:
            follow = self.follow[name] = self.followed.get(local(name), _nothing)
        follow(attributes)

    def _value(self, _: Attributes) -> None:
        self.in_value = True
        self.marks.reach(self.line, self.column)

    def _row(self, attributes: Attributes) -> None:
        told = attributes.get("r", "")
        self.line = int(told) if told.isdecimal() else self.line + 1
        self.column = -1
        if attributes.get("hidden", "") not in _FALSE:
            self.marks.hidden_lines += 1

    def _cell(self, attributes: Attributes) -> None:
        line, column = _place(attributes.get("r", "")) or (self.line, self.column + 1)
        if (line, column) <= self.last:
            # A second cell in one place would take the first one's: calamine tells neither.
            raise UnreadableError(CHECK, DAMAGED)
        self.line, self.column = self.last = line, column
        self.in_value = False
        self.kind = attributes.get("t", "")
        if self.kind == "e":
            self.marks.note(self.marks.errors, self.line, self.column)

    def _formula(self, _: Attributes) -> None:
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

    def _merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        start, end = _place(first), _place(last)
        if start and end:
            self.marks.merge(Merge(start[0], start[1], end[0], end[1]))


def _place(reference: str) -> tuple[int, int] | None:
    """The line, from 1, and the column, from 0, of `B12`."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), _column(found[1])) if found else None


@cache
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _nothing(_: Attributes) -> None:
    """What an element is followed by that tells nothing."""
