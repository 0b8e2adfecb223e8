"""Which columns have the tables of a folder, and what stands in each of them?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.ingest.reading.text import has_table, read_whole_table

NEEDED: Mapping[str, tuple[str, ...]] = {
    "beneficiaries": ("beneficiary_id", "cohort"),
    "units": ("beneficiary_id", "academic_year", "unit"),
    "survey": ("beneficiary_id", "wave", "surveyed_on", "status"),
    "benefits": ("beneficiary_id", "benefit"),
}
"""The tables, and the columns without which each is none."""

OPTIONAL = "benefits"
"""The table that a study may do without."""

_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
"""What the dashboard counts as a whole number."""


@dataclass(frozen=True)
class Column:
    """A column: its table, its name, the distinct texts that stand in it, and how many of its rows have none."""

    table: str
    name: str
    texts: tuple[str, ...]
    rows: int = 0
    empty: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """Its whole numbers, ascending."""
        return tuple(sorted(int(text) for text in self.texts if _NUMBER.fullmatch(text)))

    @property
    def is_numeric(self) -> bool:
        """Whether nothing but whole numbers stands in it."""
        return bool(self.texts) and all(map(_NUMBER.fullmatch, self.texts))

    @property
    def in_order(self) -> tuple[str, ...]:
        """Its texts: numbers by their size, words in alphabetical order."""
        if self.is_numeric:
            return tuple(map(str, self.numbers))
        return tuple(sorted(self.texts, key=lambda text: (text.lower(), text)))


@dataclass(frozen=True, eq=False)
class Found:
    """The tables of a folder: the names of their files, what stands in them, and their columns, in their order."""

    files: Mapping[str, str]
    frames: Mapping[str, pd.DataFrame]
    columns: Mapping[str, tuple[Column, ...]]


def read_found(folder: Path) -> Found:
    """The tables of `folder`; raises TableError, in French, where a file is absent or cannot be read."""
    names = [name for name in NEEDED if name != OPTIONAL or has_table(folder, name)]
    tables = {name: read_whole_table(folder, name) for name in names}
    return Found(
        files={name: table.path.name for name, table in tables.items()},
        frames={name: table.frame for name, table in tables.items()},
        columns={
            name: tuple(_column(name, table.frame, c) for c in table.frame.columns)
            for name, table in tables.items()
        },
    )


def _column(table: str, frame: pd.DataFrame, name: str) -> Column:
    cells = frame[name]
    present = cells.cat.remove_unused_categories().cat.categories
    return Column(table, name, tuple(map(str, present)), len(cells), int(cells.isna().sum()))
