"""Do durations and agency jobs stand alone where a study knows one of the two, and in its own words?"""

from dashboard.content.charts.bars import StackedBars
from dashboard.content.content import Content
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category, Word
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.beneficiaries.jobseekers import DETAIL, VIEW, ask
from tests.support.exhibits import plain
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY, another

DURATION, INTERIM = map(VOCABULARY.variable, ("long_term_jobseeker", "interim"))
UNSURE = Category(code="unsure", label="Ne sait plus")
THREE = INTERIM.model_copy(update={"categories": (*INTERIM.categories, UNSURE)})

PEOPLE = """
cohort    long_term_jobseeker interim n
2013-2014 no                  yes     4
2013-2014 no                  no      3
2013-2014 yes                 unsure  2
2013-2014 yes                 unknown 1
"""


def scene(vocabulary: Vocabulary, **switches: str) -> Scene:
    positions = {f"demandeurs-emploi.{name}": position for name, position in switches.items()}
    return Scene(Selection(), positions, vocabulary)


def told(vocabulary: Vocabulary, people: str = PEOPLE) -> Content:
    return VIEW.tell(scene(vocabulary), {"jobseekers": released(people)})


def colours(content: Content) -> dict[str, str]:
    assert isinstance(content.chart, StackedBars)
    return {series.name: series.colour for series in content.chart.series}


def test_one_of_the_two_stands_alone() -> None:
    vocabulary = another(without=("interim",))
    assert [choice.label for choice in DETAIL.offered(vocabulary)] == ["Durée de chômage"]
    assert VIEW.title_in(vocabulary) == "Durée de chômage"
    content = told(vocabulary, "cohort long_term_jobseeker n\n2013-2014 no 4\n2013-2014 yes 1")
    assert content.title == "Durée de chômage, selon la promotion"
    assert content.base == 5


def test_the_other_one_is_defined_where_it_stands_alone() -> None:
    vocabulary = another(without=("long_term_jobseeker",))
    (query,) = ask(scene(vocabulary)).values()
    assert [along.variable for along in query.by] == ["cohort", "interim"]
    content = told(vocabulary, "cohort interim n\n2013-2014 yes 4\n2013-2014 no 1")
    assert VIEW.title_in(vocabulary) == "Intérim"
    assert content.notes[-1].startswith("Mission d'intérim : au moins une mission")


def test_without_both_the_view_is_not_offered() -> None:
    assert VIEW.missing(another(without=("interim", "long_term_jobseeker")))


def test_the_first_job_has_the_full_colour_and_each_later_one_is_paler() -> None:
    drawn = colours(told(another(THREE)))
    full, no, unsure = (
        drawn[f"DE {job}"]
        for job in (
            "avec mission d'intérim",
            "sans mission d'intérim",
            "(mission d'intérim : ne sait plus)",
        )
    )
    assert full == DURATION.categories[0].colour
    assert full < no < unsure


def test_two_jobs_keep_the_colours_that_they_had() -> None:
    drawn = colours(told(VOCABULARY, PEOPLE.replace("unsure", "no")))
    assert drawn["DE avec mission d'intérim"] == "#f0a04b"
    assert drawn["DE sans mission d'intérim"] == "#f8d0a5"


def test_words_come_from_the_codebook() -> None:
    duration = DURATION.model_copy(
        update={
            "label": "Temps sans poste",
            "noun": Word(singular="temps sans poste", plural="temps sans poste"),
            "short": None,
        }
    )
    job = INTERIM.model_copy(
        update={
            "label": "Vacation",
            "noun": Word(singular="vacation", plural="vacations", feminine=True),
        }
    )
    vocabulary = another(duration, job)
    assert VIEW.title_in(vocabulary) == "Temps sans poste et vacation"
    content = VIEW.tell(
        scene(vocabulary, valeurs="parts"), {"jobseekers": released(PEOPLE.replace("unsure", "no"))}
    )
    assert content.title == "Temps sans poste et vacation, selon la promotion"
    assert content.population == (
        "bénéficiaires dont le temps sans poste et la vacation sont connus"
    )


def test_a_category_without_words_is_named_with_its_variable() -> None:
    bare = tuple(Category(code=c.code, label=c.label) for c in INTERIM.categories)
    vocabulary = another(INTERIM.model_copy(update={"categories": bare}))
    content = VIEW.tell(
        scene(vocabulary, detail="interim"),
        {"jobseekers": released("cohort interim n\n2013-2014 yes 8\n2013-2014 no 2")},
    )
    assert list(colours(content)) == ["Mission d'intérim : oui", "Mission d'intérim : non"]
    assert "80,0 % de bénéficiaires dont l'intérim est « Oui »" in plain(content.reading)
