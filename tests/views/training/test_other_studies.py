"""Is what a study knows of its trainings told in its own words, and what it does not know left out?"""

from collections.abc import Collection

import pytest

from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category, Word
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.registry import view_named
from dashboard.views.training.diplomas.view import VIEW as DIPLOMAS
from dashboard.views.training.levels import VIEW as LEVELS
from dashboard.views.training.modality import VIEW as MODALITIES
from dashboard.views.training.units.view import VIEW as UNITS
from tests.studies.studies import study
from tests.support.exhibits import composed, opened, plain
from tests.support.retold import retold
from tests.support.vocabularies import VOCABULARY, another
from tests.views.training.told import NO_PATHWAY, STREAM, positions, told

LEVEL, MODALITY = map(VOCABULARY.variable, ("target_level", "modality"))


def asked(view: View, vocabulary: Vocabulary) -> dict[str, Query]:
    return dict(view.ask(Scene(Selection(), {}, vocabulary)))


@pytest.mark.parametrize(
    ("view", "without", "title"),
    [
        ("niveaux", ("target_level", "main_pathway"), "Parcours des personnes et niveaux visés"),
        ("equipes", ("teaching_team",), "Équipes enseignantes"),
        ("modalites", ("modality",), "Modalité de formation"),
        ("diplomes", ("entry_diploma",), "Diplôme à l'entrée"),
    ],
)
def test_a_view_is_not_offered_without_its_variables_and_has_a_title_all_the_same(
    view: str, without: Collection[str], title: str
) -> None:
    assert view_named(view).missing(another(without=without))
    assert not view_named(view).missing(VOCABULARY)
    assert view_named(view).title_in(another(without=without)) == title


def test_units_are_called_as_the_study_calls_what_it_funds() -> None:
    book = opened().vocabulary.codebook
    funded = Word(singular="module", plural="modules")
    modules = retold(opened(), study=book.study.model_copy(update={"funded": funded}))
    content = composed("unites", "promotion=2013-2014", modules).content
    assert UNITS.title_in(modules.vocabulary) == "Modules par bénéficiaire"
    assert content.title == "Modules financés par bénéficiaire, la première année"
    assert plain(content.reading).endswith("la moyenne de la promotion est de 1,7 module.")
    assert "Distribution du nombre de modules par bénéficiaire" in content.alternative
    notes = composed("modalites", "", modules).content.notes
    assert notes[-1].startswith("Parts de modules sans intervalle de confiance")
    assert plain(notes[-1]).endswith(
        "les compte tous, et les modules d'un même bénéficiaire ne sont pas indépendants."
    )


def test_all_years_are_not_offered_where_there_is_one() -> None:
    one = Vocabulary(VOCABULARY.codebook, ("2012-2013",), ("2012-2013",), ("T1",), {}, {})
    assert positions(UNITS, one) == ["Première année"]
    assert positions(UNITS, VOCABULARY) == ["Première année", "Toutes les années"]


def test_without_pathways_every_unit_may_aim_at_a_level() -> None:
    vocabulary = another(without=NO_PATHWAY)
    (query,) = asked(LEVELS, vocabulary).values()
    assert not query.selection
    content = told(
        LEVELS,
        vocabulary,
        units="cohort target_level n\n2013-2014 II 3\n2013-2014 III 1\n2013-2014 unknown 2",
    )
    assert (content.title, content.base) == ("Niveau visé, par promotion", 4)
    assert content.population == "UE financées dont le niveau visé est connu"
    assert "diplômant" not in f"{content.reading} {content.alternative} {content.nothing}"
    assert positions(LEVELS, vocabulary) == ["Niveaux visés"]
    assert LEVELS.title_in(vocabulary) == "Niveaux visés"


def test_without_levels_pathways_stand_alone() -> None:
    vocabulary = another(without=("target_level",))
    assert positions(LEVELS, vocabulary) == ["Parcours suivis"]
    assert LEVELS.title_in(vocabulary) == "Parcours"


