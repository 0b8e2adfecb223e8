"""Is a selection described in a sentence that a French reader would write?"""

import pytest

from dashboard.domain.address import parse_address
from dashboard.domain.codebook import Category
from dashboard.domain.selection import Selection
from dashboard.text.selections import (
    chip_label,
    condition_in_words,
    population_in_words,
    selection_in_words,
)
from tests.support.vocabularies import VOCABULARY, another


def selected(search: str) -> Selection:
    address = parse_address(search, VOCABULARY, [])
    assert address.problems == ()
    return address.selection


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("", "Toutes les promotions, toutes les régions"),
        ("genre=F", "Femmes"),
        ("genre=F,H", "Femmes ou hommes"),
        ("promotion=2015-2016", "Promotion 2015-2016"),
        ("promotion=2013-2014,2015-2016", "Promotions 2013-2014 et 2015-2016"),
        ("region=pays-de-la-loire", "Pays de la Loire"),
        ("region=alsace,corse", "Alsace ou Corse"),
        ("age=moins-de-30-ans", "Bénéficiaires de moins de 30 ans"),
        ("age=moins-de-30-ans,30-39", "Bénéficiaires de moins de 40 ans"),
        (
            "genre=F&age=moins-de-30-ans&promotion=2015-2016&region=pays-de-la-loire",
            "Femmes de moins de 30 ans, promotion 2015-2016, Pays de la Loire",
        ),
        ("cadre=oui", "Bénéficiaires ayant cotisé en tant que cadres"),
        (
            "genre=H&chomage=deld&interim=oui",
            "Hommes avec mission d'intérim et demandeurs d'emploi de longue durée",
        ),
        ("situation.T1=en-emploi-salarie", "Bénéficiaires en emploi salarié à T1"),
        (
            "genre=F&situation.T1=en-recherche-d-emploi&promotion=2013-2014",
            "Femmes en recherche d'emploi à T1, promotion 2013-2014",
        ),
        ("csp.T0=employes", "Bénéficiaires de CSP « Employés » à T0"),
    ],
)
def test_a_selection_in_words(search: str, sentence: str) -> None:
    assert selection_in_words(selected(search), VOCABULARY) == sentence


@pytest.mark.parametrize(
    ("people", "ending"),
    [
        (0, " : aucun bénéficiaire"),
        (1, " : 1 bénéficiaire"),
        (12, " : 12 bénéficiaires"),
        (1044, " : 1\u202f044 bénéficiaires"),
    ],
)
def test_the_sentence_above_a_page_counts_its_people(people: int, ending: str) -> None:
    selection = selected("genre=F&promotion=2015-2016&region=pays-de-la-loire")
    sentence = population_in_words(selection, people, VOCABULARY)
    assert sentence == "Femmes, promotion 2015-2016, Pays de la Loire" + ending


def test_everybody_is_counted_in_words() -> None:
    sentence = population_in_words(Selection(), 1044, VOCABULARY)
    assert sentence == "Toutes les promotions, toutes les régions : 1\u202f044 bénéficiaires"


def test_categories_are_listed_in_the_order_of_the_codebook_not_of_their_codes() -> None:
    (condition,) = selected("cadre=inconnu,non,oui")
    assert condition_in_words(condition, VOCABULARY) == (
        "ayant cotisé en tant que cadres, n'ayant pas cotisé en tant que cadres "
        "ou au statut cadre inconnu"
    )


@pytest.mark.parametrize(
    ("search", "chip"),
    [
        ("genre=F", "Genre : Femmes"),
        ("genre=H,F", "Genre : Femmes, Hommes"),
        ("promotion=2015-2016", "Promotion : 2015-2016"),
        ("chomage=deld", "Durée de chômage : DELD (un an ou plus)"),
        ("situation.T1=en-etude", "Situation professionnelle à T1 : En étude"),
    ],
)
def test_a_chip_names_its_filter_and_what_it_keeps(search: str, chip: str) -> None:
    (condition,) = selected(search)
    assert chip_label(condition, VOCABULARY) == chip


GENDER = VOCABULARY.variable("gender")
UNKNOWN = Category(code="unknown", label="Inconnu", phrase="de genre inconnu", absence="unknown")
OTHER = Category(
    code="X",
    label="Non binaires",
    phrase="personnes non binaires",
    feminine="personnes non binaires",
)
MORE_GENDERS = another(
    GENDER.model_copy(update={"categories": (*GENDER.categories, OTHER), "absences": (UNKNOWN,)})
)
UNNAMED = another(
    GENDER.model_copy(
        update={
            "categories": (
                Category(code="F", label="Féminin"),
                Category(code="M", label="Masculin"),
            )
        }
    )
)


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("genre=non-binaires", "Personnes non binaires"),
        (
            "genre=F,non-binaires&chomage=deld",
            "Femmes ou personnes non binaires demandeuses d'emploi de longue durée",
        ),
        (
            "genre=H,non-binaires&chomage=deld",
            "Hommes ou personnes non binaires demandeurs d'emploi de longue durée",
        ),
        (
            "genre=inconnu&promotion=2015-2016",
            "Bénéficiaires de genre inconnu, promotion 2015-2016",
        ),
        ("genre=F,inconnu", "Bénéficiaires femmes ou de genre inconnu"),
        ("genre=inconnu&age=moins-de-30-ans", "Bénéficiaires de moins de 30 ans de genre inconnu"),
    ],
)
def test_more_genders_and_one_that_is_not_known(search: str, sentence: str) -> None:
    address = parse_address(search, MORE_GENDERS, [])
    assert address.problems == ()
    assert selection_in_words(address.selection, MORE_GENDERS) == sentence


def test_a_gender_without_a_phrase_is_a_trait_of_beneficiaries() -> None:
    address = parse_address("genre=feminin&chomage=deld", UNNAMED, [])
    assert selection_in_words(address.selection, UNNAMED) == (
        "Bénéficiaires dont la réponse « Genre » est « Féminin » et demandeurs d'emploi de longue durée"
    )


def test_a_study_without_gender_and_age_has_beneficiaries() -> None:
    without = another(without=("gender", "age_band"))
    address = parse_address("chomage=deld&promotion=2015-2016", without, [])
    assert selection_in_words(address.selection, without) == (
        "Bénéficiaires demandeurs d'emploi de longue durée, promotion 2015-2016"
    )
