"""Does a publication mend a version or a pointer that is damaged, and take its place?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.datasets.damage import sound
from dashboard.datasets.manifest import MANIFEST
from dashboard.datasets.opened import dataset_of
from dashboard.datasets.same_key import KEY
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from tests.support.exhibits import plain
from tests.support.stores import published, tables


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_a_damaged_version_is_mended_by_publishing_its_content(
    store: Store, tmp_path: Path
) -> None:
    first = published(store, tables(tmp_path / "a")).manifest
    published(store, tables(tmp_path / "b", without=1))
    damaged = store.home(first.version) / "units.csv"
    damaged.chmod(0o644)
    damaged.write_text("nothing")
    assert published(store, tmp_path / "a").outcome == "new"
    assert sound(store, first.version).rows == first.rows


def _without_manifest(home: Path) -> None:
    (home / MANIFEST).unlink()


def _with_another_table(home: Path) -> None:
    (home / "units.csv").unlink()
    (home / "units.csv").write_text("nothing")


DAMAGES = [_without_manifest, _with_another_table]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_current_version_is_mended_by_publishing_its_content(
    store: Store, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    first = published(store, tables(tmp_path / "a")).manifest
    second = published(store, tables(tmp_path / "b", without=1)).manifest
    damage(store.home(second.version))
    again = published(store, tmp_path / "b")
    assert again.outcome == "new"
    assert (again.manifest.version, again.manifest.previous) == (second.version, first.version)
    assert dataset_of(store.folder).manifest == again.manifest


@pytest.mark.parametrize("damage", DAMAGES)
def test_other_tables_take_the_place_of_a_damaged_current_version(
    store: Store, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damaged = published(store, tables(tmp_path / "a")).manifest.version
    damage(store.home(damaged))
    other = published(store, tables(tmp_path / "b", without=1))
    assert (other.outcome, other.manifest.previous) == ("new", damaged)
    assert other.manifest.number == 2
    assert store.current() == other.manifest.version


@pytest.mark.parametrize(
    ("lost", "key", "outcome"),
    [
        (["manifest.json"], "ab12", ""),
        (["manifest.json"], "cd34", "--nouvelle-cle"),
        (["manifest.json", "import.json"], "cd34", "n'a pas pu être comparée"),
    ],
)
def test_the_key_of_a_damaged_version_is_compared_as_long_as_anything_tells_it(
    store: Store, tmp_path: Path, lost: list[str], key: str, outcome: str
) -> None:
    shown = published(store, tables(tmp_path / "a", key="ab12")).manifest.version
    for name in lost:
        (store.home(shown) / name).unlink()
    other = tables(tmp_path / "b", without=1, key=key)
    if outcome.startswith("--"):
        with pytest.raises(DatasetError, match=outcome):
            published(store, other)
        assert store.current() == shown
        return
    told = [plain(str(d)) for d in published(store, other).doubts if d.check == KEY]
    assert len(told) == (1 if outcome else 0)
    assert all(outcome in one for one in told)


@pytest.mark.parametrize("content", [b"", b"0123456789ab\n"])
def test_a_pointer_to_nothing_is_mended_by_publishing(
    store: Store, tmp_path: Path, content: bytes
) -> None:
    first = published(store, tables(tmp_path / "a")).manifest.version
    store.pointer.write_bytes(content)
    other = published(store, tables(tmp_path / "b", without=1)).manifest
    assert (store.current(), other.previous) == (other.version, first)
    store.pointer.write_bytes(content)
    assert published(store, tmp_path / "b").outcome == "again"
