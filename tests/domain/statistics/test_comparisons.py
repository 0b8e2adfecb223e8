"""Do two groups differ only where their interval says so, and do intervals agree with published examples?"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.domain.statistics import inference
from dashboard.domain.statistics.comparisons import (
    Difference,
    Group,
    Untested,
    difference_between,
    mostly_silent,
    order_depends_on_silence,
)
from dashboard.domain.statistics.rates import LEAST_BASE, Share

GOT_BETTER = {7: 1, -16: 1, -2: 1, -12: 1, -1: 1, 34: 1, 37: 1, 8: 1, 0: 1, 20: 1}


def between(first: Group | Share, second: Group | Share) -> Difference:
    groups = [group if isinstance(group, Group) else Group(group) for group in (first, second)]
    difference = difference_between(*groups)
    assert difference is not None
    return difference


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        # Newcombe (1998), table II, method 10, at 95 %.
        ((56, 70), (48, 80), 5.24, 33.39),
        ((9, 10), (3, 10), 17.05, 80.90),
        ((6, 7), (2, 7), 5.82, 80.62),
        ((5, 56), (0, 29), -3.81, 19.26),
        ((0, 10), (0, 20), -16.11, 27.75),
        ((0, 10), (0, 10), -27.75, 27.75),
        ((10, 10), (0, 20), 67.91, 100),
        ((10, 10), (0, 10), 60.75, 100),
    ],
)
def test_newcombe_1998(
    first: tuple[int, int],
    second: tuple[int, int],
    low: float,
    high: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inference, "DIFFERENCE_ALPHA", 0.05)
    ends = inference.newcombe_interval(first, second)
    assert [100 * end for end in ends] == pytest.approx([low, high], abs=0.006)


def test_a_difference_is_judged_at_99_in_100() -> None:
    # At 95 % both intervals leave out 0 (5.24 to 33.39, and 2.0 to 28.9 points).
    assert between(Share(56, 70), Share(48, 80)).conclusive
    assert not between(Share(60, 100), Share(45, 100)).conclusive


# A share on a smaller base is not told, and has no difference.
shares = st.integers(LEAST_BASE, 400).flatmap(
    lambda base: st.integers(0, base).map(lambda count: Share(count, base))
)


@given(first=shares, second=shares, silent=st.integers(0, 400))
def test_the_interval_decides_alone_but_for_few_people_and_silence(
    first: Share, second: Share, silent: int
) -> None:
    untold = min(silent, first.base - first.count)
    assume(not all(share.count in (0, share.base) for share in (first, second)))
    difference = between(Group(first, silent=untold), Group(second))
    back = between(Group(second), Group(first, silent=untold))
    assert (back.conclusive, back.untested) == (difference.conclusive, difference.untested)
    tested = min(first.base, second.base) >= 30 and 3 * untold <= first.base
    assert difference.tested is tested
    if difference.interval is None:
        assert not difference.conclusive
        return
    low, high = difference.interval
    assert low <= difference.value <= high
    assert difference.conclusive == (not low <= 0 <= high)
    assert back.interval == pytest.approx((-high, -low))


@pytest.mark.parametrize(("base", "untested"), [(29, "small_base"), (30, "")])
def test_nothing_is_concluded_from_a_small_base(base: int, untested: Untested) -> None:
    shares_apart = between(Share(base - 1, base), Share(0, 100))
    means_apart = between(
        Group(distribution={30: base - 1, 31: 1}), Group(distribution={50: 50, 51: 50})
    )
    for difference in (shares_apart, means_apart):
        assert difference.untested == untested
        assert difference.conclusive is not bool(untested)


@pytest.mark.parametrize(
    ("silent", "untested"),
    [((20, 0), ""), ((21, 0), "silence"), ((0, 21), "silence"), ((0, 0), "")],
)
def test_nothing_is_concluded_where_silence_may_make_up_the_gap(
    silent: tuple[int, int], untested: Untested
) -> None:
    first, second = Group(Share(5, 60), silent=silent[0]), Group(Share(35, 60), silent=silent[1])
    difference = between(first, second)
    assert difference.untested == untested
    assert (difference.interval is None) == bool(untested)
    assert difference.value == pytest.approx(-50)


@given(people=st.integers(31, 400), data=st.data())
def test_silence_stops_a_verdict_whichever_base_a_share_has(
    people: int, data: st.DataObject
) -> None:
    silent = data.draw(st.integers(0, people - LEAST_BASE))
    employed = data.draw(st.integers(0, people - silent))
    other = Group(Share(40, 100))
    of_all = between(Group(Share(employed, people), silent=silent), other)
    of_told = between(Group(Share(employed, people - silent), silent_outside=silent), other)
    assert (
        (of_all.untested == "silence") is (of_told.untested == "silence") is (3 * silent > people)
    )
    assert of_told.interval is None or of_all.interval is not None


def test_an_order_depends_on_silence_where_both_readings_differ() -> None:
    women, men = Group(Share(106, 267), silent=106), Group(Share(93, 229), silent=71)
    told = Group(Share(106, 161), silent_outside=106), Group(Share(93, 158), silent_outside=71)
    assert order_depends_on_silence(women, men)
    assert order_depends_on_silence(*told)
    assert not order_depends_on_silence(Group(Share(20, 60), silent=3), Group(Share(40, 60)))
    assert not order_depends_on_silence(women, women)
    assert not order_depends_on_silence(Group(distribution={1: 3}), men)
    assert not order_depends_on_silence(Group(Share(0, 5), silent=5), men)


def test_a_third_of_silent_people_is_not_most_of_them() -> None:
    assert not mostly_silent(10, 30)
    assert mostly_silent(11, 30)
    assert not mostly_silent(0, 0)


def test_the_order_of_the_groups_gives_the_sign() -> None:
    there = between(Share(56, 70), Share(48, 80))
    back = between(Share(48, 80), Share(56, 70))
    assert there.value == pytest.approx(20)
    assert back.value == pytest.approx(-20)


def test_nobody_is_no_difference_rather_than_zero() -> None:
    assert difference_between(Group(Share(0, 0)), Group(Share(1, 2))) is None
    for few in ({30: 1}, {}, {30: 0}):
        groups = Group(distribution=few), Group(distribution={40: 5, 41: 2})
        assert difference_between(*groups) is None
    alike = Group(distribution={30: 3}), Group(distribution={40: 5})
    assert difference_between(*alike) is None


@pytest.mark.parametrize(("first", "second"), [(0, 0), (50, 90), (0, 90), (50, 0)])
def test_where_neither_side_varies_there_is_nothing_to_judge(first: int, second: int) -> None:
    assert difference_between(Group(Share(first, 50)), Group(Share(second, 90))) is None


def test_equal_shares_are_never_distinguished() -> None:
    difference = between(Share(20, 50), Share(40, 100))
    assert (difference.value, difference.conclusive) == (0, False)


def test_welch_on_the_extra_sleep_of_student_1908(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tenths of hours; R: t.test(extra ~ group, sleep) gives [-3.3654832 ; 0.2054832] at 95 %.
    monkeypatch.setattr(inference, "DIFFERENCE_ALPHA", 0.05)
    drug_2 = {19: 1, 8: 1, 11: 1, 1: 1, -1: 1, 44: 1, 55: 1, 16: 1, 46: 1, 34: 1}
    difference, interval = inference.welch_interval(GOT_BETTER, drug_2)
    assert difference == pytest.approx(-15.8)
    assert interval == pytest.approx((-33.654832, 2.054832))


def test_a_distribution_counts_each_person() -> None:
    weighed = between(Group(distribution={30: 2, 40: 3}), Group(distribution={35: 2, 50: 2}))
    assert weighed.value == pytest.approx(36 - 42.5)
