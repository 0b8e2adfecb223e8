"""Are the lines of all cohorts together the sums of those of each?"""

from __future__ import annotations

from dashboard.content.comparison.whole import left_out, with_whole
from dashboard.content.data_table import DataTable, Row


def data_table(*rows: Row, partition_by: int | None = None) -> DataTable:
    return DataTable(("promotion", "réponse"), "effectif", rows, partition_by=partition_by)


def row(cohort: str, name: str, count: int, base: int | None, *, tested: bool = True) -> Row:
    target = {"promotion": cohort, "reponse": name}
    return Row((cohort, name), count, base, click=target, tested=tested)


def told(
    *rows: Row, partition_by: int | None = None
) -> list[tuple[tuple[str, ...], int, int | None]]:
    found = with_whole(data_table(*rows, partition_by=partition_by))
    return [(one.labels, one.count, one.base) for one in found if one.labels[0] == "Ensemble"]


def test_counts_and_bases_add_up() -> None:
    found = told(row("2013", "oui", 30, 100), row("2014", "oui", 5, 20), row("2014", "non", 9, 20))
    assert found == [(("Ensemble", "oui"), 35, 120), (("Ensemble", "non"), 9, 20)]


def test_a_cohort_whose_lines_part_one_base_has_nobody_in_a_line_that_is_not_there() -> None:
    rows = (row("2013", "oui", 100, 100), row("2014", "oui", 5, 20), row("2014", "non", 15, 20))
    assert told(*rows, partition_by=1) == [
        (("Ensemble", "oui"), 105, 120),
        (("Ensemble", "non"), 15, 120),
    ]


def test_a_cohort_that_may_not_be_compared_is_in_no_sum() -> None:
    rows = (
        row("2013", "oui", 30, 100, tested=False),
        row("2014", "oui", 5, 20),
        row("2014", "inconnu", 7, None),
    )
    assert told(*rows) == [(("Ensemble", "oui"), 5, 20)]
    assert told(*rows, row("Ensemble", "oui", 35, 120)) == [(("Ensemble", "oui"), 5, 20)]
    assert left_out(data_table(*rows)) == ("2013",)


def test_a_table_that_has_such_lines_keeps_its_own() -> None:
    own = row("Ensemble", "oui", 35, 120)
    assert told(row("2013", "oui", 30, 100), own) == [(own.labels, 35, 120)]


def test_lines_alike_in_every_cohort_are_one_line_of_all() -> None:
    later = [
        Row(("2013", "2014"), 40, 100, match_key=("2e année",)),
        Row(("2014", "2015"), 10, 50, match_key=("2e année",)),
        Row(("2013", "2015"), 5, 100, match_key=("3e année",)),
    ]
    assert told(*later) == [(("Ensemble", "2e année"), 50, 150), (("Ensemble", "3e année"), 5, 100)]


def test_a_click_on_the_line_names_no_cohort() -> None:
    rows = with_whole(data_table(row("2013", "oui", 30, 100), row("2014", "oui", 5, 20)))
    assert rows[-1].target == {"reponse": "oui"}
