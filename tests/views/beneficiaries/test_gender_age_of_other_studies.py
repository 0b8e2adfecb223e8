"""Do gender and age stand for whatever a study knows of them, and is nobody lost who has neither?"""

from collections.abc import Collection
from dataclasses import replace

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.pyramid import Pyramid
from dashboard.content.content import Content
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category, Variable, Word
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NARROW
from dashboard.views.beneficiaries.gender_age.age_pyramid import two_genders
from dashboard.views.beneficiaries.gender_age.view import FIGURE, VIEW
from tests.support.exhibits import plain, row
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY, another

GENDER, AGE, BAND = map(VOCABULARY.variable, ("gender", "age_at_enrolment", "age_band"))
UNSAID = Category(code="unsaid", label="Genre non précisé", absence="unknown")
UNKNOWN = Category(code="unknown", label="Âge inconnu", absence="unknown")
OTHER = Category(code="X", label="Autre genre", phrase="d'un autre genre", colour="#8a5aa8")

PARTLY_UNSAID = GENDER.model_copy(
    update={"absences": (UNSAID,), "noun": Word(singular="genre", plural="genres")}
)
THREE = PARTLY_UNSAID.model_copy(update={"categories": (*GENDER.categories, OTHER)})
PARTLY_UNKNOWN = AGE.model_copy(update={"absences": (UNKNOWN,)})

PEOPLE = """
cohort    gender age_at_enrolment n
2013-2014 F      20               4
2013-2014 F      unknown          1
2013-2014 M      40               2
2013-2014 X      30               3
2013-2014 unsaid 50               2
2013-2014 unsaid unknown          1
"""


def study(*variables: Variable, without: Collection[str] = ()) -> Vocabulary:
    """Ours with other variables, whose people are 20, 30, 40 or 50 years old."""
    ages = {Dimension("age_at_enrolment"): (20, 30, 40, 50)}
    return replace(another(*variables, without=without), integers=ages)


def told(vocabulary: Vocabulary, figure: str, people: str = PEOPLE) -> Content:
    scene = Scene(Selection(), {FIGURE.parameter: figure}, vocabulary)
    return VIEW.tell(scene, {"people": released(people)})


def figures(vocabulary: Vocabulary) -> list[str]:
    return [choice.label for choice in FIGURE.offered(vocabulary)]


def test_three_genders_have_a_bar_each_and_no_pyramid() -> None:
    vocabulary = study(THREE, PARTLY_UNKNOWN)
    content = told(vocabulary, "promotions")
    assert isinstance(content.chart, StackedBars)
    assert [series.name for series in content.chart.series] == ["Femmes", "Hommes", "Autre genre"]
    assert f"30,0{NARROW}% de bénéficiaires d'un autre genre" in content.alternative
    assert "Pyramide des âges" not in figures(vocabulary)
    assert two_genders(vocabulary).startswith("la variable « gender » n'a pas exactement deux")


def test_who_told_no_gender_is_in_no_share_and_in_a_row() -> None:
    content = told(study(THREE, PARTLY_UNKNOWN), "promotions")
    assert content.base == row(content, "2013-2014", "Femmes").base == 10
    assert content.population == (
        "bénéficiaires dont le genre est connu, âge à la première inscription"
    )
    unsaid = row(content, "2013-2014", "Genre non précisé")
    assert (unsaid.count, unsaid.base, unsaid.measures) == (3, None, (50.0,))
    assert "Hors de la base, genre non précisé : 3 bénéficiaires (promotion 2013-2014)." in (
        content.notes
    )


def test_an_unknown_age_is_in_no_mean_and_in_a_note() -> None:
    content = told(study(THREE, PARTLY_UNKNOWN), "promotions")
    assert row(content, "2013-2014", "Femmes").measures == (20.0,)
    assert row(content, "2013-2014", "Ensemble").measures == (
        (4 * 20 + 2 * 40 + 3 * 30 + 100) / 11,
    )
    assert "Âge inconnu : 2 bénéficiaires, qui n'entrent dans aucun âge moyen." in content.notes
    assert any(note.startswith("L'âge moyen d'une promotion est") for note in content.notes)


