"""Are the lines of all cohorts together the sums of those of each?"""

from __future__ import annotations

from dashboard.content.click_filter import keeping
from dashboard.content.comparison.whole import COHORT, left_out, with_whole
from dashboard.content.data_table import TOTAL, DataTable, Key, Row, total_along
from dashboard.domain.dimension import Dimension

ANSWER, YEAR = Dimension("answer"), "year since enrolment"


def data_table(*rows: Row, partition_by: int | None = None) -> DataTable:
    return DataTable(("promotion", "réponse"), "effectif", rows, partition_by=partition_by)


def row(cohort: str, code: str, count: int, base: int | None, *, comparable: bool = True) -> Row:
    keys = (Key(COHORT, cohort, cohort), Key(ANSWER, code, code))
    click = keeping((COHORT, cohort), (ANSWER, code))
    return Row(keys, count, base, click=click, comparable=comparable)


def whole(*rows: Row, partition_by: int | None = None) -> list[tuple[str, int | None, int | None]]:
    """The rows of all cohorts together: what they are about, how many, of how many."""
    every = with_whole(data_table(*rows, partition_by=partition_by))
    return [(r.keys[1].code, r.count, r.base) for r in every if r.keys[0].code == TOTAL]


def test_counts_and_bases_add_up() -> None:
    rows = (row("2013", "oui", 30, 100), row("2014", "oui", 5, 20), row("2014", "non", 9, 20))
    assert whole(*rows) == [("oui", 35, 120), ("non", 9, 20)]


def test_a_cohort_whose_rows_divide_one_base_has_nobody_in_a_row_that_is_not_there() -> None:
    rows = (row("2013", "oui", 100, 100), row("2014", "oui", 5, 20), row("2014", "non", 15, 20))
    assert whole(*rows, partition_by=1) == [("oui", 105, 120), ("non", 15, 120)]


def test_a_cohort_that_may_not_be_compared_is_in_no_sum() -> None:
    rows = (
        row("2013", "oui", 30, 100, comparable=False),
        row("2014", "oui", 5, 20),
        row("2014", "inconnu", 7, None),
    )
    assert whole(*rows) == [("oui", 5, 20)]
    assert whole(*rows, row(TOTAL, "oui", 35, 120)) == [("oui", 5, 20)]
    assert left_out(data_table(*rows)) == ("2013",)


def test_a_table_that_has_such_rows_keeps_its_own() -> None:
    assert whole(row("2013", "oui", 30, 100), row(TOTAL, "oui", 35, 120)) == [("oui", 35, 120)]


def test_rows_that_match_in_every_cohort_are_one_row_of_all() -> None:
    def later(cohort: str, year: str, rank: str, count: int, base: int) -> Row:
        keys = (Key(COHORT, cohort, cohort), Key(Dimension("academic_year"), year, year))
        return Row(keys, count, base, match_key=(Key(YEAR, rank, f"{rank}e année"),))

    rows = (
        later("2013", "2014", "2", 40, 100),
        later("2014", "2015", "2", 10, 50),
        later("2013", "2015", "3", 5, 100),
    )
    assert whole(*rows) == [("2", 50, 150), ("3", 5, 100)]


def test_a_click_on_the_row_names_no_cohort() -> None:
    rows = with_whole(data_table(row("2013", "oui", 30, 100), row("2014", "oui", 5, 20)))
    assert rows[-1].keys[0] == total_along(COHORT)
    assert rows[-1].click == keeping((ANSWER, "oui"))
