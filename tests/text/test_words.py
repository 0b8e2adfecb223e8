"""Do French nouns, lists and elisions agree with what they stand beside?"""

import pytest

from dashboard.text.words import capital, counted, inside, listed, of, some_of


@pytest.mark.parametrize(
    ("number", "noun", "written"),
    [
        (0, ("bénéficiaire",), "aucun bénéficiaire"),
        (1, ("bénéficiaire",), "1 bénéficiaire"),
        (2, ("bénéficiaire",), "2 bénéficiaires"),
        (1044, ("bénéficiaire",), "1\u202f044 bénéficiaires"),
        (0, ("personne", "", True), "aucune personne"),
        (1, ("UE financée", "UE financées", True), "1 UE financée"),
        (36, ("UE financée", "UE financées", True), "36 UE financées"),
        (3, ("UE", "UE", True), "3 UE"),
    ],
)
def test_a_noun_agrees_with_its_number(
    number: int, noun: tuple[str] | tuple[str, str, bool], written: str
) -> None:
    assert counted(number, *noun) == written


@pytest.mark.parametrize(
    ("words", "last", "written"),
    [
        ([], "et", ""),
        (["a"], "et", "a"),
        (["a", "b"], "et", "a et b"),
        (["a", "b", "c"], "ou", "a, b ou c"),
    ],
)
def test_a_list_ends_with_a_conjunction(words: list[str], last: str, written: str) -> None:
    assert listed(words, last) == written


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("Alsace", "d'Alsace"),
        ("Île-de-France", "d'Île-de-France"),
        ("études", "d'études"),
        ("Bretagne", "de Bretagne"),
        ("heures", "d'heures"),
        ("handicaps", "de handicaps"),
        ("œuvres", "d'œuvres"),
        ("", "de "),
    ],
)
def test_de_is_elided_before_a_vowel(word: str, written: str) -> None:
    assert of(word) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("femmes de moins de 30 ans", "Femmes de moins de 30 ans"),
        ("en Île-de-France", "En Île-de-France"),
        ("étude", "Étude"),
        ("12 bénéficiaires", "12 bénéficiaires"),
        ("", ""),
    ],
)
def test_a_sentence_starts_with_a_capital(text: str, written: str) -> None:
    assert capital(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Part de femmes", "part de femmes"),
        ("En emploi à T1", "en emploi à T1"),
        ("UE financées", "UE financées"),
        ("CSP", "CSP"),
        ("T1", "T1"),
        ("N'ayant pas cotisé", "n'ayant pas cotisé"),
        ("À la carte", "à la carte"),
    ],
)
def test_inside_a_sentence_only_acronyms_keep_their_capital(text: str, written: str) -> None:
    assert inside(text) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b", "c", "d"], "a, b, c et d"),
        (["a", "b", "c", "d", "e"], "a, b, c et 2 autres"),
    ],
)
def test_many_words_are_cut_to_the_first_three(words: list[str], written: str) -> None:
    assert some_of(words) == written
