"""Does a table of counts give the sums that a reader would add up by hand?"""

import pytest

from tests.support.released import released

PEOPLE = released("""
    gender  status@T1  cohort     n
    F       salaried   2013-2014  4
    F       searching  2013-2014  6
    M       salaried   2013-2014  3
    M       searching  2014-2015  5
    F       studying   2014-2015  1
""")


def test_the_total_is_everybody() -> None:
    assert PEOPLE.total() == 19


@pytest.mark.parametrize(
    ("where", "people"),
    [
        ({}, 19),
        ({"gender": "F"}, 11),
        ({"gender": "F", "status@T1": "salaried"}, 4),
        ({"status@T1": ("salaried", "studying")}, 8),
        ({"status@T1": ["salaried", "salaried"]}, 7),
        ({"gender": "M", "status@T1": "studying"}, 0),
        ({"gender": ()}, 0),
        ({"gender": "unknown code"}, 0),
    ],
)
def test_count_adds_the_cells_that_meet_every_condition(
    where: dict[str, str | list[str]], people: int
) -> None:
    assert PEOPLE.count(where) == people


def test_by_code_keeps_the_order_of_categories_and_the_zeros() -> None:
    with_nobody = released("""
        gender n
        M      2
        F      0
        X      1
    """)
    assert list(with_nobody.by_code("gender").items()) == [("M", 2), ("F", 0), ("X", 1)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gender", {"F": 11, "M": 8}),
        ("status@T1", {"salaried": 7, "searching": 11, "studying": 1}),
        ("cohort", {"2013-2014": 13, "2014-2015": 6}),
    ],
)
def test_by_code_sums_over_the_other_dimensions(name: str, expected: dict[str, int]) -> None:
    assert PEOPLE.by_code(name) == expected


def test_a_margin_has_its_dimensions_in_the_order_asked_for() -> None:
    crossed = PEOPLE.margin("cohort", "gender")
    assert [str(key) for key in crossed.dimensions] == ["cohort", "gender"]
    assert dict(crossed.cells()) == {
        ("2013-2014", "F"): 10,
        ("2013-2014", "M"): 3,
        ("2014-2015", "F"): 1,
        ("2014-2015", "M"): 5,
    }
    assert crossed.policy == PEOPLE.policy


def test_a_margin_over_nothing_is_the_total() -> None:
    assert list(PEOPLE.margin().cells()) == [((), 19)]


def test_a_margin_over_every_dimension_is_the_table_turned() -> None:
    turned = PEOPLE.margin("cohort", "status@T1", "gender")
    expected = {(c, s, g): n for (g, s, c), n in PEOPLE.cells()}
    assert dict(turned.cells()) == expected


@pytest.mark.parametrize("name", ["region", "status", "status@T2"])
def test_a_dimension_that_the_table_lacks_is_refused(name: str) -> None:
    for ask in (PEOPLE.axis, PEOPLE.by_code, PEOPLE.margin, lambda n: PEOPLE.count({n: "F"})):
        with pytest.raises(KeyError, match=name):
            ask(name)
