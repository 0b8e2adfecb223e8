"""Are cohorts divided so that nobody unknown is in a share, and nothing unknown is a zero?"""

import pytest

from dashboard.content.charts.datum import Unit
from dashboard.content.charts.rich_text import NO_TEXT
from dashboard.content.data_table import TOTAL
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.chart import cohort_bars, datum_of, name_with_base
from dashboard.views.kit.cohorts.parts import parts_along, standing_alone
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY

SCENE = Scene(Selection(), {}, VOCABULARY)
EXECUTIVE = Dimension("executive")
TABLE = released("""
    cohort    executive n
    2012-2013 unknown   28
    2013-2014 yes       10
    2013-2014 unknown   16
    2014-2015 yes       15
    2014-2015 no        35
    """)


def breakdown(unit: Unit, *, keeps_unknown: bool) -> CohortBreakdown:
    parts = parts_along(VOCABULARY, EXECUTIVE, standing_alone)
    return CohortBreakdown(SCENE, TABLE, (EXECUTIVE,), parts, unit, keeps_unknown=keeps_unknown)


def rows(cohorts: CohortBreakdown) -> list[tuple[str, str, int | None, int | None]]:
    """Cohort, part, count and base of each row."""
    return [(row.keys[0].code, row.keys[1].code, row.count, row.base) for row in cohorts.rows()]


def test_in_numbers_absences_stand_beside_the_known_parts() -> None:
    cohorts = breakdown("number", keeps_unknown=True)
    assert cohorts.bars == ("2012-2013", "2013-2014", "2014-2015")
    assert rows(cohorts) == [
        # Nothing is known of anybody: executives are not zero.
        ("2012-2013", "unknown", 28, None),
        ("2013-2014", "yes", 10, 10),
        ("2013-2014", "no", 0, 10),
        ("2013-2014", "unknown", 16, None),
        ("2014-2015", "yes", 15, 50),
        ("2014-2015", "no", 35, 50),
        ("2014-2015", "unknown", 0, None),
    ]


def test_in_percent_shares_are_of_the_known_and_all_cohorts_stand_below() -> None:
    cohorts = breakdown("percent", keeps_unknown=False)
    assert cohorts.bars == ("2013-2014", "2014-2015", TOTAL)
    assert rows(cohorts)[-2:] == [(TOTAL, "yes", 25, 60), (TOTAL, "no", 35, 60)]
    assert not any(part.absent for part in cohorts.drawn)


def test_a_cohort_of_which_nothing_is_known_keeps_its_row_where_asked_and_has_no_bar() -> None:
    cohorts = breakdown("percent", keeps_unknown=True)
    assert cohorts.without_bar == ("2012-2013",)
    assert ("2012-2013", "unknown", 28, None) in rows(cohorts)
    chart = cohort_bars(
        cohorts,
        lambda part, cohort: datum_of(cohorts, part, cohort, NO_TEXT),
        lambda cohort: name_with_base(cohorts, cohort),
    )
    assert [name.lines[1][0].text for name in chart.categories] == [
        "n\u00a0=\u00a010",
        "n\u00a0=\u00a050",
        "n\u00a0=\u00a060",
    ]


def test_the_bars_of_each_cohort_fill_a_hundred_percent_and_small_ones_are_marked() -> None:
    cohorts = breakdown("percent", keeps_unknown=False)
    chart = cohort_bars(
        cohorts,
        lambda part, cohort: datum_of(cohorts, part, cohort, NO_TEXT),
        lambda cohort: name_with_base(cohorts, cohort),
    )
    assert set(chart.totals) == {100}
    assert [datum.text for datum in chart.series[0].data] == [
        "100\u202f% △",
        "30\u202f%",
        "42\u202f%",
    ]


def test_a_cohort_of_which_too_little_is_known_is_not_comparable() -> None:
    cohorts = breakdown("percent", keeps_unknown=False)
    comparable = {row.keys[0].code: row.comparable for row in cohorts.rows()}
    assert comparable == {"2013-2014": False, "2014-2015": True, TOTAL: True}


def test_all_cohorts_of_one_are_that_one() -> None:
    table = released("""
        cohort    executive n
        2014-2015 yes       15
        """)
    cohorts = CohortBreakdown(SCENE, table, (EXECUTIVE,), parts_along(VOCABULARY, EXECUTIVE))
    assert cohorts.bars == ("2014-2015",)


def test_nobody_has_no_bar() -> None:
    table = released("""
        cohort    executive n
        2014-2015 yes       0
        """)
    cohorts = CohortBreakdown(SCENE, table, (EXECUTIVE,), parts_along(VOCABULARY, EXECUTIVE))
    assert cohorts.bars == ()
    assert cohorts.rows() == ()


@pytest.mark.parametrize(
    ("phrase", "alone", "name"),
    [
        ("avec une reconnaissance", "", "Avec une reconnaissance"),
        ("au statut inconnu", "Statut inconnu", "Statut inconnu"),
        ("", "", "Oui"),
        ("sans information sur {about}", "", "Oui"),
    ],
)
def test_a_category_that_stands_alone_has_a_name(phrase: str, alone: str, name: str) -> None:
    category = Category(code="yes", label="Oui", short="O", phrase=phrase, alone=alone)
    assert standing_alone(category).short_label == name
