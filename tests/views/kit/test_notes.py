"""Do notes beside charts say what they have to, letter for letter, and nothing where there is nothing to say?"""

import pytest

from dashboard.content.click_filter import NO_CLICK, keeping
from dashboard.content.data_table import TOTAL, Key
from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.text.nouns import PEOPLE
from dashboard.views.kit.notes import (
    COHORT,
    UNTESTED,
    absence_notes,
    absent_rows,
    click_of,
    fragile_note,
    low_coverage,
    low_coverage_notes,
    marks_of,
    small_base_note,
    small_bases_note,
)
from tests.support.exhibits import plain
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY

SCENE = Scene(Selection(), {}, VOCABULARY)
EXECUTIVE, LEVEL = Dimension("executive"), Dimension("target_level")
PEOPLE_BY_STATUS = released("""
    cohort    executive n
    2012-2013 unknown   28
    2013-2014 yes       4
    2013-2014 unknown   6
    2014-2015 yes       5
    2014-2015 no        5
    """)


def test_small_bases_are_named_in_every_form_of_the_sentence() -> None:
    names = ["2012-2013", "2013-2014"]
    assert small_bases_note(names) == ("△ base inférieure à 30 : 2012-2013 et 2013-2014.",)
    assert fragile_note(names[:1]) == ("△ base inférieure à 30, à lire avec prudence : 2012-2013.",)
    assert small_bases_note(["Corse"], UNTESTED) == (
        "△ base inférieure à 30, écart non testé : Corse.",
    )
    assert small_bases_note([]) == fragile_note([]) == ()


def test_a_small_base_of_a_whole_chart_is_reported() -> None:
    assert small_base_note(29) == ("Base inférieure à 30 personnes : à lire avec prudence.",)
    assert small_base_note(29, marked=True) == (
        "△ base inférieure à 30 personnes : à lire avec prudence.",
    )
    assert small_base_note(29, marked=True, unit="") == (
        "△ base inférieure à 30 : à lire avec prudence.",
    )


@pytest.mark.parametrize("base", [0, 30])
def test_nobody_and_enough_people_are_no_small_base(base: int) -> None:
    assert small_base_note(base) == ()
    assert marks_of(Share(0, base)) == ()


def test_a_share_of_few_is_marked() -> None:
    assert marks_of(Share(0, 29)) == ("small_base",)


def test_a_click_keeps_people_and_no_units() -> None:
    cohort = (COHORT, "2014-2015")
    assert click_of(SCENE, "2014-2015", EXECUTIVE, "yes") == keeping(cohort, (EXECUTIVE, "yes"))
    assert click_of(SCENE, "2014-2015", LEVEL, "II") == keeping(cohort)
    assert click_of(SCENE, "2014-2015", EXECUTIVE, "") == keeping(cohort)
    assert click_of(SCENE, TOTAL, EXECUTIVE, "yes") == keeping((EXECUTIVE, "yes"))
    assert click_of(SCENE, "", LEVEL, "II") == NO_CLICK


def test_absences_are_counted_beside_the_base_and_have_no_share() -> None:
    (note,) = absence_notes(SCENE, PEOPLE_BY_STATUS, EXECUTIVE, PEOPLE)
    assert note == (
        "Hors de la base, inconnu : 34 bénéficiaires (promotions 2012-2013 et 2013-2014)."
    )
    rows = absent_rows(SCENE, PEOPLE_BY_STATUS, EXECUTIVE)
    assert [(row.labels, row.count, row.base) for row in rows] == [
        (("2012-2013", "Inconnu"), 28, None),
        (("2013-2014", "Inconnu"), 6, None),
    ]
    assert rows[0].keys == (
        Key(COHORT, "2012-2013", "2012-2013"),
        Key(EXECUTIVE, "unknown", "Inconnu"),
    )


def test_a_cohort_of_which_less_than_half_is_known_is_reported_and_one_of_nothing_is_not() -> None:
    assert low_coverage(SCENE, PEOPLE_BY_STATUS, EXECUTIVE) == {"2013-2014": Share(4, 10)}
    (note,) = low_coverage_notes(SCENE, PEOPLE_BY_STATUS, EXECUTIVE)
    assert plain(note) == (
        "Promotion 2013-2014 : information connue pour 40 % seulement (4 sur 10), "
        "trop parcellaire pour être comparée."
    )
