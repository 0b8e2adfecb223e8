"""Does a suppressed count behave as a number that nobody may know?"""

from collections.abc import Callable
from math import isnan

import pytest

from dashboard.domain.counts import Suppressed
from dashboard.domain.statistics.rates import Share

SUPPRESSED = Suppressed()


def test_what_is_reckoned_from_it_is_suppressed() -> None:
    for result in (
        SUPPRESSED + 3,
        3 + SUPPRESSED,
        SUPPRESSED - 3,
        3 - SUPPRESSED,
        SUPPRESSED * 2,
        2 * SUPPRESSED,
        -SUPPRESSED,
        abs(SUPPRESSED),
        sum([1, 2, SUPPRESSED, 4]),
        sum([SUPPRESSED, SUPPRESSED]),
        max(SUPPRESSED, SUPPRESSED),
    ):
        assert isinstance(result, Suppressed)


def test_a_quotient_is_not_a_number() -> None:
    assert isnan(SUPPRESSED / 3)
    assert isnan(100 * SUPPRESSED / 40)
    assert isnan(3 / SUPPRESSED)


@pytest.mark.parametrize("share", [Share(SUPPRESSED, 10), Share(3, SUPPRESSED)])
def test_a_share_of_it_has_no_value(share: Share) -> None:
    assert share.percent is None
    assert share.interval is None


def test_it_equals_no_number_and_stands_below_all_but_zero() -> None:
    assert SUPPRESSED != 0
    assert Suppressed() == SUPPRESSED
    assert len({SUPPRESSED, Suppressed(), 0}) == 2
    assert sorted([5, SUPPRESSED, 1]) == [SUPPRESSED, 1, 5]


def test_there_may_be_somebody() -> None:
    assert SUPPRESSED


@pytest.mark.parametrize("number", [int, float, round])
def test_nothing_turns_it_into_a_number(number: Callable[[int], object]) -> None:
    with pytest.raises(TypeError):
        number(SUPPRESSED)


def test_it_is_written_as_a_letter() -> None:
    assert f"{SUPPRESSED}" == f"{SUPPRESSED:>5}" == str(SUPPRESSED) == "s"
