"""Are the lines of two tables matched, and judged, only where that means something?"""

from dataclasses import replace

import pytest

from dashboard.content.click_filter import keeping
from dashboard.content.comparison.line import VERDICT, Line
from dashboard.content.comparison.lines import Sides, lines_of, order_reverses
from dashboard.content.comparison.whole import COHORT
from dashboard.content.data_table import TOTAL, DataTable, Key, Row
from dashboard.domain.dimension import Dimension

GROUP, TRAIT = Dimension("group"), Dimension("trait")
APART = Sides(apart=True)


def table(*rows: Row, partition_by: int | None = None, independent: bool = True) -> DataTable:
    return DataTable(
        ("groupe", "part"), "effectif", rows, partition_by=partition_by, independent=independent
    )


def row(name: str, count: int, base: int, *, comparable: bool = True) -> Row:
    keys = (Key(GROUP, "all", "tous"), Key(TRAIT, name, f"le trait {name}"))
    return Row(keys, count, base, click=keeping((TRAIT, name)), comparable=comparable)


def of_cohort(cohort: str, count: int, base: int) -> Row:
    return Row((Key(COHORT, cohort, cohort), Key(TRAIT, "x", "le trait x")), count, base)


def lines(a: DataTable, b: DataTable, sides: Sides = APART) -> dict[str, Line]:
    return {line.keys[-1].code: line for line in lines_of(a, b, sides)}


@pytest.mark.parametrize(
    ("partition_by", "count"),
    [(1, 0), (None, None)],
    ids=["rows that divide one base", "rows that overlap"],
)
def test_a_row_that_is_not_there_counts_nobody_only_where_rows_divide_one_base(
    partition_by: int | None, count: int | None
) -> None:
    a = table(row("x", 40, 50), row("y", 10, 50), partition_by=partition_by)
    b = table(row("x", 60, 60), partition_by=partition_by)
    line = lines(a, b)["y"]
    assert (line.b and line.b.count) == count
    assert (line.gap is None) == (count is None)


def test_nobody_was_asked_where_all_rows_are_absences() -> None:
    a = table(row("x", 40, 50), row("?", 10, 50, comparable=False), partition_by=1)
    b = table(row("?", 60, 60, comparable=False), partition_by=1)
    assert lines(a, b)["x"].b is None


def test_a_line_of_b_alone_is_there_too() -> None:
    assert set(lines(table(row("x", 40, 50)), table(row("y", 40, 50)))) == {"x", "y"}


@pytest.mark.parametrize(
    ("a", "b"),
    [((50, 50), (60, 60)), ((0, 50), (0, 60)), ((50, 50), (0, 60)), ((0, 0), (30, 60))],
    ids=["all and all", "none and none", "all and none", "nobody"],
)
def test_what_is_so_by_definition_is_not_compared(a: tuple[int, int], b: tuple[int, int]) -> None:
    line = lines(table(row("x", *a)), table(row("x", *b)))["x"]
    assert line.gap is None
    assert not line.is_tested


def test_what_a_filter_has_divided_is_not_compared() -> None:
    a = table(row("x", 50, 50), row("y", 0, 50), partition_by=1)
    b = table(row("x", 20, 60), row("y", 40, 60), partition_by=1)
    fixed = lines(a, b, Sides(apart=True, filtered={TRAIT}))
    assert all(line.gap is None for line in fixed.values())
    assert lines(a, b)["x"].is_conclusive


def test_a_filter_on_the_base_of_a_line_fixes_nothing() -> None:
    """Women employed against men employed: the rows do not divide one base."""
    a, b = table(row("x", 20, 50), row("y", 10, 40)), table(row("x", 40, 60), row("y", 9, 40))
    compared = lines(a, b, Sides(apart=True, filtered={TRAIT}))
    assert all(line.gap is not None for line in compared.values())


@pytest.mark.parametrize(
    ("base", "apart", "independent", "tested", "interval"),
    [
        (30, True, True, True, True),
        (29, True, True, False, True),
        (300, False, True, False, False),
        (300, True, False, False, False),
    ],
    ids=["enough", "a small base", "people on both sides", "units"],
)
def test_a_verdict_needs_enough_people_each_on_one_side(
    base: int, *, apart: bool, independent: bool, tested: bool, interval: bool
) -> None:
    a = table(row("x", base, base), independent=independent)
    b = table(row("x", 10, 300), independent=independent)
    line = lines(a, b, Sides(apart=apart))["x"]
    assert line.gap is not None
    assert (line.is_tested, line.is_conclusive) == (tested, tested)
    assert (line.difference is not None) == interval


