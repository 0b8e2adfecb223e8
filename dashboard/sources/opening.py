"""Which source does a setting ask for: this process, DuckDB, PostgreSQL or a cluster?

The libraries of an engine are imported when it is asked for: they are extras of the package.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

from dashboard.domain.errors import SettingError, SourceError
from dashboard.ingest.derive.folder import analysis_tables_in
from dashboard.ingest.stored.prepare import default_home, prepared
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.cubes.source import CubedSource
from dashboard.sources.engine import Engine
from dashboard.sources.memory.source import MemorySource
from dashboard.text.typography import unbroken

MEMORY = "memory"
"""The setting for this process: nothing to install, nothing to keep on the disk."""

TABLES = "tables"
"""The parameter of a cluster's address that names the folder of stored tables that it sees as well."""

MEMORY_PARAMETER = "memory"
"""The parameter of `duckdb:` that says how much memory each process may use: `8GB`."""

Opened = tuple[Engine, StoredTables]
"""An engine, with the stored tables that it counts."""

_MEMORY_LIMIT = re.compile(r"[1-9][0-9]*(MB|GB)")


def open_source(
    setting: str, folder: Path, reference: Path, secret: str | None = None
) -> CubedSource:
    """The study in `folder`, counted as `setting` asks; with the keys that rounding needs where a `secret` is given.

    What an engine needs and has not got is made: files, a schema, a session. Raises SettingError or SourceError where
    it cannot be used, and as reading the tables does.
    """
    if setting == MEMORY:
        return MemorySource(analysis_tables_in(folder, reference, secret))
    scheme, _, place = setting.partition(":")

    def stored_at(home: Path | None) -> StoredTables:
        return prepared(folder, reference, home or default_home(folder), secret)

    engine, stored = _OPENING[scheme](place, stored_at)
    return CubedSource(engine, stored)


def home_of_stored(setting: str, folder: Path) -> Path | None:
    """Where an engine that `setting` asks for has the tables of `folder` written; None for this process, which has not.

    Raises SettingError for a setting that is none, SourceError where there is no place for them.
    """
    scheme, _, place = setting.partition(":")
    if setting == MEMORY:
        return None
    named = {"duckdb": lambda: _in_duckdb(place)[0], "sc": lambda: _in_spark(place)[1]}
    path = named[scheme]() if scheme in named else ""
    return Path(path).resolve() if path else default_home(folder)


def _in_duckdb(place: str) -> tuple[str, str | None]:
    """The folder that an address of DuckDB names, if any, and how much memory it allows."""
    path, _, query = place.partition("?")
    given = dict(parse_qsl(query, keep_blank_values=True))
    memory = given.pop(MEMORY_PARAMETER, None)
    if given or (memory is not None and not _MEMORY_LIMIT.fullmatch(memory)):
        raise SettingError(
            unbroken(
                f"DASHBOARD_SOURCE : « duckdb:{place} » ; attendu : duckdb:, duckdb:/dossier ou "
                "duckdb:/dossier?memory=8GB."
            )
        )
    return path, memory


def _in_spark(place: str) -> tuple[str, str]:
    """The address of a cluster without our own parameter, and the folder that this one names, if any."""
    host, *parameters = place.split(";")
    seen = [text for text in parameters if text.startswith(f"{TABLES}=")]
    url = ";".join(["sc:" + host, *(text for text in parameters if text not in seen)])
    return url, seen[0].partition("=")[2] if seen else ""


def _duckdb(place: str, stored_at: Callable[[Path | None], StoredTables]) -> Opened:
    try:
        from dashboard.sources.sql.duckdb import MEMORY, DuckdbEngine  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise _missing("duckdb", error) from error
    path, memory = _in_duckdb(place)
    stored = stored_at(Path(path).resolve() if path else None)
    return DuckdbEngine(stored, memory or MEMORY), stored


def _postgresql(place: str, stored_at: Callable[[Path | None], StoredTables]) -> Opened:
    try:
        from dashboard.sources.sql.postgresql import PostgresqlEngine  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise _missing("postgresql", error) from error
    stored = stored_at(None)
    return PostgresqlEngine(f"postgresql:{place}", stored), stored


def _spark(place: str, stored_at: Callable[[Path | None], StoredTables]) -> Opened:
    try:
        from dashboard.sources.sql.spark import SparkEngine  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise _missing("spark", error) from error
    url, seen = _in_spark(place)
    stored = stored_at(Path(seen).resolve() if seen else None)
    return SparkEngine(url, stored, seen=bool(seen)), stored


_OPENING: dict[str, Callable[[str, Callable[[Path | None], StoredTables]], Opened]] = {
    "duckdb": _duckdb,
    "postgresql": _postgresql,
    "sc": _spark,
}


def _missing(extra: str, error: ModuleNotFoundError) -> SourceError:
    return SourceError(
        unbroken(
            f"DASHBOARD_SOURCE : le module {error.name} n'est pas installé. Installez-le : "
            f"python -m pip install --require-hashes --requirement requirements/{extra}.txt"
        )
    )
