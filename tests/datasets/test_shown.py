"""Does a return lead to what was shown before, each time further back, whatever was published again?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.datasets.history import Act, note, note_what_is_missing
from dashboard.datasets.shown import shown_before
from dashboard.datasets.store import Store

PUBLISHED, RETURNED, STOPPED, LOST = "", "<", "?", "-"
"""How an act begins: `B` publishes B, `<B` returns to it, `?B` was found to be shown, `-B` deletes its folder."""


def store_of(folder: Path, acts: list[str]) -> Store:
    """A store to which that has been done."""
    store, current = Store(folder), None
    for act in acts:
        version = act[-1].lower() * 12
        home, how = store.home(version), act[:-1]
        if how == LOST:
            home.rmdir()
            continue
        home.mkdir(parents=True, exist_ok=True)
        known = {PUBLISHED: "publish", RETURNED: "rollback", STOPPED: "recovered"}
        note(store, known[how], "a", version, current)  # type: ignore[arg-type] # as the table has it
        store.show(version)
        current = version
    return store


def before(store: Store) -> str:
    """The letter of what was shown before the current one."""
    current = store.current()
    assert current is not None
    return (shown_before(store, current) or "–")[0].upper()


@pytest.mark.parametrize(
    ("acts", "leads_to"),
    [
        ("A", "–"),
        ("A B C", "B"),
        ("A B C <B", "A"),
        ("A B C <B <A", "–"),
        # What was published before is published again.
        ("A B C D A", "D"),
        ("A B C D A <D", "C"),
        ("A B A <B <A", "–"),
        # To one that is named: back over several, or to one that had been taken back.
        ("A B C <A", "–"),
        ("A B C <B <C", "B"),
        ("A B C <A <C", "A"),
        ("A B <A C", "A"),
        # Whoever was stopped in between.
        ("A B ?A", "–"),
        ("A B A ?B", "A"),
        # A folder that was deleted to make room.
        ("A B C -B", "A"),
        ("A B A -B", "–"),
    ],
)
def test_what_was_shown_before(acts: str, leads_to: str, tmp_path: Path) -> None:
    assert before(store_of(tmp_path, acts.split())) == leads_to


@pytest.mark.parametrize(("act", "version"), [("rollback", "b"), ("publish", "a")])
def test_what_was_announced_and_not_done_changes_nothing(
    act: Act, version: str, tmp_path: Path
) -> None:
    store = store_of(tmp_path, ["A", "B", "C"])
    note(store, act, "a", version * 12, "c" * 12)
    assert before(store) == "B"
    note_what_is_missing(store, "c" * 12)
    assert before(store) == "B"


@given(published=st.lists(st.sampled_from("ABCD"), min_size=1, max_size=8))
def test_returns_come_to_an_end(
    published: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = store_of(tmp_path_factory.mktemp("store"), published)
    for _ in published:
        letter = before(store)
        if letter == "–":
            return
        note(store, "rollback", "a", letter.lower() * 12, store.current())
        store.show(letter.lower() * 12)
    pytest.fail("returns go to and fro")
