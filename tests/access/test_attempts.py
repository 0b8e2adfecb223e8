"""Are attempts counted once, by several processes together, and forgotten in time?"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from limits import RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from dashboard.access.attempts import Attempts
from dashboard.access.database import Database


def attempts_in(folder: Path) -> Attempts:
    storage = storage_from_string("acces://", database=Database(folder))  # type: ignore[arg-type]
    assert isinstance(storage, Attempts)
    return storage


def _tried(folder: Path, times: int) -> int:
    counting = FixedWindowRateLimiter(attempts_in(folder))
    return sum(counting.hit(RateLimitItemPerMinute(10), "lea") for _ in range(times))


def test_several_processes_together_are_let_by_as_often_as_one(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, get_context("fork")) as pool:
        let_by = list(pool.map(_tried, [tmp_path] * 4, [6] * 4))
    assert sum(let_by) == 10


def test_a_number_that_a_clock_wrote_which_was_ahead_keeps_nobody_out(tmp_path: Path) -> None:
    attempts = attempts_in(tmp_path)
    attempts.incr("a", 60, 30)
    with Database(tmp_path).writing() as connection:
        connection.execute("UPDATE attempts SET until = until + 1e8")
    assert attempts.incr("a", 60) == 1


def test_attempts_are_told_by_their_keys(tmp_path: Path) -> None:
    attempts = attempts_in(tmp_path)
    assert [attempts.incr("a", 60), attempts.incr("a", 60), attempts.incr("b", 60, 5)] == [1, 2, 5]
    assert (attempts.get("a"), attempts.get("b"), attempts.get("c")) == (2, 5, 0)
    attempts.clear("a")
    assert (attempts.get("a"), attempts.reset()) == (0, 1)
    assert attempts.check()


def test_attempts_are_forgotten_when_their_time_is_over(tmp_path: Path) -> None:
    attempts = attempts_in(tmp_path)
    attempts.incr("a", -1)
    assert attempts.get("a") == 0
    assert attempts.incr("a", 60) == 1
    assert attempts.get_expiry("a") > attempts.get_expiry("b")
