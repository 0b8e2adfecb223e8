"""What does a reader learn where an engine refuses, is slow or has gone, and does it count again afterwards?"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

import psycopg
import pytest

from dashboard.domain.errors import SettingError, SourceError
from dashboard.domain.query import crossing
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.sql import duckdb as module
from dashboard.sources.sql import postgresql_loading as loading
from dashboard.sources.sql import rest
from dashboard.sources.sql import spark as spark_module
from dashboard.sources.sql.duckdb import DuckdbEngine
from dashboard.sources.sql.postgresql import PostgresqlEngine
from dashboard.sources.sql.postgresql_loading import schema_of
from dashboard.sources.sql.spark import SparkEngine
from tests.support.engines import (
    assert_same,
    demonstration,
    engines,
    home,
    postgresql,
    spark,
    stored_of,
)
from tests.support.exhibits import plain

QUESTION = crossing("gender")

HANGS_S = 60
"""What says nothing for so long never will."""

Engine = DuckdbEngine | PostgresqlEngine | SparkEngine


@pytest.fixture
def stored() -> StoredTables:
    return stored_of(demonstration())


def told(engine: Engine, text: str | None = None) -> str:
    """What is said where a question, or a statement, fails."""
    with pytest.raises(SourceError) as error:
        engine.crossings([QUESTION]) if text is None else engine._run(text, [])
    return plain(str(error.value))


ENDLESS = {
    "duckdb": "SELECT count(*) FROM range(1000000000000) a, range(1000) b",
    "postgresql": "SELECT pg_sleep(600)",
    "spark": "SELECT sum(a.id % 7) FROM range(1000000000) a CROSS JOIN range(1000) b",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_takes_too_long_is_stopped(name: str, stored: StoredTables) -> None:
    hurried: dict[str, Callable[[], Engine]] = {
        "duckdb": lambda: DuckdbEngine(stored, patience_s=0.2),
        "postgresql": lambda: PostgresqlEngine(postgresql(), stored, patience_s=0.2),
        "spark": lambda: SparkEngine(spark(), stored, seen=True, patience_s=0.2),
    }
    assert "n'a pas répondu en 0.2 s" in told(hurried[name](), ENDLESS[name])


def test_duckdb_reads_the_stored_tables_alone(stored: StoredTables, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a\n1\n", encoding="utf-8")
    assert "DuckDB ne peut pas compter" in told(
        DuckdbEngine(stored), f"SELECT * FROM read_csv('{other}')"
    )


@pytest.mark.parametrize("writable", [True, False])
def test_what_does_not_fit_in_memory_goes_to_the_disk_and_leaves_it(
    writable: bool, stored: StoredTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "gettempdir", lambda: str(home()))
    monkeypatch.setattr("os.access", lambda *_: writable)
    engine = DuckdbEngine(stored, "32MB")
    rows = engine._run(
        "SELECT count(*) AS n FROM (SELECT range, count(*) FROM range(3000000) GROUP BY range)", []
    )
    assert rows["n"].to_pylist() == [3_000_000]
    (spilt,) = engine._opened().sql("SELECT current_setting('temp_directory')").fetchall()
    assert Path(spilt[0]).parent == (home() / "spill" if writable else home())
    engine.close()
    assert not Path(spilt[0]).exists()


def test_a_file_that_is_no_table_is_told(stored: StoredTables, tmp_path: Path) -> None:
    for counted in stored.columns:
        (tmp_path / f"{counted}.parquet").write_bytes(b"no table")
    said = told(DuckdbEngine(replace(stored, folder=tmp_path)))
    assert "Supprimez ce dossier" in said


def test_nobody_listens(stored: StoredTables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark_module, "CONNECTING_S", 0.5)
    with pytest.raises(SourceError) as error:
        PostgresqlEngine("postgresql://someone:secret@127.0.0.1:1/nothing", stored)
    assert "PostgreSQL ne peut être joint" in plain(str(error.value))
    assert "secret" not in str(error.value)
    said = told(SparkEngine("sc://127.0.0.1:1/;token=secret", stored, seen=True))
    assert "Spark ne répond pas à 127.0.0.1:1" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://someone:secret@[bad/nothing",
        "postgresql://someone:secret%ZZ@server/nothing",
        "sc://server:port/;token=secret",
        "sc://server/path;token=secret",
        "sc://server:15002/;secret",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_its_secret(
    url: str, stored: StoredTables
) -> None:
    engine = partial(SparkEngine, seen=True) if url.startswith("sc:") else PostgresqlEngine
    with pytest.raises(SettingError) as error:
        engine(url, stored)
    assert "mal écrite" in str(error.value)
    assert "secret" not in f"{error.value!r} {error.value.__cause__!r}"


def test_who_could_not_be_reached_is_left_alone_for_a_moment(
    stored: StoredTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark_module, "CONNECTING_S", 0.5)
    engine = SparkEngine("sc://127.0.0.1:1/", stored, seen=True)
    first = told(engine)
    with monkeypatch.context() as unasked:
        unasked.setattr(engine, "_run", None)
        assert told(engine) == first
    monkeypatch.setattr(rest, "monotonic", lambda: float("inf"))
    monkeypatch.setattr(engine, "_url", spark())
    assert engine.crossings([QUESTION])[0].counts.sum() > 0


def test_a_version_is_loaded_whole_or_not_at_all(
    stored: StoredTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = replace(stored, key="half_loaded")

    def copied(*arguments: object) -> None:
        if arguments[-1] == "answer":
            raise psycopg.OperationalError("the server has gone")

    with monkeypatch.context() as broken:
        broken.setattr(loading, "_copy", copied)
        with pytest.raises(SourceError, match="the server has gone"):
            PostgresqlEngine(postgresql(), new)
    with psycopg.connect(postgresql(), autocommit=True) as connection:
        assert not loading.is_there(connection, new)

    found = PostgresqlEngine(postgresql(), new).crossings([QUESTION])[0]

    assert found.counts.sum() == stored.description.tables["beneficiary"].rows


def test_a_version_that_is_there_is_not_loaded_again(
    stored: StoredTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    PostgresqlEngine(postgresql(), stored)
    monkeypatch.setattr(loading, "_copy", None)
    assert PostgresqlEngine(postgresql(), stored).crossings([QUESTION])


def test_postgresql_counts_in_connections_that_only_read(stored: StoredTables) -> None:
    engine = PostgresqlEngine(postgresql(), stored)
    said = told(engine, f'DROP SCHEMA "{schema_of(stored)}" CASCADE')
    assert "read-only" in said
    assert engine.crossings([QUESTION])


def test_an_account_that_may_not_load_is_told_what_it_needs(stored: StoredTables) -> None:
    with psycopg.connect(postgresql(), autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        connection.execute("CREATE ROLE reader LOGIN")
    url = postgresql().replace("postgres:@", "reader:@")
    with pytest.raises(SourceError) as error:
        PostgresqlEngine(url, replace(stored, key="never_loaded"))
    assert "il lui faut le droit CREATE sur la base" in plain(str(error.value))


def test_a_connection_that_was_lost_while_idle_is_made_again(stored: StoredTables) -> None:
    engine = PostgresqlEngine(postgresql(), stored)
    engine.crossings([QUESTION])
    with psycopg.connect(postgresql(), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        )
    assert engine.crossings([QUESTION])[0].counts.sum() > 0


def test_a_schema_that_was_taken_away_is_told(stored: StoredTables) -> None:
    gone = replace(stored, key="taken_away")
    engine = PostgresqlEngine(postgresql(), gone)
    with psycopg.connect(postgresql(), autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA "{schema_of(gone)}" CASCADE'.encode())
    assert "redémarrez le tableau de bord" in told(engine)


def test_a_session_that_the_cluster_has_forgotten_is_opened_again(stored: StoredTables) -> None:
    engine = SparkEngine(spark(), stored, seen=True)
    engine.crossings([QUESTION])
    engine._sessions[0].client.release_session()
    assert engine.crossings([QUESTION])[0].counts.sum() > 0


def test_an_engine_that_nobody_holds_ends_its_session_without_being_waited_for(
    stored: StoredTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = SparkEngine(spark(), stored, seen=True)
    engine.crossings([QUESTION])
    cluster_answers, ended = Event(), Event()

    def stop() -> None:
        cluster_answers.wait(HANGS_S)
        ended.set()

    monkeypatch.setattr(engine._sessions[0], "stop", stop)
    del engine
    gc.collect()
    assert not ended.is_set()
    cluster_answers.set()
    assert ended.wait(HANGS_S)


def test_tables_that_a_cluster_does_not_see_are_sent_to_it(stored: StoredTables) -> None:
    sent = SparkEngine(spark(), stored, seen=False)
    batch = [QUESTION, crossing("academic_year", "region", counted="unit")]
    for one, other in zip(
        engines(demonstration())["memory"].crossings(batch), sent.crossings(batch), strict=True
    ):
        assert_same(one, other, "sent")


def test_a_folder_that_a_cluster_does_not_see_is_told(stored: StoredTables) -> None:
    said = told(SparkEngine(spark(), replace(stored, folder=Path("/nowhere")), seen=True))
    assert "Vérifiez que la grappe voit le dossier" in said
