"""Do articles, participles, numbers and verbs agree with the noun?"""

import pytest

from dashboard.domain.statistics.rates import Share
from dashboard.text.nouns import PEOPLE, UNITS, Noun, agreed
from dashboard.text.numbers import NARROW

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


def test_a_part_is_written_with_its_base_and_its_share() -> None:
    assert UNITS.of_base(Share(12, 40)) == f"12 UE sur 40 (30,0{NARROW}%)"


@pytest.mark.parametrize(("people", "verb"), [(0, "est"), (1, "est"), (2, "sont")])
def test_a_verb_is_in_the_plural_from_two_on(people: int, verb: str) -> None:
    assert agreed(Share(people, 40), "est", "sont") == verb