def test_the_pathway_that_leads_to_a_diploma_is_found_by_its_role() -> None:
    vocabulary = another(STREAM)
    queries = asked(LEVELS, vocabulary)
    assert queries["units"].selection.condition(queries["pathways"].by[1]) is not None
    units = "cohort target_level n\n2013-2014 II 3"
    content = told(LEVELS, vocabulary, units=units, pathways="cohort pathway n\n2013-2014 long 3")
    assert content.title == "Niveau visé de la catégorie « Certifiante », par promotion"
    assert content.population == (
        "UE financées de la catégorie « Certifiante » dont le niveau est connu"
    )


def test_a_feminine_pathway_agrees() -> None:
    course = Word(singular="formation certifiante", plural="formations certifiantes", feminine=True)
    first, second = STREAM.categories
    named = first.model_copy(update={"noun": course})
    vocabulary = another(STREAM.model_copy(update={"categories": (named, second)}))
    tables = {"units": "cohort target_level n", "pathways": "cohort pathway n"}
    content = told(LEVELS, vocabulary, **tables)
    assert content.title == "Niveau visé par les formations certifiantes, par promotion"
    assert content.population.startswith("UE financées dans une formation certifiante dont")
    assert content.nothing.endswith("n'est connue pour relever d'une formation certifiante.")
    steps = told(DIPLOMAS, vocabulary, steps="cohort level_step n")
    assert steps.nothing.startswith(
        "Aucun bénéficiaire de cette sélection ne suit une formation certifiante dont"
    )


def test_a_level_without_words_is_quoted() -> None:
    bare = LEVEL.model_copy(update={"categories": (Category(code="l", label="Licence", rank=1),)})
    content = told(
        LEVELS, another(bare, without=NO_PATHWAY), units="cohort target_level n\n2013-2014 l 3"
    )
    assert content.reading.endswith("relèvent de la catégorie « Licence ».")


def test_modalities_say_that_pathways_are_mixed_only_where_there_are_any() -> None:
    units = "cohort modality n\n2013-2014 hybrid 3"
    alone = told(MODALITIES, another(without=NO_PATHWAY), units=units)
    assert alone.population == "UE financées, toutes années"
    streams = told(MODALITIES, another(STREAM), units=units)
    assert streams.population == "UE financées, toutes années, quelle que soit la filière"


def test_an_unknown_modality_is_in_no_share() -> None:
    unknown = Category(code="unknown", label="Rythme inconnu", absence="unknown")
    rhythm = MODALITY.model_copy(
        update={"noun": Word(singular="rythme", plural="rythmes"), "absences": (unknown,)}
    )
    vocabulary = another(rhythm, without=NO_PATHWAY)
    units = "cohort modality n\n2013-2014 hybrid 3\n2013-2014 unknown 2"
    content = told(MODALITIES, vocabulary, units=units)
    assert content.base == 3
    assert content.population == "UE financées dont le rythme est connu, toutes années"
    assert content.reading.endswith("sont suivies dans le rythme « Hybride ».")
    nothing = told(MODALITIES, vocabulary, units="cohort modality n\n2013-2014 unknown 2").nothing
    assert nothing == "Le rythme d'aucune UE financée n'est connu dans cette sélection."


def test_diplomas_stand_alone_where_no_level_is_aimed_at() -> None:
    vocabulary = another(without=("target_level", "main_target_level", "level_step"))
    assert positions(DIPLOMAS, vocabulary) == ["Diplôme d'entrée seul"]
    assert DIPLOMAS.title_in(vocabulary) == "Diplôme à l'entrée"
    assert list(asked(DIPLOMAS, vocabulary)) == ["entries"]


def test_diplomas_and_levels_without_words_are_quoted() -> None:
    crossing = composed("diplomes", "diplomes.montrer=croisement", study("cinq_vagues")).content
    assert crossing.base
    assert plain(crossing.reading).startswith("Parmi les bénéficiaires de la catégorie « Niveau")
    assert "relèvent de la catégorie « Niveau" in plain(crossing.reading)
    entries = composed("diplomes", "diplomes.montrer=entree", study("cinq_vagues")).content
    assert "relèvent à l'entrée de la catégorie « Niveau" in plain(entries.reading)
