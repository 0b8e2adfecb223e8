"""Are the lines of all cohorts together the sums of those of each?"""

from __future__ import annotations

from dashboard.views.compared_whole import over_cohorts
from dashboard.views.view import Row, Twin


def twin(*rows: Row, parted: int | None = None) -> Twin:
    return Twin(("promotion", "réponse"), "effectif", rows, parted=parted)


def row(cohort: str, name: str, count: int, base: int | None, *, tested: bool = True) -> Row:
    target = {"promotion": cohort, "reponse": name}
    return Row((cohort, name), count, base, target=target, tested=tested)


def told(*rows: Row, parted: int | None = None) -> list[tuple[tuple[str, ...], int, int | None]]:
    return [(one.labels, one.count, one.base) for one in over_cohorts(twin(*rows, parted=parted))]


def test_counts_and_bases_add_up() -> None:
    found = told(row("2013", "oui", 30, 100), row("2014", "oui", 5, 20), row("2014", "non", 9, 20))
    assert found == [(("Ensemble", "oui"), 35, 120), (("Ensemble", "non"), 9, 20)]


def test_a_cohort_whose_lines_part_one_base_has_nobody_in_a_line_that_is_not_there() -> None:
    rows = (row("2013", "oui", 100, 100), row("2014", "oui", 5, 20), row("2014", "non", 15, 20))
    assert told(*rows, parted=1) == [
        (("Ensemble", "oui"), 105, 120),
        (("Ensemble", "non"), 15, 120),
    ]


def test_absences_and_lines_that_may_not_be_compared_stay_out() -> None:
    rows = (
        row("2013", "oui", 30, 100, tested=False),
        row("2014", "oui", 5, 20),
        row("2014", "inconnu", 7, None),
    )
    assert told(*rows) == [(("Ensemble", "oui"), 5, 20)]


def test_a_table_that_has_such_lines_keeps_its_own() -> None:
    assert told(row("2013", "oui", 30, 100), row("Ensemble", "oui", 35, 120)) == []


def test_a_click_on_the_line_names_no_cohort() -> None:
    (found,) = over_cohorts(twin(row("2013", "oui", 30, 100), row("2014", "oui", 5, 20)))
    assert found.target == {"reponse": "oui"}
