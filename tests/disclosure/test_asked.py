"""How many different selections is somebody answered in a day, whoever else asks, and what is kept of it?"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.disclosure.asked import Asked
from dashboard.domain.errors import AllowanceError, SettingError

SECRET = "of these tests alone, and long enough"
MONDAY = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
TUESDAY = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)


def asked(
    file: Path | None = None, most: int = 2, now: Callable[[], datetime] = lambda: MONDAY
) -> Asked:
    return Asked(SECRET, file, most, now)


def test_what_was_asked_before_is_answered_again_and_one_more_is_refused_until_tomorrow() -> None:
    counting = asked()
    counting.take("anne", ["?genre=F", "?genre=H"])
    counting.take("anne", ["?genre=F"])
    with pytest.raises(AllowanceError, match=r"2 sélections différentes.*le 01/12/2026"):
        counting.take("anne", ["?age=30-39"])
    counting.take("anne", ["?genre=H"])
    counting.take("basile", ["?age=30-39"])


def test_the_file_is_for_its_owner_alone_also_where_it_was_not(tmp_path: Path) -> None:
    file = tmp_path / "selections.sqlite"
    file.touch(0o644)
    asked(file).take("anne", ["?genre=F"])
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}, modes


def test_what_was_asked_on_another_day_is_removed_at_the_start(tmp_path: Path) -> None:
    file = tmp_path / "selections.sqlite"
    asked(file).take("anne", ["?genre=F"])
    asked(file, now=lambda: TUESDAY)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM asked").fetchone() == (0,)


def test_of_several_selections_none_is_counted_where_all_are_too_many() -> None:
    counting = asked()
    counting.take("anne", ["?genre=F"])
    with pytest.raises(AllowanceError):
        counting.take("anne", ["?genre=H", "?age=30-39"])
    counting.take("anne", ["?genre=H"])


def test_another_day_begins_anew() -> None:
    day = [MONDAY]
    counting = asked(now=lambda: day[0])
    counting.take("anne", ["?genre=F", "?genre=H"])
    day[0] = TUESDAY
    counting.take("anne", ["?age=30-39", "?genre=F"])


def test_workers_count_together_and_go_on_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "selections.sqlite"
    first, second = asked(file), asked(file)
    first.take("anne", ["?genre=F"])
    second.take("anne", ["?genre=H"])
    for counting in (first, second, asked(file)):
        with pytest.raises(AllowanceError):
            counting.take("anne", ["?age=30-39"])


def test_the_file_says_neither_who_asked_nor_for_what(tmp_path: Path) -> None:
    file = tmp_path / "selections.sqlite"
    asked(file).take("anne", ["?genre=F"])
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"anne" not in kept
    assert b"genre" not in kept


def test_a_folder_that_is_not_there_is_said_before_anybody_is_served(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="DASHBOARD_ACCESS_FOLDER"):
        asked(tmp_path / "nowhere" / "selections.sqlite")
