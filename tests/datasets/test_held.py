"""Is a version that was published before shown again only where few changes beside the last one are meant?"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.datasets.held import Decision
from dashboard.datasets.history import history
from dashboard.datasets.manifest import read_manifest
from dashboard.datasets.rollback import rollback
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from tests.support.exhibits import plain
from tests.support.stores import published, tables

Show = Callable[[Store, Path, Decision], object]


def _return(store: Store, _: Path, decision: Decision) -> object:
    return rollback(store, "a", None, decision)


def _publish_again(store: Store, first: Path, decision: Decision) -> object:
    few, opened = decision.few_changes, decision.open_diffusion
    return published(store, first, few_changes=few, open_diffusion=opened)


@pytest.fixture(scope="module")
def first_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("first") / "a")


@pytest.fixture(scope="module")
def both(first_tables: Path) -> Store:
    """Two versions of which two answers differ, both shown to everybody."""
    store = Store(first_tables.parent / "store")
    published(store, first_tables)
    published(store, tables(first_tables.parent / "b", without=2), open_diffusion=True)
    return store


@pytest.fixture
def near(both: Store, tmp_path: Path) -> Store:
    """The same, of one's own."""
    shutil.copytree(both.folder, tmp_path / "store")
    return Store(tmp_path / "store")


def versions(store: Store) -> list[str]:
    return [manifest.version for manifest in store.manifests()]


@pytest.mark.parametrize("show", [_return, _publish_again])
def test_a_version_near_the_one_that_everybody_is_shown_is_not_shown_again_unasked(
    show: Show, near: Store, first_tables: Path
) -> None:
    first, second = versions(near)
    with pytest.raises(DatasetError) as refused:
        show(near, first_tables, Decision())
    said = plain(str(refused.value))
    assert "Rien n'a changé : trop peu de personnes diffèrent" in said
    assert f"la dernière version ouverte à la diffusion, {second}" in said
    assert "--peu-de-changements" in said
    assert near.current() == second
    assert len(history(near)) == 2

    show(near, first_tables, Decision(few_changes=True))
    assert near.current() == first
    assert read_manifest(near.home(first)).held
    assert plain(history(near)[-1].confirmed).startswith("trop peu de personnes diffèrent")


def test_a_return_to_what_is_held_needs_no_word_and_opens_nothing_unless_that_is_decided(
    near: Store,
) -> None:
    first, second = versions(near)
    assert rollback(near, "a", first, Decision(few_changes=True)).manifest.held
    assert not rollback(near, "a", second).manifest.held
    assert rollback(near, "a", first).manifest.held
    rollback(near, "a", second)
    opened = rollback(near, "a", first, Decision(open_diffusion=True))
    assert not opened.manifest.held
    assert not read_manifest(near.home(first)).held
    assert [doubt.check for doubt in opened.doubts] == ["personnes changées"]


def test_what_a_killed_return_left_of_a_manifest_damages_no_version(near: Store) -> None:
    first, _ = versions(near)
    home = near.home(first)
    (home / ".manifest.json.partial").write_text("{")
    assert rollback(near, "a", first, Decision(few_changes=True)).manifest.held
    assert (home / "manifest.json").stat().st_mode & 0o222 == 0


@pytest.mark.parametrize("by", ["publish", "rollback"])
def test_what_is_shown_and_held_is_opened_once_that_is_decided(
    by: str, first_tables: Path, near: Store, tmp_path: Path
) -> None:
    later = tables(tmp_path / "c", without=3)
    published(near, later, few_changes=True)
    shown = near.current()
    assert shown
    assert read_manifest(near.home(shown)).held
    opened = Decision(open_diffusion=True)
    if by == "publish":
        _publish_again(near, later, opened)
    else:
        rollback(near, "a", shown, opened)
    assert near.current() == shown
    assert not read_manifest(near.home(shown)).held
    assert "trop peu de personnes" in plain(history(near)[-1].confirmed)
