"""Are numbers, shares and dates written as French typography wants?"""

from datetime import date

import pytest

from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import (
    count,
    day,
    decimal,
    difference_in_words,
    interval,
    percent,
    points,
    share,
    signed_bounds,
)


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (7, "7"), (999, "999"), (1044, "1\u202f044"), (1_065_000, "1\u202f065\u202f000")],
)
def test_thousands_are_parted_by_a_narrow_no_break_space(number: int, written: str) -> None:
    assert count(number) == written


@pytest.mark.parametrize(
    ("number", "digits", "written"),
    [
        (2.5, 1, "2,5"),
        (2.0, 1, "2,0"),
        (2.534, 2, "2,53"),
        (1234.5, 1, "1\u202f234,5"),
        (-4.2, 1, "\u22124,2"),
        (-0.003, 2, "0,00"),
        (-0.006, 2, "\u22120,01"),
        (-0.0, 1, "0,0"),
        (6.25, 1, "6,3"),
        (57.35, 1, "57,4"),
        (-6.25, 1, "\u22126,3"),
        (2.5, 0, "3"),
        (None, 1, "–"),
    ],
)
def test_decimals_have_a_comma_and_a_true_minus(
    number: float | None, digits: int, written: str
) -> None:
    assert decimal(number, digits) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.0, "0,0 point"),
        (-0.04, "0,0 point"),
        (1.3, "+1,3 point"),
        (-1.94, "−1,9 point"),
        (1.96, "+2,0 points"),
        (0.25, "+0,3 point"),
        (-0.05, "−0,1 point"),
        (-27.8, "−27,8 points"),
        (None, "–"),
    ],
)
def test_a_difference_is_plural_from_two_on(number: float | None, written: str) -> None:
    assert points(number) == written


@pytest.mark.parametrize(
    ("ends", "written"),
    [
        ((-9.24, 12.34), ("−9,2", "+12,3")),
        ((0.04, 25.14), ("+0,04", "+25,1")),
        ((-0.04, 22.42), ("−0,04", "+22,4")),
        ((-11.0, -0.003), ("−11,0", "−0,003")),
        ((-0.05, 0.06), ("−0,1", "+0,1")),
        ((0.0, 2.0), ("0,0", "+2,0")),
    ],
)
def test_an_end_of_the_interval_of_a_difference_is_never_written_as_a_zero_that_it_is_not(
    ends: tuple[float, float], written: tuple[str, str]
) -> None:
    assert signed_bounds(ends) == written


def test_a_difference_has_the_unit_of_what_differs() -> None:
    assert difference_in_words(0.5, "ans") == "+0,5 an"
    assert difference_in_words(-2.5, "ans") == "−2,5 ans"


def test_a_percentage_has_a_narrow_no_break_space_before_its_sign() -> None:
    assert percent(57.34) == "57,3\u202f%"
    assert share(Share(573, 1000)) == "57,3\u202f%"
    assert share(Share(10, 30), 0) == "33\u202f%"


def test_a_share_of_nobody_is_a_dash() -> None:
    nobody = Share(0, 0)
    assert (share(nobody), interval(nobody), percent(None)) == ("–", "–", "–")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Share(50, 100), "[40,4 ; 59,6]"),
        (Share(15, 20), "[53,1 ; 88,8]"),
        (Share(8, 20), "[21,9 ; 61,3]"),
    ],
)
def test_an_interval_stands_in_brackets(value: Share, written: str) -> None:
    assert interval(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2016, 9, 1), "1er\u00a0septembre 2016"),
        (date(2016, 9, 2), "2 septembre 2016"),
        (date(2017, 8, 11), "11 août 2017"),
        (date(2017, 10, 31), "31 octobre 2017"),
        (date(2017, 2, 1), "1er\u00a0février 2017"),
    ],
)
def test_the_first_of_a_month_is_written_1er(value: date, written: str) -> None:
    assert day(value) == written
