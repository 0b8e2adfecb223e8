"""Are analysis tables written once, whole or not at all, and read back without the tables that they come from?"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from shutil import copytree

import numpy as np
import pyarrow.parquet as pq
import pytest

from dashboard.domain.errors import SourceError, TableError
from dashboard.ingest.derive.analysis import KEY, NOT_COUNTED, PERSON
from dashboard.ingest.stored import prepare, tables
from dashboard.ingest.stored.prepare import default_home, found, prepared
from dashboard.ingest.stored.tables import stored_in
from tests.support.demonstration import FOLDER
from tests.support.engines import DATA, SECRET, demonstration
from tests.support.exhibits import plain
from tests.support.tables import valid_tables, write_csv


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of four people's tables."""
    made = tmp_path / "tables"
    made.mkdir()
    return write_csv(made, valid_tables())


def test_the_vocabulary_comes_back_as_it_was(tmp_path: Path) -> None:
    stored = prepared(FOLDER, DATA, tmp_path)
    made = demonstration()
    assert (stored.version, stored.dated, stored.stamp) == (made.version, made.dated, made.stamp)
    for field in fields(made.vocabulary):
        assert getattr(stored.vocabulary, field.name) == getattr(made.vocabulary, field.name)


def test_each_column_comes_back_as_small_whole_numbers(tmp_path: Path) -> None:
    stored = prepared(FOLDER, DATA, tmp_path, SECRET)
    for counted, frame in demonstration().frames.items():
        rows = pq.read_table(stored.file(counted))
        for key, name in stored.columns[counted].items():
            np.testing.assert_array_equal(rows[name].to_numpy(), frame[str(key)].cat.codes)
            assert rows.schema.field(name).type == "int16"
        for name in NOT_COUNTED:
            if name in frame:
                np.testing.assert_array_equal(rows[name].to_numpy(), frame[name])
    people = pq.read_table(stored.file("beneficiary"), columns=[PERSON])
    np.testing.assert_array_equal(people[PERSON].to_numpy(), np.arange(people.num_rows))


def test_tables_that_were_stored_are_not_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = prepared(folder, DATA, tmp_path / "home")
    monkeypatch.setattr(prepare, "analysis_tables_in", None)
    assert prepared(folder, DATA, tmp_path / "home").key == first.key


def test_other_tables_another_codebook_or_another_way_of_deriving_are_another_version(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    keys = {prepared(folder, DATA, home).key}
    (folder / "beneficiaries.csv").write_text(
        (folder / "beneficiaries.csv").read_text(encoding="utf-8").replace(",34,", ",35,"),
        encoding="utf-8",
    )
    keys.add(prepared(folder, DATA, home).key)
    reference = copytree(DATA, tmp_path / "reference", ignore=lambda *_: ["demonstration"])
    with (reference / "codebook.toml").open("a", encoding="utf-8") as file:
        file.write("\n# Une remarque.\n")
    keys.add(prepared(folder, reference, home).key)
    monkeypatch.setattr(prepare, "_deriving", lambda: b"other code")
    keys.add(prepared(folder, DATA, home).key)
    assert len(keys) == 4
    assert {path.name for path in home.iterdir()} == keys


def test_another_secret_never_meets_the_keys_of_the_first(folder: Path, tmp_path: Path) -> None:
    home, other = tmp_path / "home", "y" * 32
    none, first, second = (prepared(folder, DATA, home, s) for s in (None, SECRET, other))
    assert len({stored.key for stored in (none, first, second)}) == 3
    assert found(folder, DATA, tmp_path / "elsewhere", SECRET) is None
    keys = [
        pq.read_table(stored.file("beneficiary")).column(KEY).to_pylist()
        for stored in (first, second)
    ]
    assert keys[0] != keys[1]
    assert KEY not in pq.read_schema(none.file("beneficiary")).names
    for path in home.rglob("*"):
        assert SECRET not in str(path)
        assert not path.is_file() or SECRET.encode() not in path.read_bytes()


def test_nothing_half_written_is_ever_found(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    with monkeypatch.context() as broken:
        broken.setattr(tables, "described", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            prepared(folder, DATA, home)
    assert [*home.iterdir()] == []
    assert prepared(folder, DATA, home).folder.is_dir()


def test_who_comes_second_takes_what_is_there(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    first = prepared(folder, DATA, home)
    untouched = first.file("unit").stat().st_mtime_ns
    found = iter([None])
    monkeypatch.setattr(prepare, "stored_in", lambda *_: next(found))
    assert prepared(folder, DATA, home).folder == first.folder
    assert first.file("unit").stat().st_mtime_ns == untouched
    assert len([*home.iterdir()]) == 1


@pytest.mark.parametrize("damage", ["description.json", "unit.parquet"])
def test_a_damaged_folder_is_told_with_what_to_do(
    folder: Path, tmp_path: Path, damage: str
) -> None:
    stored = prepared(folder, DATA, tmp_path / "home")
    (stored.folder / damage).unlink()
    with pytest.raises(SourceError) as told:
        prepared(folder, DATA, tmp_path / "home")
    assert f"{damage} manque ou ne peut être lu. Supprimez ce dossier" in plain(str(told.value))


def test_a_place_where_nothing_can_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SourceError, match="ne peuvent être écrites"):
        prepared(folder, DATA, tmp_path / "file" / "home")


def test_faults_of_the_tables_are_told_as_ever(folder: Path, tmp_path: Path) -> None:
    (folder / "units.csv").unlink()
    with pytest.raises(TableError, match=r"units\.parquet ou units\.csv"):
        prepared(folder, DATA, tmp_path / "home")


def test_what_is_not_stored_is_none(tmp_path: Path) -> None:
    assert stored_in(tmp_path, "abc", demonstration().vocabulary.codebook) is None


def test_stored_tables_lie_beside_the_tables_or_in_the_home_of_who_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_home(folder) == folder.parent / ".analysis"
    monkeypatch.setattr("os.access", lambda *_: False)
    assert default_home(folder) == Path.home() / ".cache" / "dashboard" / "analysis"
