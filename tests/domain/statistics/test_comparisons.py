"""Do differences, their intervals and Holm's correction agree with published examples?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from dashboard.domain.statistics.comparisons import holm, judged, mean_difference, share_difference
from dashboard.domain.statistics.inference import ALPHA
from dashboard.domain.statistics.rates import Share
from tests.support.examples import examples


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        # Newcombe (1998), table II, method 10.
        (Share(56, 70), Share(48, 80), 5.24, 33.39),
        (Share(9, 10), Share(3, 10), 17.05, 80.90),
        (Share(6, 7), Share(2, 7), 5.82, 80.62),
        (Share(5, 56), Share(0, 29), -3.81, 19.26),
        (Share(0, 10), Share(0, 20), -16.11, 27.75),
        (Share(0, 10), Share(0, 10), -27.75, 27.75),
        (Share(10, 10), Share(0, 20), 67.91, 100),
        (Share(10, 10), Share(0, 10), 60.75, 100),
    ],
)
def test_newcombe_1998(first: Share, second: Share, low: float, high: float) -> None:
    difference = share_difference(first, second)
    assert difference is not None
    assert difference.interval == pytest.approx((low, high), abs=0.006)
    assert not difference.conclusive


@pytest.mark.parametrize(
    ("first", "second", "p_value"),
    [
        # Fisher (1935), the lady tasting tea, 3 of 4 cups right: 34/70 two-sided.
        (Share(3, 4), Share(1, 4), 34 / 70),
        # 5 expected in each cell: still the z test, which Fisher's would not give.
        (Share(7, 10), Share(3, 10), 0.0736),
        (Share(2, 171), Share(3, 30), 0.0246),
    ],
)
def test_where_few_are_expected_the_test_is_exact(
    first: Share, second: Share, p_value: float
) -> None:
    difference = share_difference(first, second)
    assert difference is not None
    assert difference.p_value == pytest.approx(p_value, abs=5e-5)


@pytest.mark.parametrize(("base", "tested"), [(29, False), (30, True)])
def test_nothing_is_concluded_from_a_small_base(base: int, *, tested: bool) -> None:
    shares = share_difference(Share(base, base), Share(0, 100))
    means = mean_difference({30: base - 1, 31: 1}, {50: 50, 51: 50})
    for difference in (shares, means):
        assert difference is not None
        assert judged({"one": difference})["one"].conclusive is tested


def test_what_is_not_tested_does_not_weigh_on_what_is() -> None:
    stands, small = (
        share_difference(Share(60, 100), Share(45, 100)),
        share_difference(Share(6, 10), Share(5, 100)),
    )
    assert stands is not None
    assert small is not None
    verdicts = judged({"stands": stands, **{f"small {i}": small for i in range(9)}})
    assert verdicts["stands"].adjusted == stands.p_value
    assert (verdicts["small 1"].conclusive, verdicts["small 1"].adjusted) == (False, 1.0)


def test_two_groups_that_face_each_other_are_one_comparison() -> None:
    there, back = (
        share_difference(Share(60, 100), Share(45, 100)),
        share_difference(Share(45, 100), Share(60, 100)),
    )
    assert there is not None
    assert back is not None
    both = {"women": there, "men": back}
    assert judged(both)["women"].adjusted == pytest.approx(2 * there.p_value)
    match_key = judged(both, dict.fromkeys(both, "gender"))
    assert match_key["women"].adjusted == match_key["men"].adjusted == there.p_value


def test_the_order_of_the_groups_gives_the_sign() -> None:
    there, back = (
        share_difference(Share(56, 70), Share(48, 80)),
        share_difference(Share(48, 80), Share(56, 70)),
    )
    assert there is not None
    assert back is not None
    assert there.value == pytest.approx(20)
    assert back.value == pytest.approx(-20)
    assert back.interval == pytest.approx((-there.interval[1], -there.interval[0]))
    assert there.p_value == back.p_value == pytest.approx(0.00805, abs=5e-6)


def test_nobody_is_no_difference_rather_than_zero() -> None:
    assert share_difference(Share(0, 0), Share(1, 2)) is None
    assert mean_difference({30: 1}, {40: 5}) is None
    assert mean_difference({}, {40: 5, 41: 2}) is None
    assert mean_difference({30: 3}, {40: 5}) is None


@pytest.mark.parametrize("shares", [(Share(0, 5), Share(0, 9)), (Share(5, 5), Share(9, 9))])
def test_equal_shares_are_never_distinguished(shares: tuple[Share, Share]) -> None:
    difference = share_difference(*shares)
    assert difference is not None
    assert (difference.value, difference.p_value) == (0, 1)


def test_welch_on_the_extra_sleep_of_student_1908() -> None:
    # Tenths of hours; R: t.test(extra ~ group, sleep) gives t = -1.8608, p = 0.07939, [-3.3654832 ; 0.2054832].
    drug_1 = {7: 1, -16: 1, -2: 1, -12: 1, -1: 1, 34: 1, 37: 1, 8: 1, 0: 1, 20: 1}
    drug_2 = {19: 1, 8: 1, 11: 1, 1: 1, -1: 1, 44: 1, 55: 1, 16: 1, 46: 1, 34: 1}
    difference = mean_difference(drug_1, drug_2)
    assert difference is not None
    assert difference.value == pytest.approx(-15.8)
    assert difference.interval == pytest.approx((-33.654832, 2.054832))
    assert difference.p_value == pytest.approx(0.07939, abs=5e-6)


def test_a_distribution_counts_each_person() -> None:
    weighed = mean_difference({30: 2, 40: 3}, {35: 2, 50: 2})
    assert weighed is not None
    assert weighed.value == pytest.approx(36 - 42.5)


def test_holm_textbook_example() -> None:
    # Four hypotheses at 0.05: 0.005 and 0.01 stand; at 0.03 the procedure stops, and 0.04 falls with it.
    rejected, adjusted = holm([0.01, 0.04, 0.03, 0.005])
    assert rejected == [True, False, False, True]
    assert adjusted == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_among_many_the_same_difference_may_no_longer_be_conclusive() -> None:
    small, none = (
        share_difference(Share(42, 70), Share(34, 80)),
        share_difference(Share(40, 80), Share(41, 80)),
    )
    assert small is not None
    assert none is not None
    alone = judged({"a": small})
    among = judged({"a": small, "b": none, "c": none})
    assert alone["a"].conclusive
    assert not among["a"].conclusive
    assert among["a"].adjusted == pytest.approx(3 * small.p_value)
    assert judged({}) == {}


# The library collects all garbage at each call: a few examples are enough of it.
@examples(15)
@given(st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=20))
def test_holm_agrees_with_the_library(p_values: list[float]) -> None:
    rejected, adjusted, *_ = multipletests(p_values, alpha=ALPHA, method="holm")
    ours = holm(p_values)
    assert ours[1] == pytest.approx(list(adjusted))
    assert ours[0] == [bool(flag) for flag in rejected]
