"""Which tables does a test describe by a codebook, and what is that codebook?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from dashboard.domain.codebook import Codebook
from dashboard.ingest.reference.codebook import read_codebook
from tests.cli.ran import ran
from tests.support.tables import Texts, valid_tables, write_csv

Cells = Mapping[str, list[str | None]]
"""By the name of a column, its cells."""


def with_columns(table: str, columns: Cells, tables: Texts | None = None) -> Texts:
    """Small tables that are valid, with more columns, or others, in one of them."""
    tables = valid_tables() if tables is None else tables
    frame = tables[table].copy()
    for name, cells in columns.items():
        frame[name] = pd.Series(cells, dtype="object")
    return {**tables, table: frame}


def without_columns(table: str, *names: str) -> Texts:
    """Small tables that are valid, but for columns that one of them has not got."""
    tables = valid_tables()
    return {**tables, table: tables[table].drop(columns=list(names))}


def drafted(folder: Path, tables: Texts) -> Codebook:
    """The codebook that follows from `tables`, written beside them and read again."""
    written = ran("new-study", folder, "--from", write_csv(folder, tables))
    assert written.code == 0, written.faults
    return read_codebook(folder / "codebook.toml")


def refused(folder: Path, tables: Texts) -> list[str]:
    """Why no codebook follows from `tables`; nothing is written."""
    (folder / "tables").mkdir()
    refusal = ran("new-study", folder / "neuve", "--from", write_csv(folder / "tables", tables))
    assert refusal.code == 1, refusal.said
    assert not (folder / "neuve").exists()
    return refusal.fault_lines
