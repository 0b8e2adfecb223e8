"""Are versions that differ by few people published only where that is meant?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from dashboard.datasets.few_changes import CHECK, Changes, changes_between
from dashboard.datasets.history import history
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from tests.support.exhibits import plain
from tests.support.stores import published, tables

NAMES = ("beneficiaries", "units", "survey", "benefits")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def without_people(folder: Path, number: int) -> Path:
    """The demonstration without its last people, so many of them."""
    tables(folder)
    gone = pd.read_csv(folder / "beneficiaries.csv", dtype=str).beneficiary_id.tail(number)
    for name in NAMES:
        frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        frame[~frame.beneficiary_id.isin(gone)].to_csv(folder / f"{name}.csv", index=False)
    return folder


def with_other_cells(folder: Path, table: str, column: str, number: int) -> Path:
    """The demonstration where so many people have another cell in the first of their rows."""
    tables(folder)
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    first = frame.drop_duplicates("beneficiary_id").index[:number]
    frame.loc[first, column] = frame.loc[first, column].map(lambda code: f"{code}?")
    frame.to_csv(folder / f"{table}.csv", index=False)
    return folder


def test_who_came_left_or_changed_is_counted_once_whatever_tables_tell(tmp_path: Path) -> None:
    whole, fewer = tables(tmp_path / "a"), without_people(tmp_path / "b", 7)
    assert changes_between(whole, fewer, NAMES) == Changes(0, 7, 0)
    assert changes_between(fewer, whole, NAMES) == Changes(7, 0, 0)
    for table, column in (("units", "modality"), ("survey", "status"), ("beneficiaries", "region")):
        other = with_other_cells(tmp_path / table, table, column, 3)
        assert changes_between(whole, other, NAMES) == Changes(0, 0, 3)


def test_the_order_of_rows_and_a_column_more_change_nobody(tmp_path: Path) -> None:
    whole, other = tables(tmp_path / "a"), tables(tmp_path / "b")
    for name in NAMES:
        frame = pd.read_csv(other / f"{name}.csv", dtype=str, keep_default_na=False)
        mixed = frame.sample(frac=1, random_state=1).assign(more="yes")
        mixed.to_csv(other / f"{name}.csv", index=False)
    assert changes_between(whole, other, NAMES) == Changes(0, 0, 0)


@pytest.mark.parametrize(("number", "is_few"), [(0, False), (1, True), (9, True), (10, False)])
def test_from_ten_people_on_nobody_is_one_of_few(number: int, is_few: bool) -> None:
    assert Changes(number, 0, 0).few is is_few


def test_few_changes_are_refused_unless_they_are_meant(store: Store, tmp_path: Path) -> None:
    shown = published(store, tables(tmp_path / "a")).manifest.version
    fewer = without_people(tmp_path / "b", 3)
    with pytest.raises(DatasetError) as refused:
        published(store, fewer, few_changes=False)
    said = plain(str(refused.value))
    assert f"moins de 10 personnes diffèrent de la version remplacée, {shown} : 3 en tout" in said
    assert "--peu-de-changements" in said
    assert store.current() == shown
    assert [entry.version for entry in history(store)] == [shown]

    meant = published(store, fewer, few_changes=True)
    assert CHECK in {doubt.check for doubt in meant.doubts}
    assert "3 en tout (0 de plus, 3 de moins" in plain(history(store)[-1].confirmed)
    # What has been shown once tells nothing more when it is shown again.
    assert published(store, tmp_path / "a", few_changes=False).outcome == "again"


def test_many_changes_or_none_need_no_word(store: Store, tmp_path: Path) -> None:
    published(store, tables(tmp_path / "a"))
    many = published(store, without_people(tmp_path / "b", 12), few_changes=False)
    assert CHECK not in {doubt.check for doubt in many.doubts}
    only_described = Path(shutil.copytree(tmp_path / "b", tmp_path / "c"))
    (only_described / "benchmarks.toml").write_text("", encoding="utf-8")
    described = published(store, only_described, few_changes=False)
    assert described.outcome == "new"
    assert [entry.confirmed for entry in history(store)] == ["", "", ""]


def test_a_version_that_cannot_be_read_any_more_is_told(store: Store, tmp_path: Path) -> None:
    shown = published(store, tables(tmp_path / "a")).manifest.version
    damaged = store.home(shown) / "beneficiaries.csv"
    damaged.chmod(0o644)
    store.home(shown).chmod(0o755)
    damaged.unlink()
    after = published(store, without_people(tmp_path / "b", 3), few_changes=False)
    (doubt,) = [doubt for doubt in after.doubts if doubt.check == CHECK]
    assert "n'ont pas pu être comptées" in plain(doubt.message)
