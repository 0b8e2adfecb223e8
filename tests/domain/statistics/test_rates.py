"""Are shares, intervals, means and medians those of the textbook, and absent where nobody is counted?"""

import pytest

from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.statistics.rates import Share, mean, median


@pytest.mark.parametrize(
    ("count", "base", "percent", "low", "high"),
    [
        # Wilson score intervals at 95 %, from Wilson (1927), by hand.
        (50, 100, 50.0, 40.4, 59.6),
        (15, 20, 75.0, 53.1, 88.8),
        (8, 20, 40.0, 21.9, 61.3),
        (0, 10, 0.0, 0.0, 27.8),
        (10, 10, 100.0, 72.2, 100.0),
    ],
)
def test_a_share_and_its_wilson_interval(
    count: int, base: int, percent: float, low: float, high: float
) -> None:
    share = Share(count, base)
    assert share.percent == percent
    assert share.interval is not None
    assert [round(bound, 1) for bound in share.interval] == [low, high]


def test_a_share_of_nobody_is_absent_not_zero() -> None:
    nobody = Share(0, 0)
    assert (nobody.percent, nobody.interval, nobody.fragile) == (None, None, False)


@pytest.mark.parametrize(("base", "fragile"), [(0, False), (1, True), (29, True), (30, False)])
def test_a_base_under_30_is_fragile(base: int, fragile: bool) -> None:
    assert Share(0, base).fragile is fragile


@pytest.mark.parametrize(
    ("distribution", "expected_mean", "expected_median"),
    [
        ({}, None, None),
        ({4: 0}, None, None),
        ({4: 1}, 4, 4),
        ({1: 2, 3: 2}, 2, 2),
        ({1: 3, 10: 1}, 3.25, 1),
        ({10: 1, 1: 3}, 3.25, 1),
        ({1: 1, 2: 1, 4: 1}, 7 / 3, 2),
        ({0: 5, 7: 0}, 0, 0),
    ],
)
def test_mean_and_median_of_a_distribution(
    distribution: dict[int, int], expected_mean: float | None, expected_median: float | None
) -> None:
    assert mean(distribution) == expected_mean
    assert median(distribution) == expected_median


@pytest.mark.parametrize(
    ("count", "base", "hidden"),
    [
        (1, 9, True),
        (1, 10, False),
        (Rounded(5), Rounded(15), True),
        (Rounded(5), Rounded(20), False),
        (Suppressed(), 100, True),
        (5, Suppressed(), True),
        # Of nobody there is no share to hide.
        (0, 0, False),
    ],
)
def test_of_how_many_people_a_share_is_told(count: int, base: int, hidden: bool) -> None:
    share = Share(count, base)
    assert share.hidden is hidden
    if hidden:
        assert (share.percent, share.interval) == (None, None)


def test_a_part_that_rounding_has_made_larger_than_the_whole_is_all_of_it() -> None:
    assert Share(Rounded(25), Rounded(20)).percent == 100


@pytest.mark.parametrize(
    ("distribution", "people", "told"),
    [
        ({20: 1, 30: 1}, None, 25),
        ({20: Rounded(30), 30: Rounded(30)}, None, 25),
        ({20: Rounded(25), 30: Rounded(25)}, None, None),
        # Rounded counts do not add up to the number of people, which decides.
        ({20: Rounded(30), 30: Rounded(30)}, Rounded(55), None),
        ({20: Rounded(25), 30: Rounded(25)}, Rounded(60), 25),
        ({20: Suppressed(), 30: Rounded(80)}, None, None),
        ({}, None, None),
    ],
)
def test_of_how_many_people_a_mean_and_a_median_are_told(
    distribution: dict[int, int], people: int | None, told: float | None
) -> None:
    assert mean(distribution, people) == told
    assert median(distribution, people) == told