@pytest.mark.parametrize(("count", "conclusive"), [(65, True), (60, False)])
def test_a_verdict_depends_on_no_other_line(count: int, *, conclusive: bool) -> None:
    a = table(row("x", count, 100), row("y", 100 - count, 100))
    b = table(row("x", 45, 100), row("y", 55, 100))
    more = [row(f"z{i}", 10, 100) for i in range(20)]
    alone, among = lines(a, b), lines(table(*a.rows, *more), table(*b.rows, *more))
    for compared in (alone, among):
        assert [compared[name].is_conclusive for name in "xy"] == [conclusive, conclusive]


def test_nothing_is_concluded_where_a_side_is_mostly_silent() -> None:
    a, b = row("x", 60, 100), row("x", 30, 100)
    silent = lines(table(a), table(replace(b, silent=34)))["x"]
    assert (silent.is_tested, silent.is_silent, silent.gap) == (False, True, 30)
    told = lines(table(a), table(replace(b, silent=33)))["x"]
    assert (told.is_conclusive, told.is_silent) == (True, False)
    outside = [lines(table(a), table(replace(b, silent_outside=n)))["x"] for n in (51, 50)]
    assert [(line.is_silent, line.is_conclusive) for line in outside] == [
        (True, False),
        (False, True),
    ]
    assert [order_reverses(line) for line in outside] == [False, False]
    ahead = lines(table(row("x", 59, 100)), table(replace(row("x", 66, 100), silent_outside=65)))[
        "x"
    ]
    assert order_reverses(ahead)


def test_a_line_that_is_not_there_is_of_people_as_silent_as_those_beside() -> None:
    a = table(row("x", 60, 100), partition_by=1)
    b = table(replace(row("y", 60, 100), silent=40), partition_by=1)
    assert {line.is_silent for line in lines(a, b).values()} == {True}


@pytest.mark.parametrize(
    ("cohorts", "count", "base"),
    [
        (("2013",), 40, 90),
        (("2013", "2014", TOTAL), 40, 90),  # The line that the table has is the one compared.
        (("2013", "2014"), 80, 180),
    ],
)
def test_cohorts_are_compared_as_wholes(cohorts: tuple[str, ...], count: int, base: int) -> None:
    names = ("promotion", "part")
    a = DataTable(names, "", tuple(of_cohort(cohort, 40, 90) for cohort in cohorts))
    b = DataTable(names, "", (of_cohort("2015", 50, 90),))
    (line,) = lines_of(a, b, Sides(apart=True, cohorts_apart=True))
    assert line.keys == (Key(TRAIT, "x", ""),)
    assert line.gap is not None
    assert line.a is not None
    assert (line.a.count, line.a.base) == (count, base)


def test_the_same_cohort_on_both_sides_needs_no_line_of_all() -> None:
    names = ("promotion", "part")
    a = DataTable(names, "", (of_cohort("2015", 40, 90),))
    b = DataTable(names, "", (of_cohort("2015", 50, 90),))
    assert [line.labels for line in lines_of(a, b, APART)] == [("2015", "le trait x")]


def test_lines_are_matched_by_their_codes_whatever_their_labels() -> None:
    """The same category, called otherwise on the other side; and two categories of one name."""
    a = table(Row((Key(TRAIT, "x", "Femmes"),), 40, 90), Row((Key(TRAIT, "y", "Femmes"),), 50, 90))
    b = table(Row((Key(TRAIT, "x", "Les femmes"),), 30, 90))
    compared = lines(a, b)
    assert set(compared) == {"x", "y"}
    assert compared["x"].b is not None
    assert compared["y"].b is None


def test_what_a_view_thinks_of_a_row_names_no_line() -> None:
    a = table(Row((Key(TRAIT, "x", "x"), Key(VERDICT, "established", "établi")), 40, 90))
    b = table(Row((Key(TRAIT, "x", "x"), Key(VERDICT, "untested", "non testé")), 30, 90))
    (line,) = lines_of(a, b, APART)
    assert line.keys == (Key(TRAIT, "x", "x"),)


def test_a_line_that_has_a_share_on_neither_side_is_no_line_but_its_silent_count_in_the_whole() -> (
    None
):
    def told(cohort: str, count: int | None, base: int, silent: int) -> Row:
        keys = (Key(COHORT, cohort, cohort), Key(TRAIT, "x", "le trait x"))
        return Row(keys, count, base, silent_outside=silent)

    a = table(told("2013", None, 0, 30), told("2014", 20, 40, 0), partition_by=None)
    b = table(told("2013", None, 0, 0), told("2014", 10, 40, 0), partition_by=None)
    found = lines_of(a, b, APART)
    assert [line.keys[0].code for line in found] == ["2014", TOTAL]
    assert found[0].is_tested
    assert found[1].is_silent
