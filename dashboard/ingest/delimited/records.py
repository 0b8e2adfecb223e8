"""Which records does a text hold, and on which line does each begin?"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dashboard.ingest.delimited.unreadable import UnreadableError

CHECK = "guillemets"

LONGEST_CELL = 32_767
"""Characters: what a cell of a spreadsheet can hold. A longer one is a quote that nothing closes."""

_MEND = (
    "ajoutez le guillemet qui manque, supprimez celui qui est de trop, ou doublez-le dans un texte."
)


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, as written but for line breaks, of one character; `line` as an editor counts."""

    line: int
    cells: tuple[str, ...]


def records(text: str, separator: str) -> list[Record]:
    """The records of `text`, blank ones too; raises UnreadableError, with its line, for a quote that swallows others.

    A quote swallows rows where nothing closes it, where text follows the one that does, where the cell is longer than
    any, or where lines inside a record are whole rows by themselves.
    """
    lines = physical_lines(text)
    # Most cells say what many others do: each text is held once.
    once: dict[str, str] = {}
    found = [
        Record(
            line,
            tuple(
                once.setdefault(cell, cell)
                for cell in (cells if is_on_one_line else map(_one_line_break, cells))
            ),
        )
        for line, cells, is_on_one_line in _numbered(lines, separator)
    ]
    _refuse_whole_rows_in_a_cell(found, lines, separator)
    return found


def refuse_open_quotes(text: str, separator: str) -> None:
    """Raises UnreadableError, with its line, for a quote that does not end with its cell."""
    for _ in _numbered(physical_lines(text), separator):
        pass


def physical_lines(text: str) -> list[str]:
    """The lines of `text` with their ends, as an editor shows them."""
    return list(io.StringIO(text, newline=""))


def _numbered(lines: list[str], separator: str) -> Iterator[tuple[int, list[str], bool]]:
    """The line on which each record begins, its cells, and whether it ends on the same line."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if max(map(len, cells), default=0) > LONGEST_CELL:
                raise _swallowing(lines, line, reader.line_num, separator)
            yield line, cells, reader.line_num == line
            line = reader.line_num + 1
    except csv.Error as error:
        raise _swallowing(lines, line, reader.line_num, separator) from error


def opening_line(lines: list[str], separator: str) -> int:
    """On which of `lines`, from 0, the quote opens that none closes before a separator or the end of its line."""
    text = "".join(lines)
    end_of_cell = re.compile(f"[{re.escape(separator)}\n\r]|$")
    position, opened = 0, 0
    while position < len(text):
        if text[position] != '"':
            end = end_of_cell.search(text, position)
            position = end.end() if end and end[0] else len(text)
            continue
        opened, position = position, _closing(text, position)
        if text[position : position + 1] not in ("", separator, "\n", "\r"):
            break
        position += 1
    return len(physical_lines(text[: opened + 1])) - 1


def _closing(text: str, opened: int) -> int:
    """The place after the quote that closes the one at `opened`; after the end where none does."""
    position = opened + 1
    while True:
        quote = text.find('"', position)
        if quote < 0:
            # A quote that is the last character closes nothing: no separator follows, and none is needed.
            return len(text) + 1
        if text[quote + 1 : quote + 2] != '"':
            return quote + 1
        position = quote + 2


def _swallowing(lines: list[str], first: int, last: int, separator: str) -> UnreadableError:
    if not any('"' in line for line in lines[first - 1 : last]):
        message = (
            "une cellule est plus longue que toute cellule d'un tableur : est-ce bien un tableau ?"
        )
        return UnreadableError(CHECK, f"{message} Demandez-le de nouveau à qui l'a envoyé.", first)
    line = first + opening_line(lines[first - 1 : last], separator)
    return UnreadableError(
        CHECK,
        "un guillemet ouvert sur cette ligne n'est pas refermé à la fin de sa cellule : des lignes seraient avalées ; "
        f"{_MEND}",
        line,
    )


def _refuse_whole_rows_in_a_cell(found: list[Record], lines: list[str], separator: str) -> None:
    widths = Counter(len(record.cells) for record in found if len(record.cells) > 1)
    if not widths:
        return
    marks = widths.most_common(1)[0][0] - 1
    followers = [record.line for record in islice(found, 1, None)]
    for record, after in zip(found, [*followers, len(lines) + 1], strict=True):
        first, last = record.line, after - 1
        if first == last or not _holds_whole_row(lines[first - 1 : last], separator, marks):
            continue
        line = first + opening_line(lines[first - 1 : first], separator)
        raise UnreadableError(
            CHECK,
            f"un guillemet ouvert sur cette ligne n'est refermé qu'à la ligne {last} : les lignes entre les deux ne "
            f"seraient pas lues ; {_MEND}",
            line,
        )


def _holds_whole_row(lines: list[str], separator: str, marks: int) -> bool:
    """Whether one of the lines inside a record, or both its first and its last, has the `marks` of a row by itself.

    A mark before a space is punctuation: texts on several lines have it, and rows have not.
    """
    first, *inside, last = (
        line.count(separator) - line.count(f"{separator} ") >= marks for line in lines
    )
    return any(inside) or (first and last)


def _one_line_break(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")
