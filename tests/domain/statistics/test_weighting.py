"""How much is a weighted share worth?"""

from math import nan

import pytest

from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.statistics.weighting import WeightedShare


def test_a_weighted_share_is_worth_less_than_as_many_equal_answers() -> None:
    plain, weighted = (WeightedShare(50, 100, 100, effect) for effect in (1, 1.25))
    assert plain.percent == weighted.percent == 50
    assert plain.interval == pytest.approx((40.4, 59.6), abs=0.05)
    low, high = weighted.interval or (0, 0)
    assert low < 40
    assert high > 60
    assert WeightedShare(0, 0, 0, 1).interval is None


@pytest.mark.parametrize(
    ("part", "whole", "people"),
    [(3, 9, 9), (5, 15, Rounded(15)), (nan, 40, Rounded(40)), (5, nan, 40), (5, 40, Suppressed())],
)
def test_a_weighted_share_is_told_of_as_many_people_as_any_other(
    part: float, whole: float, people: int
) -> None:
    share = WeightedShare(part, whole, people, 1)
    assert share.hidden
    assert (share.percent, share.interval) == (None, None)
