"""Do a new cohort, academic year or wave appear because the tables contain them, without a change of code?"""

import pytest

from dashboard.content.charts import FlowDiagram
from dashboard.domain.errors import TableError
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.views.registry import views
from dashboard.web.pages import read
from tests.spec.written import counts_as_text, plain, written
from tests.support.exhibits import followed

BENEFICIARIES = """
    person  cohort     region
    A       2016-2017  52
    B       2017-2018  94
    C       2018-2019  52
"""
SURVEY = """
    person  wave  status
    A       T0    jobseeker
    A       T1    salaried
    A       T2    salaried
    B       T0    jobseeker
    B       T1    searching
"""


@pytest.fixture
def next_years() -> Publication:
    """Cohorts that the study did not know, one of them not yet asked."""
    return written(BENEFICIARIES, survey=SURVEY)


def test_new_cohorts_and_years_are_in_the_vocabulary(next_years: Publication) -> None:
    vocabulary = next_years.vocabulary
    assert vocabulary.cohorts == ("2016-2017", "2017-2018", "2018-2019")
    assert vocabulary.academic_years == vocabulary.cohorts
    assert vocabulary.waves == ("T0", "T1", "T2")
    assert counts_as_text(next_years, "cohort", "status@T2") == plain("""
        2016-2017  salaried          1
        2017-2018  not_yet_surveyed  1
        2018-2019  not_yet_surveyed  1
    """)


def test_new_cohorts_can_be_filtered_and_described(next_years: Publication) -> None:
    address = read("?promotion=2017-2018&carte.annee=2017-2018", next_years)
    assert address.problems == ()
    exhibit = compose(views()["carte"], address, next_years)
    assert exhibit.selection == "Promotion 2017-2018"
    assert [row.labels for row in exhibit.content.data_table.rows if row.count] == [("Corse",)]


def test_a_cohort_that_the_tables_lack_is_an_unknown_value(next_years: Publication) -> None:
    (problem,) = read("?promotion=2012-2013", next_years).problems
    assert "Valeurs possibles pour « Promotion » : 2016-2017, 2017-2018, 2018-2019." in problem


def test_a_cohort_not_yet_asked_explains_itself(next_years: Publication) -> None:
    exhibit = compose(views()["statut"], read("?promotion=2018-2019", next_years), next_years)
    assert exhibit.empty
    assert exhibit.content.nothing == "La promotion 2018-2019 n'a pas encore été interrogée."


@pytest.fixture
def two_absences() -> Publication:
    """A cohort from before the survey, one that was asked, two whose turn has not come."""
    people = """
        person  cohort     region
        A       2012-2013  52
        B       2013-2014  52
        C       2017-2018  52
        D       2018-2019  94
    """
    return written(people, survey="person wave status\nB T0 jobseeker\nB T1 salaried")


NOT_ASKED = "Les promotions 2017-2018 et 2018-2019 n'ont pas encore été interrogées."
TOO_EARLY = "La promotion 2012-2013 est hors champ de l'enquête"


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("?promotion=2012-2013", [TOO_EARLY]),
        ("?promotion=2017-2018,2018-2019", [NOT_ASKED]),
        ("?promotion=2012-2013,2017-2018,2018-2019", [TOO_EARLY, NOT_ASKED]),
        ("?promotion=2012-2013&region=corse", ["Aucun bénéficiaire dans cette sélection."]),
    ],
)
@pytest.mark.parametrize("view", ["statut", "emploi", "apports", "contrats"])
def test_each_absence_is_explained_by_itself(
    two_absences: Publication, view: str, search: str, expected: list[str]
) -> None:
    exhibit = compose(views()[view], read(search, two_absences), two_absences)
    said = exhibit.content.nothing.replace("\u00a0", " ")
    assert [text for text in (TOO_EARLY, NOT_ASKED, "Aucun") if text in said] == [
        text if "Aucun" not in text else "Aucun" for text in expected
    ]
    assert all(text in said for text in expected)


