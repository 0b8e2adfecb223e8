"""Is an earlier version shown again, a damaged one never, and is it written down who did it?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.datasets.held import Decision
from dashboard.datasets.history import history
from dashboard.datasets.opened import dataset_of
from dashboard.datasets.rollback import rollback
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from tests.support.exhibits import plain
from tests.support.stores import published, show_a_broken_version, tables


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("three")
    store = Store(folder / "store")
    for i in range(3):
        published(store, tables(folder / str(i), without=i))
    return store


@pytest.fixture
def store(three: Store, tmp_path: Path) -> Store:
    """Three versions, of one's own."""
    shutil.copytree(three.folder, tmp_path / "store")
    return Store(tmp_path / "store")


def versions(store: Store) -> list[str]:
    return [manifest.version for manifest in store.manifests()]


def test_without_a_name_it_is_the_version_before_each_time(store: Store) -> None:
    first, second, third = versions(store)
    assert store.current() == third
    assert rollback(store, "a").manifest.version == second
    assert rollback(store, "a").manifest.version == first
    with pytest.raises(DatasetError, match="Aucune version n'a été montrée avant"):
        rollback(store, "a")
    assert rollback(store, "a", third).manifest.version == third
    assert store.current() == third


def test_a_version_published_after_a_return_follows_the_one_returned_to(
    store: Store, tmp_path: Path
) -> None:
    _, second, _ = versions(store)
    rollback(store, "a")
    fourth = published(store, tables(tmp_path / "d", without=5)).manifest
    assert (fourth.number, fourth.previous) == (4, second)


@pytest.mark.parametrize("named", ["abc", "0123456789ab", "../current"])
def test_an_unknown_version_is_told_with_those_that_are_known(store: Store, named: str) -> None:
    before = store.current()
    with pytest.raises(DatasetError) as refused:
        rollback(store, "a", named)
    assert f"La version « {named} » n'existe pas" in plain(str(refused.value))
    assert all(version in str(refused.value) for version in versions(store))
    assert store.current() == before


def _change(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"x")


def _take_away(path: Path) -> None:
    path.unlink()


def _add(path: Path) -> None:
    (path.parent / "outlines.geojson").write_text("{}")


@pytest.mark.parametrize(
    ("name", "harm", "told"),
    [
        ("units.csv", _change, "units.csv a changé"),
        ("codebook.toml", _take_away, "codebook.toml manque"),
        ("units.csv", _add, "outlines.geojson est en trop"),
        ("manifest.json", _change, "manifest.json manque ou ne se lit pas"),
        ("manifest.json", _take_away, "manifest.json manque ou ne se lit pas"),
    ],
)
def test_a_damaged_version_is_neither_returned_to_nor_opened(
    store: Store, name: str, harm: object, told: str
) -> None:
    second, third = versions(store)[1:]
    assert callable(harm)
    harm(store.home(second) / name)
    with pytest.raises(DatasetError) as refused:
        rollback(store, "a", second)
    assert told in plain(str(refused.value))
    assert store.current() == third
    store.show(second)
    with pytest.raises(DatasetError):
        dataset_of(store.folder)


def test_without_a_name_a_damaged_version_before_is_told_with_those_that_are_sound(
    store: Store,
) -> None:
    first, second, third = versions(store)
    _take_away(store.home(third) / "manifest.json")
    _take_away(store.home(second) / "units.csv")
    with pytest.raises(DatasetError) as refused:
        rollback(store, "a")
    told = plain(str(refused.value))
    assert f"La version {second} est endommagée" in told
    assert f"En bon état : {first}." in told
    assert f"python -m dashboard rollback {first}" in told
    # Of the one that is damaged nobody knows any more whether everybody was shown it.
    opened = rollback(store, "a", first, Decision(open_diffusion=True)).manifest
    assert (opened.version, opened.held) == (store.current(), False)


def test_a_folder_that_was_copied_under_another_name_is_listed_by_it_as_damaged(
    store: Store,
) -> None:
    before = versions(store)
    shutil.copytree(store.home(before[0]), store.home("1" * 12))
    assert versions(store) == before
    with pytest.raises(DatasetError) as refused:
        rollback(store, "a", "0" * 12)
    known = f"Versions connues : {', '.join(before)} et {'1' * 12} (endommagée)."
    assert known in plain(str(refused.value))
    with pytest.raises(DatasetError, match="est celui de la version"):
        rollback(store, "a", "1" * 12)


def test_what_was_done_is_written_down(store: Store) -> None:
    first, second, third = versions(store)
    rollback(store, "marie@poste")
    done = [(e.act, e.who, e.version, e.before) for e in history(store)]
    assert done == [
        ("publish", "essai@machine", first, None),
        ("publish", "essai@machine", second, first),
        ("publish", "essai@machine", third, second),
        ("rollback", "marie@poste", second, third),
    ]


def test_a_change_that_was_stopped_before_it_was_written_down_is_written_by_the_next(
    store: Store,
) -> None:
    first, second, third = versions(store)
    store.show(second)
    rollback(store, "a", first)
    assert [(e.act, e.version, e.before) for e in history(store)][-2:] == [
        ("recovered", second, third),
        ("rollback", first, second),
    ]


def test_a_line_that_was_never_finished_costs_no_other(store: Store) -> None:
    with store.history.open("ab") as file:
        file.write(b'{"when": "20')
    rollback(store, "a")
    assert [entry.act for entry in history(store)][-1] == "rollback"
    assert len(history(store)) == 4


@pytest.mark.parametrize("content", [b"", b"nothing\n", b"\xff\xfe", b"0123456789ab\n"])
def test_a_pointer_to_nothing_is_told_and_a_named_version_mends_it(
    store: Store, content: bytes
) -> None:
    store.pointer.write_bytes(content)
    with pytest.raises(DatasetError) as refused:
        dataset_of(store.folder)
    assert versions(store)[0] in str(refused.value)
    assert rollback(store, "a", versions(store)[0]).manifest.number == 1
    assert store.current() == versions(store)[0]


def test_a_folder_that_somebody_made_by_hand_is_no_version(store: Store) -> None:
    show_a_broken_version(store)
    with pytest.raises(DatasetError, match="endommagée"):
        dataset_of(store.folder)
