"""Which source does a setting open, and in which words is one refused?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.errors import SettingError, SourceError
from dashboard.domain.query import crossing
from dashboard.ingest.stored import prepare
from dashboard.opening import load, open_publication
from dashboard.sources import opening
from dashboard.sources.opening import open_source
from tests.support.demonstration import FOLDER
from tests.support.engines import DATA
from tests.support.exhibits import plain
from tests.support.tables import valid_tables, write_csv


def test_duckdb_alone_keeps_its_files_beside_the_tables(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    folder = write_csv(tmp_path / "tables", valid_tables())
    source = open_source("duckdb:", folder, DATA)
    assert source.tabulate(crossing()).counts.sum() == 4
    made, _ = sorted((tmp_path / ".analysis").iterdir())
    assert made.name.startswith(source.version)


def test_a_version_can_be_loaded_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(FOLDER, DATA, f"duckdb:{tmp_path}")
    monkeypatch.setattr(prepare, "analysis_tables_in", None)
    publication = open_publication(FOLDER, DATA, INTERNAL, f"duckdb:{tmp_path}")
    assert publication.tabulate(crossing("gender")).by_code("gender") == {"F": 543, "M": 501}


def test_of_memory_there_is_nothing_to_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "analysis_tables_in", None)
    load(FOLDER, DATA, "memory")


def test_duckdb_keeps_them_in_the_folder_that_is_given(tmp_path: Path) -> None:
    source = open_source(f"duckdb:{tmp_path}?memory=512MB", FOLDER, DATA)
    assert source.tabulate(crossing("gender")).counts.tolist() == [543, 501]
    assert min(path.name for path in tmp_path.iterdir()).startswith(source.version)


@pytest.mark.parametrize("place", ["/x?memory=much", "/x?memory=", "/x?threads=2", "?memory=2TB"])
def test_a_parameter_that_there_is_not_is_refused(place: str) -> None:
    with pytest.raises(SettingError) as error:
        open_source(f"duckdb:{place}", FOLDER, DATA)
    assert "attendu : duckdb:, duckdb:/dossier ou" in plain(str(error.value))


@pytest.mark.parametrize(
    ("setting", "library", "extra"),
    [
        ("duckdb:", "duckdb", "duckdb"),
        ("duckdb:", "sqlglot", "duckdb"),
        ("postgresql://server/base", "psycopg", "postgresql"),
        ("sc://server:15002", "grpc", "spark"),
    ],
)
def test_an_engine_that_is_not_installed_says_how_to(
    setting: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.startswith("dashboard.sources.sql."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SourceError) as error:
        open_source(setting, FOLDER, DATA)
    said = plain(str(error.value))
    assert f"le module {library} n'est pas installé" in said
    assert f"--requirement requirements/{extra}.txt" in said
