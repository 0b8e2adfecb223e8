"""Does a message about an address name the parameter, and what a reader could ask for instead, in few words?"""

import pytest

from dashboard.domain.address import parse_address
from dashboard.domain.address.problems import FEW, LONGEST, few
from tests.support.vocabularies import VOCABULARY

OF_GENDER = "Valeurs possibles pour « Genre » : Femmes, Hommes."
OF_THE_OTHER = "Valeurs possibles pour « Genre (sélection B) » : Femmes, Hommes."


@pytest.mark.parametrize(
    ("search", "told"),
    [
        (
            "?genre=X",
            f"La valeur « X » du paramètre « genre » n'existe pas. {OF_GENDER}",
        ),
        (
            "?b.genre=X",
            f"La valeur « X » du paramètre « b.genre » n'existe pas. {OF_THE_OTHER}",
        ),
        (
            "?genre=X,F,Y",
            f"Les valeurs « X », « Y » du paramètre « genre » n'existent pas. {OF_GENDER}",
        ),
        (
            "?region=bretange",
            "La valeur « bretange » du paramètre « region » n'existe pas. Vouliez-vous dire « Bretagne » ?",
        ),
        ("?Genre=F", "Le paramètre « Genre » n'existe pas. Vouliez-vous dire « genre » ?"),
        ("?couleur=bleu", "Le paramètre « couleur » n'existe pas."),
    ],
)
def test_a_fault_is_told_in_the_words_of_the_page(search: str, told: str) -> None:
    assert parse_address(search, VOCABULARY, []).problems == (told,)


def test_of_many_choices_only_a_few_are_named() -> None:
    (problem,) = parse_address("?region=nulle-part", VOCABULARY, []).problems
    listed = problem.partition("Valeurs possibles pour « Région » : ")[2]
    assert listed.count(",") == FEW - 1
    assert "autres" in listed


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ("a", "a"),
        ("abcde", "a, b, c, d, e"),
        ("abcdef", "a, b, c, d, e, f"),
        ("abcdefg", "a, b, c, d, e et 2 autres"),
    ],
)
def test_choices_are_counted_beyond_a_few(choices: str, told: str) -> None:
    assert few(list(choices)) == told


def test_what_is_long_is_not_repeated_as_a_whole() -> None:
    (problem,) = parse_address(f"?genre={'x' * 5000}", VOCABULARY, []).problems
    assert "x" * LONGEST + "…" in problem
    assert len(problem) < 4 * LONGEST
