"""Are shares, intervals, means and medians those of the textbook, and absent where nobody is counted?"""

import pytest

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
