"""Does an account that many addresses try wait longer and longer, and never for long?"""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.access.database import Database
from dashboard.access.delays import FREE, LEAKS_S, LONGEST_S, Delays


class Clock:
    """A time that a test sets."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def delays(tmp_path: Path, clock: Clock) -> Delays:
    return Delays(Database(tmp_path), clock)


def test_nobody_waits_for_a_few_attempts_and_then_longer_and_longer(
    delays: Delays, clock: Clock
) -> None:
    assert [delays.take("lea") for _ in range(FREE + 1)] == [0] * (FREE + 1)
    waits = []
    for _ in range(7):
        waits.append(delays.take("lea"))
        clock.now += waits[-1]
        assert delays.take("lea") == 0
    assert waits == sorted(waits)
    assert waits[0] == pytest.approx(2)
    assert waits[-1] > LONGEST_S / 2
    assert delays.take("gus") == 0


def test_an_account_that_is_attacked_for_a_day_is_open_every_minute(
    delays: Delays, clock: Clock
) -> None:
    guesses = 0
    for _ in range(24 * 60 * 4):
        guesses += not delays.take("lea")
        clock.now += 15
    assert guesses < FREE + 10 + 24 * 60 * 60 / LONGEST_S
    clock.now += LONGEST_S
    assert delays.take("lea") == 0


def test_what_has_to_wait_lengthens_nothing(delays: Delays, clock: Clock) -> None:
    for _ in range(FREE + 4):
        delays.take("lea")
    before = delays.take("lea")
    for _ in range(1000):
        delays.take("lea")
    assert delays.take("lea") == before > 0


def test_attempts_are_forgotten_one_after_the_other_and_at_once_after_a_login(
    delays: Delays, clock: Clock
) -> None:
    for _ in range(FREE + 2):
        delays.take("lea")
    assert delays.take("lea") > 0
    clock.now += 3 * LEAKS_S
    assert [delays.take("lea"), delays.take("lea")] == [0, 0]
    for _ in range(5):
        delays.take("lea")
    assert delays.take("lea") > 0
    delays.forget("lea")
    assert delays.take("lea") == 0
