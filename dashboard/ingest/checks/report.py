"""In which words does a message say what is wrong in the tables, and where?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.ingest.checks.finding import Finding, Place, Stage
from dashboard.ingest.personal.values import kind_of_whole
from dashboard.text.numbers import count
from dashboard.text.words import counted

SHOWN = 20
"""How many problems are listed one by one: enough to see a pattern, few enough to be read."""

_BEGINS = re.compile(r"(?P<file>[\w.-]+\.(?:csv|parquet|toml|geojson))(?P<rest>(?:,|\u00a0:) .+)")
"""A message that begins with the file that it is about."""

_WITHIN = re.compile(
    r"(?:, ligne (?P<line>\d+))?(?:, colonne (?P<column>\w+))?(?:,|\u00a0:) (?P<said>.+)"
)
"""What follows the file, as `Place` writes it, and what is said of that place."""

LINES = 5
"""How many of the lines that share a problem are named."""

LONGEST = 60
"""How many characters of a cell are quoted: a quote that is never closed makes a cell of the rest of its file."""

HIDDEN = "«\u00a0…\u00a0» (donnée personnelle, non montrée)"
"""What is said of a cell that has the form of personal data: messages stand on terminals and in logs."""

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


def refusal_of(faults: Iterable[Fault], files: Mapping[str, str]) -> str:
    """The first wrong cells in the order of `files` (table -> its file), and how many others; empty without any."""
    faults = list(faults)
    total = sum(fault.total for fault in faults)
    if not total:
        return ""
    order = list(files)
    cells = [
        (order.index(fault.table), row, value, fault)
        for fault in faults
        for row, value in fault.first
    ]
    cells.sort(key=lambda cell: cell[:2])
    lines = [
        f"{_place(fault, row, files)}\u00a0: {_against(fault, value)}."
        for _, row, value, fault in cells[:SHOWN]
    ]
    if total > SHOWN:
        others = total - SHOWN
        lines.append(f"… et {count(others)} {'autres' if others > 1 else 'autre'}.")
    return "\n".join([f"{counted(total, 'problème')} dans les tables\u00a0:", *lines])


def finding_of(fault: Fault, stage: Stage, check: str, files: Mapping[str, str]) -> Finding:
    """The failure that all cells of one fault are, at the first of them."""
    row, value = fault.first[0]
    message = f"{_against(fault, value)}."
    if fault.total > 1:
        lines = [str(row + FIRST_ROW) for row, _ in fault.first[:LINES]]
        others = "…" if fault.total > LINES else ""
        message += f" {count(fault.total)} cellules\u00a0: lignes {', '.join(lines)}{others}."
    return Finding(stage, check, "failure", message, _place(fault, row, files), fault.total)


def findings_in(said: str, stage: Stage, check: str) -> list[Finding]:
    """The failures that an error lists, a line each; a line that names no file belongs to the one above."""
    found: list[Finding] = []
    for line in said.split("\n"):
        begins = _BEGINS.fullmatch(line)
        within = begins and _WITHIN.fullmatch(begins["rest"])
        if begins and within:
            number, column = int(within["line"] or 0), within["column"] or ""
            place = Place(begins["file"], line=number, column=column)
            found.append(Finding(stage, check, "failure", within["said"], place))
        elif found:
            found[-1] = replace(found[-1], message=f"{found[-1].message} {line}")
        else:
            found.append(Finding(stage, check, "failure", line))
    return found


def _place(fault: Fault, row: int, files: Mapping[str, str]) -> Place:
    return Place(files[fault.table], line=row + FIRST_ROW, column=fault.column)


def _against(fault: Fault, value: str | None) -> str:
    return f"{cell_in_words(value)}\u202f; attendu\u00a0: {fault.expected}"


def cell_in_words(value: str | None) -> str:
    """What a cell holds, in French, unless that is personal data; spaces around it are named: they cannot be seen."""
    if value is None or not value:
        return "cellule vide"
    if kind_of_whole(value):
        return HIDDEN
    around = "" if value == value.strip() else " (avec des espaces autour)"
    return quoted(value if len(value) <= LONGEST else f"{value[:LONGEST]}…") + around


def quoted(text: str) -> str:
    """`text` between French quotation marks."""
    return f"«\u00a0{text}\u00a0»"