@pytest.mark.parametrize(
    ("search", "base"),
    [
        ("?promotion=2012-2013", "hors champ de l'enquête"),
        ("?promotion=2017-2018,2018-2019", "pas encore interrogés"),
        ("?promotion=2012-2013,2017-2018,2018-2019", "2 pas encore interrogés, 1 hors champ"),
        ("?promotion=2012-2013&region=corse", "aucun bénéficiaire"),
    ],
)
def test_a_key_figure_without_answers_tells_each_absence(
    two_absences: Publication, search: str, base: str
) -> None:
    exhibit = compose(views()["chiffres-cles"], read(search, two_absences), two_absences)
    (tile,) = (tile for tile in exhibit.content.tiles if tile.label == "En emploi à T1")
    assert tile.base.startswith(base)


def test_real_tables_bear_no_stamp_and_are_dated_by_their_files(next_years: Publication) -> None:
    assert next_years.stamp == ""
    assert next_years.dated.year >= 2024


A_WAVE_MORE = """
    person  wave  status
    A       T0    jobseeker
    A       T1    salaried
    A       T2    salaried
    A       T3    searching
    A       T4    salaried
"""


@pytest.mark.parametrize("wave", ["T04", "T-1"])
def test_what_is_no_wave_is_refused(wave: str) -> None:
    survey = A_WAVE_MORE.replace("T4", wave)
    with pytest.raises(TableError, match=rf"survey\.csv.*wave.*{wave}.*T0, T1, T2 ou T3"):
        written("person cohort\nA 2016-2017", survey=survey)


@pytest.fixture
def a_wave_more() -> Publication:
    """Tables that hold a wave which the codebook does not name."""
    alone = written("person cohort\nA 2016-2017", survey=A_WAVE_MORE)
    return followed(alone, alone)


@pytest.mark.parametrize("view", list(views()))
def test_every_view_can_tell_a_wave_more(a_wave_more: Publication, view: str) -> None:
    wave = f"{view}.vague=T4"
    search = (
        f"?{wave}" if any(o.parameter == f"{view}.vague" for o in views()[view].switches) else ""
    )
    address = read(search, a_wave_more)
    assert address.problems == ()
    assert compose(views()[view], address, a_wave_more).content.title


def test_a_wave_that_the_codebook_does_not_name_goes_on_by_twelve_months(
    a_wave_more: Publication,
) -> None:
    publication = a_wave_more
    assert publication.vocabulary.waves == ("T0", "T1", "T2", "T3", "T4")
    content = compose(views()["statut"], read("", publication), publication).content
    assert [row.labels[0] for row in content.data_table.rows] == [
        "T0 → T1",
        "T1 → T2",
        "T2 → T3",
        "T3 → T4",
    ]
    assert isinstance(content.chart, FlowDiagram)
    titles = [step.plain for step in content.chart.steps]
    assert "T4 · 42-48 mois" in titles
    assert publication.vocabulary.codebook.waves["T4"].label == "42 à 48 mois après"
    assert read("?situation.T4=en-emploi-salarie", publication).problems == ()


@pytest.mark.parametrize(
    ("view", "search", "before_any_survey", "after_one_wave"),
    [
        ("chiffres-cles", "", 2, 2),
        ("carte", "", 2, 2),
        ("carte", "?carte.mesure=emploi-t1", 0, 1),
        ("statut", "", 0, 1),
        ("statut", "?statut.base=interroges&statut.depart=duree", 0, 1),
        ("csp", "", 0, 1),
        ("csp", "?csp.vagues=toutes", 0, 1),
        ("csp", "?csp.base=deux-emplois", 0, 0),
        ("secteur", "", 0, 1),
    ],
)
def test_the_overview_can_be_shown_before_the_first_survey(
    view: str, search: str, before_any_survey: int, after_one_wave: int
) -> None:
    people = "person cohort\nA 2016-2017\nB 2017-2018"
    for survey, base in (
        ("", before_any_survey),
        ("person wave status\nA T0 jobseeker\nA T1 salaried", after_one_wave),
    ):
        publication = written(people, survey=survey)
        assert publication.vocabulary.waves == ("T0", "T1")
        exhibit = compose(views()[view], read(search, publication), publication)
        assert exhibit.content.base == base
        if exhibit.empty:
            assert exhibit.content.nothing
        else:
            # Of a job whose kind is not known there is nothing to read aloud, nor of a share that is not told.
            silent = view in ("csp", "secteur") or search == "?carte.mesure=emploi-t1"
            assert bool(exhibit.content.reading) is not silent
