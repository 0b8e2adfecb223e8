"""How does DuckDB count stored tables, more of them than there is memory?

It runs in this process, over Parquet files, within a limit of memory; what does not fit goes to a folder beside them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import gettempdir
from threading import Lock, Timer

import duckdb
import pyarrow as pa
from sqlglot import exp

from dashboard.domain.errors import SourceError
from dashboard.domain.query import Query
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.engine import Crossings
from dashboard.sources.sql.answers import answered
from dashboard.sources.sql.forks import closed_before_forks
from dashboard.sources.sql.patience import PATIENCE_S
from dashboard.sources.sql.statements import Statements
from dashboard.text.typography import unbroken

MEMORY = "2GB"
"""What DuckDB may hold in each process before it writes to the disk."""

SPILL = "spill"
"""The folder, beside the stored tables, of what does not fit."""


class DuckdbEngine:
    """Counts the Parquet files of stored tables; reads no other file."""

    def __init__(
        self, stored: StoredTables, memory: str = MEMORY, patience_s: float = PATIENCE_S
    ) -> None:
        self._stored = stored
        self._memory = memory
        self._patience_s = patience_s
        self._statements = Statements("duckdb", stored, exp.to_table)
        self._lock = Lock()
        self._database: duckdb.DuckDBPyConnection | None = None
        closed_before_forks(self)

    def crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        """What each query finds, in one statement; raises KeyError, ValueError or SourceError."""
        return answered(queries, self._stored, self._statements, self._run)

    def close(self) -> None:
        """Lets the files go; the next question opens them again."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _run(self, text: str, parameters: Sequence[int]) -> pa.Table:
        try:
            # A cursor a question: threads do not wait for each other, and share the memory.
            with self._opened().cursor() as cursor:
                alarm = Timer(self._patience_s, cursor.interrupt)
                alarm.start()
                try:
                    return cursor.sql(text, params=list(parameters)).to_arrow_table()
                finally:
                    alarm.cancel()
        except duckdb.InterruptException as error:
            raise SourceError(
                unbroken(
                    f"DuckDB n'a pas répondu en {self._patience_s:g} s. Une machine de plus de cœurs, ou un moteur "
                    "plus grand, voir docs/scale.md."
                )
            ) from error
        except duckdb.Error as error:
            raise self._refused(error) from error

    def _opened(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            if self._database is None:
                self._database = self._open()
            return self._database

    def _open(self) -> duckdb.DuckDBPyConnection:
        folder = self._stored.folder
        spill = _room(folder.parent) / f"dashboard-{os.getpid()}"
        database = duckdb.connect(
            config={
                "memory_limit": self._memory,
                "temp_directory": str(spill),
                "preserve_insertion_order": False,
            }
        )
        try:
            for counted in self._stored.columns:
                database.read_parquet(str(self._stored.file(counted))).create_view(counted)
            for setting in _locked(folder, spill):
                database.execute(setting)
        except duckdb.Error:
            database.close()
            raise
        return database

    def _refused(self, error: duckdb.Error) -> SourceError:
        first = str(error).partition("\n")[0]
        return SourceError(
            unbroken(
                f"DuckDB ne peut pas compter les tables de {self._stored.folder} ({first}). "
                "Supprimez ce dossier s'il est abîmé : il sera écrit de nouveau à partir des tables."
            )
        )


def _room(home: Path) -> Path:
    """Where what does not fit in memory goes: beside the stored tables, or where this machine keeps what passes."""
    if not os.access(home, os.W_OK):
        return Path(gettempdir())
    # DuckDB makes a folder of its own there, and takes it away, but not the one around it.
    spill = home / SPILL
    spill.mkdir(exist_ok=True)
    return spill


def _locked(*folders: Path) -> tuple[str, ...]:
    """Settings after which no statement reads or writes anything outside `folders`, nor takes the settings back."""
    names = exp.Array(expressions=[exp.Literal.string(str(folder)) for folder in folders])
    return (
        f"SET allowed_directories = {names.sql(dialect='duckdb')}",
        "SET enable_external_access = false",
        "SET lock_configuration = true",
    )
