"""How are analysis tables written to files once, and found again by whoever counts them there?

A folder a version: a Parquet file a table, of small whole numbers, and `description.json`. It appears under its name
when all of it is on the disk, or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import ValidationError

from dashboard.domain.codebook import Codebook
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.errors import SourceError
from dashboard.domain.keys import UnionKeys
from dashboard.domain.query import Counted
from dashboard.domain.vocabulary import Vocabulary
from dashboard.durable import flush
from dashboard.ingest.derive.analysis import (
    HEADS,
    KEY,
    NOT_COUNTED,
    PERSON,
    WEIGHT,
    AnalysisTables,
)
from dashboard.ingest.stored.description import Description, StoredTable, described
from dashboard.ingest.stored.names import column_names
from dashboard.text.typography import unbroken

DESCRIPTION = "description.json"

ROWS_TOGETHER = 1 << 18
"""Rows that stand together in a file: what an engine takes at once."""


@dataclass(frozen=True, eq=False)
class StoredTables:
    """Analysis tables in `folder`, under a `key` that no other content has; `columns` gives each dimension's name.

    `union_keys` are there with people's keys; no file holds them.
    """

    folder: Path
    key: str
    description: Description
    vocabulary: Vocabulary
    columns: Mapping[Counted, Mapping[Dimension, str]]
    union_keys: UnionKeys | None = None

    @property
    def version(self) -> str:
        """A short digest of the tables that these were derived from."""
        return self.description.version

    @property
    def dated(self) -> date:
        """The day that the tables stand for."""
        return self.description.dated

    @property
    def stamp(self) -> str:
        """What every page and file made from the tables must say."""
        return self.description.stamp

    def file(self, counted: Counted) -> Path:
        """The Parquet file of the table of `counted`."""
        return self.folder / f"{counted}.parquet"


def store(tables: AnalysisTables, home: Path, key: str) -> StoredTables:
    """Writes `tables` to a folder of `home` that is called `key`, unless another process has; raises SourceError."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{key}-", dir=home, ignore_cleanup_errors=True) as made:
            _write_all(tables, Path(made) / key)
            # Where another process was first, its folder is not empty and stays: both hold the same.
            with suppress(OSError):
                (Path(made) / key).rename(home / key)
                flush(home)
    except OSError as error:
        raise SourceError(
            unbroken(
                f"Les tables d'analyse ne peuvent être écrites dans {home} ({error.strerror}). "
                "Libérez de la place, ou donnez un autre dossier dans DASHBOARD_SOURCE."
            )
        ) from error
    found = stored_in(home, key, tables.vocabulary.codebook)
    if found is None:
        raise SourceError(unbroken(f"Les tables d'analyse écrites dans {home / key} ont disparu."))
    return found


def stored_in(home: Path, key: str, codebook: Codebook) -> StoredTables | None:
    """The tables in the folder of `home` that is called `key`; None where there is none.

    Raises SourceError where its description cannot be read, or a file of a table is missing.
    """
    folder = home / key
    if not folder.exists():
        return None
    try:
        text = (folder / DESCRIPTION).read_text(encoding="utf-8")
        description = Description.model_validate_json(text)
    except (OSError, ValidationError) as error:
        raise _damaged(folder, DESCRIPTION) from error
    for counted in description.tables:
        if not (folder / f"{counted}.parquet").is_file():
            raise _damaged(folder, f"{counted}.parquet")
    columns = {
        counted: {dimension(written): name for written, name in table.columns.items()}
        for counted, table in description.tables.items()
    }
    return StoredTables(folder, key, description, description.vocabulary(codebook), columns)


def _write_all(tables: AnalysisTables, folder: Path) -> None:
    """Makes `folder`, with every file of it on the disk."""
    folder.mkdir()
    stored = {
        counted: _write(folder / f"{counted}.parquet", frame)
        for counted, frame in tables.frames.items()
    }
    description = described(tables, stored).model_dump_json(indent=1)
    (folder / DESCRIPTION).write_text(description, encoding="utf-8")
    for path in (*folder.iterdir(), folder):
        flush(path)


def _write(path: Path, frame: pd.DataFrame) -> StoredTable:
    """Writes a table; one of people has their row as `person`, by which the others name them."""
    keys = [dimension(name) for name in frame.columns.drop(list(NOT_COUNTED), errors="ignore")]
    names = column_names(keys)
    owners = frame[PERSON].to_numpy() if PERSON in frame else np.arange(len(frame))
    columns = {PERSON: pa.array(owners.astype(np.int64))}
    numbers = [name for name in (WEIGHT, KEY, HEADS) if name in frame]
    columns |= {name: pa.array(frame[name].to_numpy()) for name in numbers}
    columns |= {name: _positions(frame[str(key)]) for key, name in names.items()}
    pq.write_table(pa.table(columns), path, row_group_size=ROWS_TOGETHER, compression="zstd")
    return StoredTable(
        rows=len(frame),
        columns={str(key): name for key, name in names.items()},
        weighted=WEIGHT in frame,
        keyed=KEY in frame,
    )


def _positions(column: pd.Series[str]) -> pa.Array:
    """The positions in a column, in two bytes or four: what every engine has."""
    most = len(column.cat.categories)
    small = np.int16 if most <= np.iinfo(np.int16).max else np.int32
    return pa.array(column.cat.codes.to_numpy().astype(small))


def _damaged(folder: Path, name: str) -> SourceError:
    return SourceError(
        unbroken(
            f"{folder} : {name} manque ou ne peut être lu. Supprimez ce dossier : il sera écrit de nouveau "
            "à partir des tables."
        )
    )
