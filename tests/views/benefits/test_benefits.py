"""Are the benefits those of figure 9, of the respondents?"""

import pytest

from tests.support.exhibits import content, percent, row, shown

BOOST = "Dynamiser la recherche d'emploi"


@pytest.mark.parametrize(("cohort", "published"), [("2013-2014", 47), ("2014-2015", 53)])
def test_about_one_in_two_names_a_boost_to_the_job_search(cohort: str, published: int) -> None:
    assert percent(content("apports"), cohort, BOOST) == published


@pytest.mark.parametrize(
    ("cohort", "respondents"),
    [("2013-2014", 142), ("2014-2015", 146), ("2015-2016", 208), ("2016-2017", 236)],
)
def test_the_base_is_the_respondents(cohort: str, respondents: int) -> None:
    assert row(content("apports"), cohort, BOOST).base == respondents


def test_shares_add_up_to_more_than_everybody_and_the_view_says_so() -> None:
    told = content("apports")
    assert (
        sum(r.count for r in told.data_table.rows if r.labels[0] == "Ensemble") > told.base == 732
    )
    assert any("ne s'additionnent pas à 100" in note for note in told.notes)


def test_whiskers_are_the_intervals_of_the_table() -> None:
    told = content("apports")
    share = row(told, "2013-2014", BOOST).share
    assert share is not None
    assert share.interval is not None
    bar = told.figure["data"][0]
    assert bar["x"][0] + bar["error_x"]["array"][0] == pytest.approx(share.interval[1])
    assert told.data_table.compared


def test_the_cohort_that_was_never_asked() -> None:
    assert "2012-2013" not in {r.labels[0] for r in content("apports").data_table.rows}
    alone = shown("apports", "promotion=2012-2013")
    assert alone.empty
    assert "hors champ de l'enquête" in alone.content.nothing


def test_one_respondent() -> None:
    told = content("apports", "genre=F&region=poitou-charentes&promotion=2014-2015")
    assert told.base == 1
    assert told.reading.startswith("Dans la promotion 2014-2015, 1 répondant sur 1 (100,0\u202f%)")
    assert " cite l'apport " in told.reading
