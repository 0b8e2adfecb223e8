"""Do articles, participles, numbers and verbs agree with the noun?"""

from dataclasses import replace

import pytest

from dashboard.domain.statistics.rates import Share
from dashboard.text.nouns import (
    PEOPLE,
    Noun,
    agreed,
    as_in_the_report,
    funded,
    report,
    unlike_the_report,
    variable_noun,
)
from dashboard.text.numbers import NARROW
from tests.support.vocabularies import VOCABULARY

UNITS = funded(VOCABULARY)
MODULE = Noun("module", "modules")
CATEGORY = Noun("catégorie", "catégories", feminine=True)
SECTOR = Noun("secteur", "secteurs")


@pytest.mark.parametrize(
    ("noun", "written"),
    [
        (CATEGORY, "la catégorie"),
        (SECTOR, "le secteur"),
        (Noun("activité", "activités", feminine=True), "l'activité"),
        (Noun("emploi", "emplois"), "l'emploi"),
        (Noun("heure", "heures", feminine=True), "l'heure"),
        (Noun("handicap", "handicaps"), "le handicap"),
        (Noun("œuvre", "œuvres", feminine=True), "l'œuvre"),
    ],
)
def test_the_article_has_the_gender_of_its_noun_and_is_elided(noun: Noun, written: str) -> None:
    assert noun.definite == written


@pytest.mark.parametrize(
    ("noun", "adjective", "written"),
    [
        (CATEGORY, "connu", "connue"),
        (SECTOR, "connu", "connu"),
        (CATEGORY, "autre", "autre"),
    ],
)
def test_an_adjective_agrees_with_its_noun(noun: Noun, adjective: str, written: str) -> None:
    assert noun.agreeing(adjective) == written


@pytest.mark.parametrize(
    ("noun", "number", "written"),
    [
        (UNITS, 0, "aucune UE"),
        (UNITS, 12, "12 UE"),
        (PEOPLE, 0, "aucun bénéficiaire"),
        (PEOPLE, 1, "1 bénéficiaire"),
        (PEOPLE, 1044, f"1{NARROW}044 bénéficiaires"),
    ],
)
def test_a_number_is_followed_by_its_noun(noun: Noun, number: int, written: str) -> None:
    assert noun.counted(number) == written


@pytest.mark.parametrize(
    ("noun", "written"),
    [
        (MODULE, "du module"),
        (CATEGORY, "de la catégorie"),
        (Noun("emploi", "emplois"), "de l'emploi"),
        (Noun("handicap", "handicaps"), "du handicap"),
    ],
)
def test_de_contracts_with_the_article(noun: Noun, written: str) -> None:
    assert noun.of_definite == written


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (UNITS, ("UE financées", "UE financée", "toutes les UE", "aucune UE", "d'UE")),
        (
            MODULE,
            (
                "modules financés",
                "module financé",
                "tous les modules",
                "aucun module",
                "de modules",
            ),
        ),
    ],
)
def test_every_form_has_the_gender_of_what_is_funded(noun: Noun, words: tuple[str, ...]) -> None:
    forms = (noun.several("financé"), noun.one("financé"), noun.every, noun.none, noun.of_several)
    assert forms == words


def test_what_is_published_has_the_gender_of_its_word() -> None:
    published = report(VOCABULARY)
    assert published is not None
    assert published.of_definite == "du bilan"


def test_a_report_is_only_said_to_count_alike_where_the_study_says_so() -> None:
    assert as_in_the_report(VOCABULARY) == ", comme dans le bilan"
    assert unlike_the_report(VOCABULARY) == ", à la différence du bilan"
    book = VOCABULARY.codebook
    study = book.study.model_copy(update={"counted_as_in_the_report": False})
    otherwise = replace(VOCABULARY, codebook=book.model_copy(update={"study": study}))
    assert as_in_the_report(otherwise) == unlike_the_report(otherwise) == ""


def test_a_variable_without_a_word_is_named_by_its_label() -> None:
    with_word = VOCABULARY.variable("sector")
    without = with_word.model_copy(update={"noun": None})
    assert variable_noun(with_word).definite == "le secteur"
    assert variable_noun(without).definite == "la réponse « Secteur d'activité »"


def test_a_part_is_written_with_its_base_and_its_share() -> None:
    assert UNITS.of_base(Share(12, 40)) == f"12 UE sur 40 (30,0{NARROW}%)"


@pytest.mark.parametrize(("people", "verb"), [(0, "est"), (1, "est"), (2, "sont")])
def test_a_verb_is_in_the_plural_from_two_on(people: int, verb: str) -> None:
    assert agreed(Share(people, 40), "est", "sont") == verb
