"""In which words does a message say what is wrong in the tables, and where?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.errors import TableError
from dashboard.text.numbers import count
from dashboard.text.words import counted

SHOWN = 20
"""How many problems are listed one by one: enough to see a pattern, few enough to be read."""

LONGEST = 60
"""How many characters of a cell are quoted: a quote that is never closed makes a cell of the rest of its file."""

FIRST_ROW = 2
"""The number that a spreadsheet gives to the first row of data, below the header."""


@dataclass(frozen=True)
class Fault:
    """One problem that `total` cells of a column share; `first` gives the first rows, from 0, with what they hold."""

    table: str
    column: str
    expected: str
    total: int
    first: tuple[tuple[int, str | None], ...]


def faults_where(
    table: str, frame: pd.DataFrame, column: str, wrong: NDArray[np.bool_], expected: str
) -> list[Fault]:
    """The fault of the cells of `column` that are `wrong`; none where none is."""
    rows = np.flatnonzero(wrong)
    if not len(rows):
        return []
    shown = rows[:SHOWN]
    cells = frame[column].iloc[shown].astype("object")
    values = (None if cell is None else str(cell) for cell in cells.where(cells.notna(), None))
    first = tuple(zip((int(row) for row in shown), values, strict=True))
    return [Fault(table, column, expected, len(rows), first)]


def raise_faults(faults: Iterable[Fault], files: Mapping[str, str]) -> None:
    """Raises TableError where there is a fault, with the first cells in the order of `files` (table -> its file)."""
    faults = list(faults)
    total = sum(fault.total for fault in faults)
    if not total:
        return
    order = list(files)
    cells = [
        (order.index(fault.table), row, value, fault)
        for fault in faults
        for row, value in fault.first
    ]
    cells.sort(key=lambda cell: cell[:2])
    lines = [
        f"{files[fault.table]}, ligne {row + FIRST_ROW}, colonne {fault.column}\u00a0: {cell_in_words(value)}\u202f; "
        f"attendu\u00a0: {fault.expected}."
        for _, row, value, fault in cells[:SHOWN]
    ]
    if total > SHOWN:
        others = total - SHOWN
        lines.append(f"… et {count(others)} {'autres' if others > 1 else 'autre'}.")
    raise TableError("\n".join([f"{counted(total, 'problème')} dans les tables\u00a0:", *lines]))


def cell_in_words(value: str | None) -> str:
    """What a cell holds, in French; spaces around it are named, since they cannot be seen."""
    if value is None or not value:
        return "cellule vide"
    around = "" if value == value.strip() else " (avec des espaces autour)"
    return quoted(value if len(value) <= LONGEST else f"{value[:LONGEST]}…") + around


def quoted(text: str) -> str:
    """`text` between French quotation marks."""
    return f"«\u00a0{text}\u00a0»"
