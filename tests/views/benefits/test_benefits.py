"""Are the benefits those of figure 9, of the respondents?"""

import pytest

from dashboard.content.charts import GroupedBars
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL
from dashboard.content.view import Scene
from dashboard.domain.codebook import Word
from dashboard.domain.selection import Selection
from dashboard.views.benefits.named import Benefits, benefit_noun
from dashboard.views.benefits.view import VIEW
from tests.studies.studies import study
from tests.support.exhibits import composed, content, percent, plain, row, shown
from tests.support.vocabularies import VOCABULARY, another

BOOST = "Dynamiser la recherche d'emploi"
FEW = "promotion=2014-2015&region=poitou-charentes"


def bars(of: Content) -> GroupedBars:
    assert isinstance(of.chart, GroupedBars)
    return of.chart


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
    all_cohorts = content("apports")
    named = [r.count or 0 for r in all_cohorts.data_table.rows if r.keys[0].code == TOTAL]
    assert sum(named) > all_cohorts.base == 732
    assert any("ne s'additionnent pas à 100" in note for note in all_cohorts.notes)


def test_whiskers_are_the_intervals_of_the_table() -> None:
    benefits = content("apports")
    share = row(benefits, "2013-2014", BOOST).share
    assert share is not None
    (boost,) = (series for series in bars(benefits).series if series.name == BOOST)
    assert boost.data[0].value == share.percent
    assert boost.data[0].interval == share.interval
    assert benefits.data_table.with_intervals


def test_bars_stand_upright_in_a_room_and_bear_their_mark_under_the_axis() -> None:
    page = bars(shown("apports", "region=poitou-charentes").content)
    room = bars(shown("apports", "region=poitou-charentes", medium="room").content)
    assert (page.horizontal, room.horizontal) == (True, False)
    assert {datum.marks for series in page.series for datum in series.data} == {("small_base",)}
    assert {datum.marks for series in room.series for datum in series.data} == {()}
    assert plain(page.categories[0].plain).startswith("2014-2015 n = ")
    assert plain(room.categories[0].plain).startswith("2014-2015 △ n = ")


def test_a_bar_keeps_the_people_of_its_cohort() -> None:
    for series in bars(content("apports")).series:
        cohorts = [condition.codes for datum in series.data for condition in datum.click.people]
        assert cohorts == [("2013-2014",), ("2014-2015",), ("2015-2016",), ("2016-2017",)]
        assert not series.data[-1].click


def test_the_cohort_that_was_never_asked() -> None:
    assert "2012-2013" not in {r.labels[0] for r in content("apports").data_table.rows}
    alone = shown("apports", "promotion=2012-2013")
    assert alone.empty
    assert "hors champ de l'enquête" in alone.content.nothing


def test_of_one_respondent_no_share_is_told() -> None:
    benefits = content("apports", "genre=F&region=poitou-charentes&promotion=2014-2015")
    assert benefits.base == 1
    assert benefits.reading.startswith(
        "Dans la promotion 2014-2015, 1 répondant sur 1 (part non diffusée)"
    )
    assert " cite l'apport " in benefits.reading
    assert "%" not in benefits.reading


BENEFIT = VOCABULARY.variable("benefit")


def test_a_study_that_did_not_ask_has_no_benefits_to_show() -> None:
    assert VIEW.missing(study("une_vague").vocabulary) == ("l'étude n'a pas de table « benefits »",)
    assert not VIEW.missing(VOCABULARY)


def test_the_title_is_the_study_s_own() -> None:
    exhibit = composed("apports", "", study("cinq_vagues"))
    assert exhibit.content.title.startswith("Apport, par promotion")


def test_a_benefit_has_the_gender_of_its_word() -> None:
    assert benefit_noun(VOCABULARY).definite == "l'apport"
    vocabulary = another(BENEFIT.model_copy(update={"noun": Word(singular="suite", feminine=True)}))
    noun = benefit_noun(vocabulary)
    assert (noun.definite, noun.none) == ("la suite", "aucune suite")


def test_an_absence_among_the_answers_is_no_benefit() -> None:
    *benefits, last = BENEFIT.categories
    absent = last.model_copy(update={"absence": "no_information"})
    vocabulary = another(
        BENEFIT.model_copy(update={"categories": tuple(benefits), "absences": (absent,)})
    )
    shown_ones = Benefits(Scene(Selection(), {}, vocabulary), {}).benefits
    assert [each.code for each in shown_ones] == [each.code for each in benefits]
