"""Is nothing concluded of rounded counts that is not concluded of the exact ones behind them?"""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.counts import Rounded, Suppressed, at_least, at_most, left_of
from dashboard.domain.statistics.comparisons import (
    Group,
    difference_between,
    may_be_mostly_silent,
    mostly_silent,
)
from dashboard.domain.statistics.inference import newcombe_interval
from dashboard.domain.statistics.one_vs_rest import OneVsRest
from dashboard.domain.statistics.rates import Share
from dashboard.domain.statistics.rounding import newcombe_hull, stratified_hull
from dashboard.domain.statistics.standardised import (
    mantel_haenszel_weights,
    standardised,
    stratified_newcombe_interval,
)

Numbers = tuple[int, int]


def rounded(count: int, base: int) -> Share:
    return Share(Rounded(count), Rounded(base))


@pytest.mark.parametrize(
    ("first", "second", "of_exact", "of_rounded"),
    [
        # Women of Bretagne, of whom there are 27 in 38; the rate of response of two cohorts.
        ((30, 35), (235, 500), True, False),
        ((100, 260), (110, 235), False, False),
        ((60, 100), (20, 100), True, True),
        ((45, 300), (90, 300), True, True),
        # 30 may be 26, on which nothing is concluded.
        ((29, 30), (10, 300), True, False),
        ((25, 30), (50, 1000), True, False),
    ],
)
def test_a_verdict_of_rounded_counts_is_no_surer_than_they_are(
    first: Numbers, second: Numbers, of_exact: bool, of_rounded: bool
) -> None:
    exact = difference_between(Group(Share(*first)), Group(Share(*second)))
    told = difference_between(Group(rounded(*first)), Group(rounded(*second)))
    assert exact is not None
    assert told is not None
    assert (exact.conclusive, told.conclusive) == (of_exact, of_rounded)
    assert told.value == exact.value


@pytest.mark.parametrize(
    ("first", "second"), [((30, 35), (235, 500)), ((0, 30), (5, 40)), ((35, 35), (20, 20))]
)
def test_an_end_is_that_of_the_farthest_exact_numbers(first: Numbers, second: Numbers) -> None:
    corners = [*product((-4, 4), repeat=2), (0, 0), (0, 4), (0, -4), (4, 0), (-4, 0)]

    def possible(numbers: Numbers) -> list[Numbers]:
        moved = [(numbers[0] + c, numbers[1] + b) for c, b in corners]
        full = [(base, base) for _, base in moved]
        return [(c, b) for c, b in (*moved, *full) if 0 <= c <= b and abs(c - numbers[0]) <= 4]

    ends = [newcombe_interval(*pair) for pair in product(possible(first), possible(second))]
    low, high = newcombe_hull(rounded(*first), rounded(*second))
    assert low == pytest.approx(min(low for low, _ in ends))
    assert high == pytest.approx(max(high for _, high in ends))


def told(number: int, key: float) -> Rounded:
    """As `diffusion` rounds it."""
    over = number % 5
    return Rounded(number - over + 5 * (5 * key < over))


keys = st.floats(0, 1, exclude_max=True)
exact = st.integers(1, 300).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))
pairs = st.tuples(exact, keys, keys).map(
    lambda drawn: (
        Share(*drawn[0]),
        Share(told(drawn[0][0], drawn[1]), told(drawn[0][1], drawn[2])),
    )
)
strata = st.tuples(pairs, pairs)


@given(strata)
def test_the_interval_of_rounded_counts_holds_that_of_the_exact_ones(
    sides: tuple[tuple[Share, Share], tuple[Share, Share]],
) -> None:
    (first, first_told), (second, second_told) = sides
    low, high = newcombe_interval((first.count, first.base), (second.count, second.base))
    lowest, highest = newcombe_hull(first_told, second_told)
    assert lowest <= low + 1e-12
    assert highest >= high - 1e-12
    gaps = [
        difference_between(Group(one), Group(other))
        for one, other in ((first, second), (first_told, second_told))
    ]
    if gaps[0] is not None and gaps[1] is not None and gaps[1].conclusive:
        assert gaps[0].conclusive
        assert (gaps[0].value > 0) is (gaps[1].value > 0)


