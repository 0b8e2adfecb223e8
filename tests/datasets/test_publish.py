"""Is what is checked published whole, once, and nothing else?"""

from __future__ import annotations

import json
import multiprocessing
import shutil
from pathlib import Path

import pytest

from dashboard.datasets.damage import sound
from dashboard.datasets.history import history
from dashboard.datasets.lock import locked
from dashboard.datasets.opened import dataset_of
from dashboard.datasets.publish import INCOMING, Publisher
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError, TableError
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, FIGURES
from tests.support.exhibits import plain
from tests.support.stores import REFERENCE, broken, published, publisher, tables


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_a_version_says_what_it_is_made_of(store: Store, tmp_path: Path) -> None:
    manifest = published(store, tables(tmp_path / "a", key="ab12")).manifest
    assert store.current() == manifest.version
    assert (manifest.number, manifest.previous) == (1, None)
    assert manifest.dated.isoformat() == "2017-10-31"
    assert manifest.rows["beneficiaries"] == 1044
    assert manifest.key_fingerprint == "ab12"
    assert sound(store, manifest.version) == manifest
    # What describes the tables comes along, whatever becomes of the dashboard's own files.
    assert {CODEBOOK, BUDGETS, FIGURES, BENCHMARKS, "import.json"} <= set(manifest.files)


def test_the_next_version_knows_the_one_before(store: Store, tmp_path: Path) -> None:
    first = published(store, tables(tmp_path / "a")).manifest
    second = published(store, tables(tmp_path / "b", without=1)).manifest
    assert (second.number, second.previous) == (2, first.version)
    before = dataset_of(store.folder).previous()
    assert before is not None
    assert before.manifest == first


def test_what_is_already_shown_is_not_published_again(store: Store, tmp_path: Path) -> None:
    one = published(store, tables(tmp_path / "a"))
    again = published(store, tmp_path / "a")
    assert (one.outcome, again.outcome) == ("new", "already")
    assert again.manifest == one.manifest
    assert len(history(store)) == 1


def test_a_content_that_was_published_before_is_shown_again(store: Store, tmp_path: Path) -> None:
    first = published(store, tables(tmp_path / "a"))
    published(store, tables(tmp_path / "b", without=1))
    again = published(store, tmp_path / "a")
    assert (again.outcome, again.manifest) == ("again", first.manifest)
    assert len(store.names()) == 2


def test_what_would_not_be_shown_changes_nothing(store: Store, tmp_path: Path) -> None:
    shown = published(store, tables(tmp_path / "a")).manifest
    with pytest.raises(TableError, match=r"beneficiaries\.csv"):
        published(store, broken(tmp_path / "b"))
    assert store.current() == shown.version
    assert [path.name for path in store.versions.iterdir()] == [shown.version]


def test_identifiers_of_another_key_are_refused_unless_it_is_meant(
    store: Store, tmp_path: Path
) -> None:
    shown = published(store, tables(tmp_path / "a", key="ab12")).manifest
    other = tables(tmp_path / "b", without=1, key="cd34")
    with pytest.raises(DatasetError, match="--nouvelle-cle"):
        published(store, other)
    assert store.current() == shown.version
    assert published(store, other, new_key=True).manifest.key_fingerprint == "cd34"


def test_leftovers_of_a_killed_publication_are_cleaned_and_versions_are_not(
    store: Store, tmp_path: Path
) -> None:
    first = published(store, tables(tmp_path / "a")).manifest
    left = store.versions / f"{INCOMING}half"
    left.mkdir()
    (left / "units.csv").write_text("half")
    second = published(store, tables(tmp_path / "b", without=1)).manifest
    assert not left.exists()
    assert set(store.names()) == {first.version, second.version}


def test_an_engine_prepares_before_the_version_is_shown(store: Store, tmp_path: Path) -> None:
    seen = []

    def prepare(folder: Path) -> None:
        seen.append((folder, store.current()))

    manifest = published(store, tables(tmp_path / "a"), prepare=prepare).manifest
    assert seen == [(store.home(manifest.version), None)]


def test_nothing_is_shown_that_an_engine_cannot_load(store: Store, tmp_path: Path) -> None:
    def prepare(folder: Path) -> None:
        raise DatasetError("no")

    with pytest.raises(DatasetError):
        published(store, tables(tmp_path / "a"), prepare=prepare)
    assert store.current() is None


def test_a_folder_that_holds_something_else_is_not_taken_for_a_store(tmp_path: Path) -> None:
    folder = tables(tmp_path / "a")
    with pytest.raises(DatasetError, match="n'est pas vide"):
        published(Store(folder), folder)
    assert not (folder / "versions").exists()


def test_who_finds_another_at_work_is_refused_in_the_end(store: Store, tmp_path: Path) -> None:
    tables(tmp_path / "a")
    store.versions.mkdir(parents=True)
    with locked(store), pytest.raises(DatasetError, match="en cours"):
        publisher(store, wait=0.2).publish(tmp_path / "a")


def _publish(folder: Path, store: Path) -> None:
    Publisher(Store(store), REFERENCE, "essai", few_changes=True).publish(folder)


def test_two_who_publish_at_once_come_one_after_the_other(store: Store, tmp_path: Path) -> None:
    folders = [tables(tmp_path / str(i), without=i) for i in range(2)]
    fork = multiprocessing.get_context("fork")
    both = [fork.Process(target=_publish, args=(folder, store.folder)) for folder in folders]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    manifests = store.manifests()
    assert [manifest.number for manifest in manifests] == [1, 2]
    assert manifests[1].previous == manifests[0].version
    assert store.current() == manifests[1].version


def test_outlines_of_a_study_come_along(store: Store, tmp_path: Path) -> None:
    folder = tables(tmp_path / "a")
    for name in (CODEBOOK, BUDGETS, FIGURES, BENCHMARKS):
        shutil.copy(REFERENCE / name, folder)
    manifest = published(store, folder).manifest
    assert json.loads((store.home(manifest.version) / "manifest.json").read_text())["files"]
    assert dataset_of(store.folder).folder == store.home(manifest.version)


@pytest.mark.parametrize("begin", [False, True])
def test_an_empty_store_says_what_to_do(begin: bool, store: Store) -> None:
    (store.versions if begin else store.folder).mkdir(parents=True)
    with pytest.raises(DatasetError) as refused:
        dataset_of(store.folder)
    why = "aucune version n'y est encore publiée" if begin else "sans tables ni version publiée"
    assert why in plain(str(refused.value))
    assert "python -m dashboard publish" in str(refused.value)
