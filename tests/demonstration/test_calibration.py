"""Does a calibrated draw meet its quotas, keep to its propensities, and say which quota it cannot meet?"""

from collections import Counter
from random import Random

import pytest

from dashboard.demonstration.calibration import (
    CalibrationError,
    Quota,
    calibrated_draw,
    counts_printed,
    exactly,
    printed_share,
    share_between,
)

PEOPLE = list(range(200))


def is_even(person: int) -> bool:
    return person % 2 == 0


def anybody(_: int) -> bool:
    return True


def test_an_exact_quota_is_met() -> None:
    drawn = calibrated_draw(
        Random("exact"),
        PEOPLE,
        lambda _: {"a": 1.0, "b": 1.0},
        [exactly("a", 37, anybody, ("a",)), exactly("a, even", 30, is_even, ("a",))],
    )
    assert drawn.count("a") == 37
    assert sum(code == "a" and is_even(p) for p, code in zip(PEOPLE, drawn, strict=True)) == 30


def test_a_share_quota_adapts_to_its_base() -> None:
    quotas = share_between("a", (20, 25), anybody, ("a",), ("unknown",))
    drawn = Counter(
        calibrated_draw(
            Random("share"), PEOPLE, lambda _: {"a": 2.0, "b": 1.0, "unknown": 1.0}, quotas
        )
    )
    assert 20 <= 100 * drawn["a"] / (drawn["a"] + drawn["b"]) <= 25


def test_a_weighted_quota_is_met() -> None:
    quota = Quota[int, int]("sum", 700, 700, lambda _, number: number)
    drawn = calibrated_draw(
        Random("sum"), PEOPLE, lambda _: dict.fromkeys(range(1, 9), 1.0), [quota]
    )
    assert sum(drawn) == 700


def test_what_no_quota_binds_keeps_its_propensities() -> None:
    people = list(range(4000))
    drawn = calibrated_draw(
        Random("free"),
        people,
        lambda p: {"a": 9.0, "b": 1.0} if is_even(p) else {"a": 1.0, "b": 9.0},
        [exactly("a", 2000, anybody, ("a",))],
    )
    even = sum(code == "a" for p, code in zip(people, drawn, strict=True) if is_even(p))
    assert 0.87 < even / 2000 < 0.93


def test_a_category_of_propensity_zero_is_never_given() -> None:
    drawn = calibrated_draw(
        Random("zero"),
        PEOPLE,
        lambda p: {"a": 0.0 if is_even(p) else 1.0, "b": 1.0},
        [exactly("a", 90, anybody, ("a",))],
    )
    assert all(code == "b" for p, code in zip(PEOPLE, drawn, strict=True) if is_even(p))


def test_an_impossible_quota_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.demonstration.calibration.MOVES_BEFORE_FAILURE", 1000)
    with pytest.raises(CalibrationError, match="too many"):
        calibrated_draw(
            Random("impossible"),
            PEOPLE,
            lambda _: {"a": 1.0, "b": 1.0},
            [exactly("too many", 201, anybody, ("a",))],
        )


def test_nobody_free_to_move_is_an_impossible_quota_too() -> None:
    with pytest.raises(CalibrationError, match="fixed"):
        calibrated_draw(
            Random("fixed"), PEOPLE, lambda _: {"a": 1.0}, [exactly("fixed", 1, anybody, ("a",))]
        )


@pytest.mark.parametrize(
    ("percent", "base", "counts"),
    [(50, 100, (50, 50)), (22, 45, (10, 10)), (57, 200, (114, 114)), (50, 1000, (496, 504))],
)
def test_counts_that_print_as_a_percent(percent: int, base: int, counts: tuple[int, int]) -> None:
    assert counts_printed(percent, base) == counts


def test_a_percent_that_no_count_reaches_is_refused() -> None:
    with pytest.raises(CalibrationError, match="no whole number is 22 % of 44"):
        printed_share("too few", 22, 44, anybody, ("a",))
