"""Are cohorts compared line by line, as wholes, and only where enough of them is known?"""

import pytest

from dashboard.views.comparison.words import NOT_COMPARED
from dashboard.views.kit.verdicts import UNTESTED
from tests.support.exhibits import plain
from tests.views.comparison.compared import compared, line, line_of


@pytest.mark.parametrize(
    "view", ["emploi", "inscriptions", "genre-age", "apports", "demandeurs-emploi", "unites"]
)
def test_two_cohorts_are_compared_line_by_line(view: str) -> None:
    content = compared(f"?promotion=2014-2015&b.promotion=2015-2016&comparer.vue={view}").content
    verdicts = {row.labels[-1] for row in content.data_table.rows}
    assert verdicts - {NOT_COMPARED, UNTESTED}
    assert "promotion" not in content.data_table.key_names


def test_cohorts_are_compared_at_the_same_distance_from_their_enrolment() -> None:
    content = compared("?promotion=2013-2014&b.promotion=2014-2015&comparer.vue=inscriptions")
    row = line(content, "2e année", "Inscription suivante")
    # Study, figure 1: 45 of 245 came back in 2014-2015.
    assert row.measures[3:5] == (45, 245)
    assert line(content, "1re année").labels[-1] == NOT_COMPARED  # All of them, on both sides.


def test_all_cohorts_together_are_compared_where_the_view_tells_them_apart() -> None:
    content = compared("?genre=F&b.genre=H&comparer.vue=emploi")
    groups = compared("?genre=F&b.genre=H&comparer.vue=statut")
    first = [
        r for r in groups.content.data_table.rows if r.labels[2].startswith(("En emploi", "Indép"))
    ]
    at_t1 = [r for r in first if r.labels[0] == "T0 → T1"]
    row = line(content, "Ensemble", "T1 6-12\xa0mois")
    assert row.measures[:2] == (sum(r.measures[0] or 0 for r in at_t1), at_t1[0].measures[1])


def test_a_cohort_of_which_too_little_is_known_is_not_compared() -> None:
    content = compared("?genre=F&b.genre=H&comparer.vue=diplomes")
    assert line(content, "2013-2014", "Niveau inférieur").labels[-1] == NOT_COMPARED
    assert line(content, "2016-2017", "Niveau inférieur").labels[-1] != NOT_COMPARED


@pytest.mark.parametrize("values", ["effectifs", "parts"])
def test_such_a_cohort_counts_in_no_whole_either_and_is_named(values: str) -> None:
    content = compared(
        "?promotion=2013-2014,2014-2015&b.promotion=2015-2016&comparer.vue=demandeurs-emploi"
        f"&demandeurs-emploi.valeurs={values}&demandeurs-emploi.detail=interim"
    ).content
    # Study, tableau 1: 34 and 15 of the 108 of 2014-2015; of 213 of the 245 of 2013-2014 nothing is known.
    assert line_of(content, "Avec mission d'intérim").measures[3:5] == (34 + 15, 108)
    named = "la promotion 2013-2014 (Promotions 2013-2014 et 2014-2015)"
    assert named in plain(" ".join(content.notes))


def test_cohorts_are_compared_as_a_whole_by_the_year_since_their_enrolment() -> None:
    content = compared(
        "?promotion=2013-2014,2014-2015&b.promotion=2015-2016&comparer.vue=inscriptions"
    ).content
    # Study, figure 1: 45 of 245 and 38 of 183 came back the year after, and 51 of 258.
    row = line_of(content, "2e année", "Inscription suivante")
    assert row.measures[:2] == (51, 258)
    assert row.measures[3:5] == (45 + 38, 245 + 183)
    assert row.labels[-1] != NOT_COMPARED
    assert "la promotion 2015-2016 à l'ensemble des promotions 2013-2014 et 2014-2015" in plain(
        " ".join(content.notes)
    )


@pytest.mark.parametrize(
    "search",
    [
        "?promotion=2013-2014&b.promotion=2015-2016",
        "?promotion=2015-2016&b.promotion=2013-2014",
    ],
)
def test_the_gap_of_promotions_is_the_later_less_the_earlier_whichever_is_a(search: str) -> None:
    content = compared(f"{search}&comparer.vue=emploi").content
    # Study, figure 5: 86 of 208, and 45 of 142.
    at_t1 = line_of(content, "T1 6-12\xa0mois")
    assert at_t1.measures[6] == pytest.approx(100 * (86 / 208 - 45 / 142), abs=0.01)
    assert content.data_table.measure_names[0] == "Promotion 2015-2016 : effectif"
    assert plain(content.notes[0]).startswith(
        "Écart : promotion 2015-2016 moins promotion 2013-2014, toujours la plus récente"
    )


def test_promotions_that_do_not_follow_each_other_stand_as_they_were_chosen() -> None:
    content = compared(
        "?promotion=2014-2015&b.promotion=2013-2014,2015-2016&comparer.vue=emploi"
    ).content
    assert content.data_table.measure_names[0] == "Promotion 2014-2015 : effectif"
    assert not any("la plus récente" in note for note in content.notes)