def test_a_cohort_of_unknown_age_has_no_mean() -> None:
    content = told(
        study(PARTLY_UNSAID, PARTLY_UNKNOWN), "promotions", PEOPLE.replace("20 ", "unknown ")
    )
    women = content.data_table.rows[0]
    assert (women.count, women.measures) == (5, (None,))
    nobody = "cohort gender age_at_enrolment n\n2013-2014 F unknown 13"
    ageless = told(study(PARTLY_UNKNOWN), "promotions", nobody)
    assert ageless.reading == (
        f"La promotion 2013-2014 compte 100,0{NARROW}% de femmes (13 sur 13 bénéficiaires)."
    )
    assert isinstance(ageless.chart, StackedBars)
    assert ageless.chart.categories[0].plain == "2013-2014 âge inconnu"


def test_the_pyramid_tells_how_many_have_no_side_or_age() -> None:
    content = told(study(PARTLY_UNSAID, PARTLY_UNKNOWN), "pyramide", PEOPLE.replace(" X ", " M "))
    assert isinstance(content.chart, Pyramid)
    assert content.base == sum(r.count or 0 for r in content.data_table.rows) == 9
    assert content.population.startswith("bénéficiaires dont le genre et l'âge sont connus,")
    assert content.notes[-1] == "Hors de la base, genre ou âge inconnu : 4 bénéficiaires."
    assert plain(content.notes[0]).startswith("Âge moyen : 27,8 ans (femmes, 20,0 ans ;")


def test_a_pyramid_of_nobody_says_what_is_not_known() -> None:
    nobody = "cohort gender age_at_enrolment n\n2013-2014 F unknown 13"
    content = told(study(PARTLY_UNKNOWN), "pyramide", nobody)
    assert (content.base, content.reading) == (0, "")
    assert content.nothing == "Aucun bénéficiaire de cette sélection dont l'âge soit connu."


def test_without_bands_a_click_on_the_pyramid_keeps_the_gender_alone() -> None:
    vocabulary = study(without=("age_band",))
    content = told(vocabulary, "pyramide", "cohort gender age_at_enrolment n\n2013-2014 F 20 3")
    click = content.data_table.rows[0].click
    assert [condition.dimension.variable for condition in click.people] == ["gender"]


def test_bands_that_a_table_gives_are_no_bands_of_the_age_in_years() -> None:
    given = BAND.model_copy(update={"kind": "category", "of": "", "derived": False})
    people = "cohort gender age_at_enrolment n\n2013-2014 F 20 3"
    content = told(study(given), "pyramide", people)
    assert len(content.data_table.rows[0].click.people.conditions) == 1


def test_without_ages_bars_tell_how_many_they_stand_for() -> None:
    vocabulary = study(without=("age_at_enrolment", "age_band"))
    content = told(vocabulary, "promotions", "cohort gender n\n2013-2014 F 3\n2013-2014 M 1")
    assert isinstance(content.chart, StackedBars)
    assert plain(content.chart.categories[0].plain) == "2013-2014 n = 4"
    assert (content.title, content.population) == ("Genre, selon la promotion", "bénéficiaires")
    assert content.data_table.measure_names == ()
    assert content.reading.endswith("3 bénéficiaires sur 4 dans la promotion 2013-2014.")


def test_the_view_is_called_by_what_the_study_knows() -> None:
    sex = GENDER.model_copy(update={"label": "Sexe"})
    assert VIEW.title_in(study(sex)) == "Sexe et âge"
    assert VIEW.title_in(study(without=("age_at_enrolment", "age_band"))) == "Genre"
    assert VIEW.title_in(study(without=("gender",))) == "Âge"
    assert figures(study(without=("gender",))) == [
        "Tranches d'âge par promotion",
        "Âge moyen par promotion",
    ]
    assert VIEW.missing(study(without=("gender", "age_band")))


def test_a_band_that_tells_no_years_is_quoted() -> None:
    seniors = BAND.model_copy(update={"categories": (Category(code="s", label="Seniors"),)})
    scene = Scene(Selection(), {FIGURE.parameter: "tranches"}, study(seniors))
    content = VIEW.tell(scene, {"bands": released("cohort age_band n\n2013-2014 s 3")})
    assert content.reading.endswith("relèvent de la catégorie « Seniors ».")