@given(st.lists(strata, min_size=1, max_size=5))
def test_so_does_that_over_strata(
    drawn: list[tuple[tuple[Share, Share], tuple[Share, Share]]],
) -> None:
    of_exact = [(one[0], other[0]) for one, other in drawn]
    of_told = [(one[1], other[1]) for one, other in drawn]
    low, high = stratified_newcombe_interval(of_exact, mantel_haenszel_weights(of_exact))
    lowest, highest = stratified_hull(of_told)
    # No difference lies beyond 1, as the formula may.
    assert lowest <= max(low, -1) + 1e-12
    assert highest >= min(high, 1) - 1e-12


def test_strata_of_many_people_have_a_verdict_still() -> None:
    many = [(Group(rounded(1200, 2000)), Group(rounded(800, 2000)))] * 3
    found = standardised(many)
    assert found is not None
    assert found.difference.conclusive


def test_what_is_left_of_a_whole_is_as_far_off_as_both() -> None:
    whole, part = Rounded(100), Rounded(35)
    for left in (whole - part, left_of(whole, part), part + whole - part - part):
        assert at_most(left) - at_least(left) >= 16
    assert (at_least(left_of(part, whole)), at_most(left_of(part, whole))) == (0, 8)
    assert (at_least(7), at_most(7), at_least(2 * Rounded(5)), at_most(Suppressed())) == (
        7,
        7,
        2,
        29,
    )
    others = OneVsRest({"a": Group(rounded(5, 35))}, Group(rounded(55, 135))).others["a"]
    assert others.share is not None
    assert (at_least(others.share.base), at_most(others.share.base)) == (92, 108)


@given(keys=st.lists(keys, min_size=16, max_size=16), shift=st.integers(0, 9))
def test_of_means_the_noise_of_rounding_widens_the_interval(keys: list[float], shift: int) -> None:
    ages = {age: 3 + (age * 7 + shift) % 9 for age in range(30, 38)}
    drawn = iter(keys)
    first = {age: told(people, next(drawn)) for age, people in ages.items()}
    second = {age + 1: told(people, next(drawn)) for age, people in ages.items()}
    plain = [Group(distribution={a: int(n) for a, n in side.items()}) for side in (first, second)]
    noisy = [Group(distribution=side, counted=Rounded(100)) for side in (first, second)]
    of_plain, of_noisy = difference_between(*plain), difference_between(*noisy)
    if of_plain is None or of_noisy is None or not of_plain.interval or not of_noisy.interval:
        return
    assert of_noisy.interval[0] < of_plain.interval[0] < of_plain.interval[1] < of_noisy.interval[1]


@pytest.mark.parametrize(
    ("silent", "people", "are", "may_be"),
    [
        (Rounded(20), Rounded(50), True, True),
        (Rounded(15), Rounded(50), False, True),
        (Rounded(10), Rounded(50), False, False),
        # Of 50 people, all of whom told: their silence is not told, and is no fact.
        (Suppressed(), Rounded(50), False, True),
        (Suppressed(), Rounded(500), False, False),
        (Suppressed(), Suppressed(), False, False),
        (Rounded(5), Suppressed(), False, False),
        (10, 30, False, False),
        (11, 30, True, True),
    ],
)
def test_that_many_are_silent_is_told_where_it_is_known_and_judged_where_it_may_be(
    silent: int, people: int, are: bool, may_be: bool
) -> None:
    assert (mostly_silent(silent, people), may_be_mostly_silent(silent, people)) == (are, may_be)
    group = Group(Share(Rounded(60), Rounded(500)))
    if not may_be and at_least(people) < 30:
        return
    difference = difference_between(Group(Share(10, people), silent=silent), group)
    assert difference is not None
    assert difference.untested == ("silence" if are else "not_known" if may_be else "")
