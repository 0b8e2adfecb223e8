"""Is each group compared with what is left of all of them, also where another one may not be told?"""

from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.statistics.one_vs_rest import OneVsRest
from dashboard.domain.statistics.rates import Share


def of(count: int, base: int) -> Group:
    return Group(Share(count, base))


def test_the_others_are_what_is_left_of_the_whole_whoever_of_them_is_told() -> None:
    told = {"a": of(Rounded(40), Rounded(80)), "b": of(Suppressed(), Rounded(20))}
    regions = OneVsRest(told, of(Rounded(100), Rounded(140)))
    assert list(regions.groups) == ["a"]
    assert regions.untold == ("b",)
    assert regions.others["a"].share == Share(60, 60)


def test_exact_groups_leave_the_same_others_as_they_add_up_to() -> None:
    groups = {"a": of(40, 80), "b": of(5, 20), "c": of(9, 30)}
    left = OneVsRest(groups, of(54, 130)).others
    assert left == OneVsRest(groups).others


def test_rounded_numbers_never_leave_less_than_nobody() -> None:
    told = {"a": of(Rounded(45), Rounded(80))}
    assert OneVsRest(told, of(Rounded(40), Rounded(85))).others["a"].share == Share(0, 5)
