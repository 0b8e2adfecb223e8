"""Are means and counts compared beside shares, and only where that means something?"""

import pytest

from dashboard.content.comparison.line import Line
from dashboard.content.comparison.lines import Sides, lines_of
from dashboard.content.comparison.whole import COHORT
from dashboard.content.data_table import DataTable, Key, Row

SHARE = Row((Key("indicator", "rate", "Taux"),), 60, 100)
EQUAL = tuple((value, 50) for value in (1, 2, 3))


def people(number: int) -> Row:
    return Row((Key("indicator", "people", "Bénéficiaires"),), number, None)


def mean(distribution: tuple[tuple[int, int], ...]) -> Row:
    return Row((Key("indicator", "mean", "Moyenne"),), None, 150, distribution=distribution)


def lines(
    a: tuple[Row, ...], b: tuple[Row, ...], *, apart: bool = True, counts: bool = True
) -> dict[str, Line]:
    first, second = (
        DataTable(("indicateur",), "effectif", rows, counts_compared=counts) for rows in (a, b)
    )
    return {line.keys[0].code: line for line in lines_of(first, second, Sides(apart))}


def test_lines_of_every_kind_stand_as_in_the_table() -> None:
    rows = (people(258), mean(EQUAL), SHARE)
    assert list(lines(rows, rows)) == ["people", "mean", "rate"]


def test_a_mean_is_compared_with_its_interval() -> None:
    moved = tuple((value + 1, number) for value, number in EQUAL)
    line = lines((mean(moved),), (mean(EQUAL),))["mean"]
    assert line.unit == "mean"
    assert line.gap == pytest.approx(1)
    assert line.is_conclusive
    shared = lines((mean(moved),), (mean(EQUAL),), apart=False)["mean"]
    assert shared.gap == pytest.approx(1)
    assert shared.difference is None


def test_counts_have_a_gap_and_no_verdict() -> None:
    line = lines((people(258),), (people(245),))["people"]
    assert (line.unit, line.gap, line.difference) == ("count", 13, None)
    assert "people" not in lines((people(258),), (people(245),), counts=False)


def test_what_one_side_lacks_has_no_gap() -> None:
    one_sided = lines((people(258), mean(EQUAL)), ())
    assert [line.gap for line in one_sided.values()] == [None, None]


def test_what_cohorts_are_told_apart_by_is_left_to_shares() -> None:
    of_cohort = Row((Key(COHORT, "2013", "2013"),), None, 150, distribution=EQUAL)
    table = DataTable(("promotion",), "effectif", (of_cohort,))
    assert lines_of(table, table, Sides(apart=True)) == []
