"""Is the gap between two groups one between alike, and its interval as sure as it says?"""

from itertools import product

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics.comparisons import Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.domain.statistics.standardised import Standardised, standardised


def groups(*pairs: tuple[tuple[int, int], tuple[int, int]]) -> list[tuple[Group, Group]]:
    return [(Group(Share(*one)), Group(Share(*other))) for one, other in pairs]


# A cohort in which half found work, mostly of men, and one in which a fifth did, mostly of women; in each, alike.
PARADOX = groups(((20, 40), (80, 160)), ((32, 160), (8, 40)))


def of(pairs: list[tuple[Group, Group]]) -> Standardised:
    found = standardised(pairs)
    assert found is not None
    return found


def test_a_gap_that_only_the_cohorts_make_is_gone_at_equal_cohort() -> None:
    (one, other), (two, another) = PARADOX
    women = Group(Share(20 + 32, 200))
    men = Group(Share(80 + 8, 200))
    as_it_is = difference_between(women, men)
    assert as_it_is is not None
    assert as_it_is.conclusive
    found = of(PARADOX)
    assert found.difference.value == pytest.approx(0)
    assert not found.difference.conclusive
    assert found.first == pytest.approx(found.second)
    assert {one.people, another.people, two.people, other.people} == {40, 160}


SHARES = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(SHARES, SHARES)
def test_of_one_stratum_it_is_what_decides_everywhere(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    plain = difference_between(*groups((one, other))[0])
    found = standardised(groups((one, other)))
    if plain is None:
        assert found is None
        return
    assert found is not None
    assert found.difference.value == pytest.approx(plain.value, abs=1e-9)
    assert found.difference.untested == plain.untested
    if plain.interval is None:
        assert found.difference.interval is None
    else:
        assert found.difference.interval == pytest.approx(plain.interval, abs=1e-6)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=5))
def test_the_gap_is_within_its_interval_and_turns_with_its_sides(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    found = standardised(groups(*pairs))
    if found is None:
        return
    turned = of([(other, one) for one, other in groups(*pairs)])
    assert found.difference.value == pytest.approx(found.first - found.second, abs=1e-9)
    assert turned.difference.value == pytest.approx(-found.difference.value, abs=1e-9)
    if found.difference.interval is not None:
        low, high = found.difference.interval
        assert low - 1e-9 <= found.difference.value <= high + 1e-9
        assert turned.difference.interval == pytest.approx((-high, -low), abs=1e-6)


def test_the_gap_is_that_of_a_regression_on_group_and_stratum() -> None:
    pairs = [((12, 50), (40, 90)), ((30, 60), (20, 80)), ((5, 40), (9, 30))]
    outcome, group, stratum = [], [], []
    for place, pair in enumerate(pairs):
        for side, (count, base) in enumerate(pair):
            outcome += [1] * count + [0] * (base - count)
            group += [1 - side] * base
            stratum += [place] * base
    dummies = np.eye(len(pairs))[stratum]
    fitted = sm.OLS(np.array(outcome), np.column_stack([np.array(group), dummies])).fit()
    found = of(groups(*pairs))
    assert found.difference.value == pytest.approx(100 * fitted.params[0])
    low, high = fitted.get_robustcov_results("HC1").conf_int(0.01)[0]
    assert found.difference.interval == pytest.approx((100 * low, 100 * high), abs=1.5)


def test_a_stratum_with_one_side_alone_is_left_out() -> None:
    alone = (Group(Share(30, 60)), Group(Share(0, 0)))
    assert standardised([*PARADOX, alone]) == standardised(PARADOX)
    assert standardised([alone]) is None
    assert standardised([]) is None


@pytest.mark.parametrize("counts", [*product((0, 50), repeat=2)])
def test_without_anybody_who_differs_there_is_nothing_to_judge_by(counts: tuple[int, int]) -> None:
    one, other = ((count, 50) for count in counts)
    assert standardised(groups((one, other), (one, other))) is None


def test_few_people_and_many_silent_ones_are_not_judged() -> None:
    few = of(groups(((4, 10), (30, 60)), ((5, 12), (20, 50))))
    assert (few.difference.untested, few.difference.interval) == ("small_base", None)
    silent = [(Group(Share(20, 60), silent=30), other) for _, other in PARADOX]
    assert of(silent).difference.untested == "silence"


def test_where_no_stratum_of_a_side_varies_there_is_an_interval_still() -> None:
    found = of(groups(((0, 40), (20, 40)), ((0, 60), (24, 60))))
    assert found.difference.interval is not None
    low, high = found.difference.interval
    assert low < found.difference.value < high < 0
