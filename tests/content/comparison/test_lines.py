"""Are the lines of two tables matched, and judged, only where that means something?"""

import pytest

from dashboard.content.comparison.lines import Line, Sides, lines_of
from dashboard.content.data_table import DataTable, Row

APART = Sides(apart=True)


def table(*rows: Row, partition_by: int | None = None, independent: bool = True) -> DataTable:
    return DataTable(
        ("groupe", "part"), "effectif", rows, partition_by=partition_by, independent=independent
    )


def row(name: str, count: int, base: int, *, group: str = "tous", tested: bool = True) -> Row:
    return Row((group, name), count, base, click={"trait": name}, tested=tested)


def lines(a: DataTable, b: DataTable, sides: Sides = APART) -> dict[str, Line]:
    return {line.labels[-1]: line for line in lines_of(a, b, sides)}


@pytest.mark.parametrize(
    ("parted", "count"),
    [(1, 0), (None, None)],
    ids=["rows that part one base", "rows that overlap"],
)
def test_a_row_that_is_not_there_counts_nobody_only_where_rows_part_one_base(
    partition_by: int | None, count: int | None
) -> None:
    a = table(row("x", 40, 50), row("y", 10, 50), partition_by=partition_by)
    b = table(row("x", 60, 60), partition_by=partition_by)
    found = lines(a, b)["y"]
    assert (found.b and found.b.count) == count
    assert (found.gap is None) == (count is None)


def test_nobody_was_asked_where_all_rows_are_absences() -> None:
    a = table(row("x", 40, 50), row("?", 10, 50, tested=False), partition_by=1)
    b = table(row("?", 60, 60, tested=False), partition_by=1)
    assert lines(a, b)["x"].b is None


def test_a_line_of_b_alone_is_there_too() -> None:
    assert set(lines(table(row("x", 40, 50)), table(row("y", 40, 50)))) == {"x", "y"}


@pytest.mark.parametrize(
    ("a", "b"),
    [((50, 50), (60, 60)), ((0, 50), (0, 60)), ((50, 50), (0, 60)), ((0, 0), (30, 60))],
    ids=["all and all", "none and none", "all and none", "nobody"],
)
def test_what_is_so_by_definition_is_not_compared(a: tuple[int, int], b: tuple[int, int]) -> None:
    found = lines(table(row("x", *a)), table(row("x", *b)))["x"]
    assert found.gap is None
    assert not found.tested


def test_what_a_filter_has_told_apart_is_not_compared() -> None:
    a = table(row("x", 50, 50), row("y", 0, 50), partition_by=1)
    b = table(row("x", 20, 60), row("y", 40, 60), partition_by=1)
    fixed = lines(a, b, Sides(apart=True, filtered={"trait"}))
    assert all(line.gap is None for line in fixed.values())
    assert lines(a, b)["x"].conclusive


def test_a_filter_on_the_base_of_a_line_fixes_nothing() -> None:
    """Women employed against men employed: the rows do not part one base."""
    a, b = table(row("x", 20, 50), row("y", 10, 40)), table(row("x", 40, 60), row("y", 9, 40))
    found = lines(a, b, Sides(apart=True, filtered={"trait"}))
    assert all(line.gap is not None for line in found.values())


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
    found = lines(a, b, Sides(apart=apart))["x"]
    assert found.gap is not None
    assert (found.tested, found.conclusive) == (tested, tested)
    assert (found.difference is not None) == interval


def test_two_lines_that_face_each_other_are_one_comparison() -> None:
    """p = 0.038 stands as one comparison; as one of two it would not."""
    a = table(row("x", 60, 100), row("y", 40, 100))
    b = table(row("x", 45, 100), row("y", 55, 100))
    found = lines(a, b)
    assert found["x"].conclusive
    assert found["y"].conclusive
    assert not lines(
        table(*a.rows, row("z", 10, 100)),
        table(*b.rows, row("z", 11, 100)),
    )["x"].conclusive


@pytest.mark.parametrize(
    ("cohorts", "count", "base"),
    [
        (("2013",), 40, 90),
        (("2013", "2014", "Ensemble"), 40, 90),  # The line that the table has is the one compared.
        (("2013", "2014"), 80, 180),
    ],
)
def test_cohorts_are_compared_as_wholes(cohorts: tuple[str, ...], count: int, base: int) -> None:
    a = DataTable(("promotion", "part"), "", tuple(row("x", 40, 90, group=c) for c in cohorts))
    b = DataTable(("promotion", "part"), "", (row("x", 50, 90, group="2015"),))
    (found,) = lines_of(a, b, Sides(apart=True, cohorts_apart=True))
    assert found.labels == ("x",)
    assert found.gap is not None
    assert found.a is not None
    assert (found.a.count, found.a.base) == (count, base)


def test_the_same_cohort_on_both_sides_needs_no_line_of_all() -> None:
    one = DataTable(("promotion", "part"), "", (row("x", 40, 90, group="2015"),))
    other = DataTable(("promotion", "part"), "", (row("x", 50, 90, group="2015"),))
    assert [line.labels for line in lines_of(one, other, APART)] == [("2015", "x")]
