"""What does one sheet of a spreadsheet hold, as it comes from the process that reads it?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of merged cells, its ends included: lines from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of a sheet from its first line and column on, and what its file tells of cells beside their texts.

    Pairs of a line, from 1, and a column, from 0: `unstored` are formulas whose result is not in the file, `errors`
    cells such as `#N/A`, both read as empty; `rounded` numbers of more digits than a spreadsheet keeps. `is_hidden`
    sheets have no rows: they are told, not read.
    """

    name: str
    is_hidden: bool
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    unstored: tuple[tuple[int, int], ...] = ()
    errors: tuple[tuple[int, int], ...] = ()
    rounded: tuple[tuple[int, int], ...] = ()
    hidden_lines: int = 0


def cell_name(line: int, column: int) -> str:
    """`B12`: the cell as a spreadsheet names it."""
    return f"{column_name(column)}{line}"


def column_name(column: int) -> str:
    """`A`, `Z`, `AA`: the column as a spreadsheet names it, counted from 0."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
