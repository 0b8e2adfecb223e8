"""How is it said that a number, or a share, may not be told?"""

import pytest

from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.numbers import ABSENT, interval, percent, points, share, share_in_words
from dashboard.text.selections import population_in_words
from dashboard.text.words import counted, number_in_words, or_too_few, part_of_base
from tests.support.exhibits import opened

HIDDEN = Suppressed()


@pytest.mark.parametrize(
    ("number", "of_people", "alone"),
    [
        (0, "aucun bénéficiaire", "0"),
        (Rounded(0), "moins de 5 bénéficiaires", "moins de 5"),
        (Rounded(15), "15 bénéficiaires", "15"),
        (HIDDEN, "un nombre non diffusé de bénéficiaires", "un nombre non diffusé"),
    ],
)
def test_a_number_in_a_sentence(number: Count, of_people: str, alone: str) -> None:
    assert (counted(number, "bénéficiaire"), number_in_words(number)) == (of_people, alone)


@pytest.mark.parametrize(
    ("part", "label", "sentence"),
    [
        (Share(0, 0), ABSENT, ABSENT),
        (Share(5, 20), "25,0\u202f%", "25,0\u202f%"),
        (Share(4, 9), "s", "part non diffusée"),
        (Share(Rounded(10), Rounded(15)), "s", "part non diffusée"),
        (Share(Rounded(10), Rounded(20)), "50,0\u202f%", "50,0\u202f%"),
        (Share(HIDDEN, Rounded(40)), "s", "part non diffusée"),
    ],
)
def test_a_hidden_share_is_not_that_of_nobody(part: Share, label: str, sentence: str) -> None:
    assert (share(part), share_in_words(part)) == (label, sentence)
    assert (interval(part) == "s") is part.hidden


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Share(Rounded(10), Rounded(15)), "10 sur 15 (part non diffusée)"),
        (Share(HIDDEN, Rounded(40)), "effectif non diffusé sur 40"),
        (Share(HIDDEN, HIDDEN), "effectif non diffusé"),
    ],
)
def test_a_part_of_its_base(part: Share, said: str) -> None:
    assert part_of_base(part) == said


def test_a_weight_that_may_not_be_told_has_no_unit() -> None:
    assert (percent(float("nan")), points(float("nan"))) == ("s", "s")


def test_fewer_than_five_are_several() -> None:
    few = Share(Rounded(0), Rounded(20))
    assert agreed(few, "est", "sont") == "sont"
    assert PEOPLE.of_base(few) == "moins de 5 bénéficiaires sur 20 (0,0\u202f%)"


@pytest.mark.parametrize(
    ("people", "end"),
    [
        (Rounded(1045), "1\u202f045 bénéficiaires"),
        (Rounded(0), "aucun bénéficiaire, ou trop peu pour que ce soit diffusé"),
        (HIDDEN, "moins de 30 bénéficiaires (effectif non diffusé)"),
    ],
)
def test_the_headline_of_a_selection(people: Count, end: str) -> None:
    told = population_in_words(Selection(), people, opened().vocabulary)
    assert told == f"Toutes les promotions, toutes les régions : {end}"


@pytest.mark.parametrize(
    ("exact", "said"),
    [
        ("Aucun répondant ici.", "Aucun répondant ici, ou trop peu pour que ce soit diffusé."),
        (
            "L'âge n'est connu d'aucun bénéficiaire.",
            "L'âge n'est connu d'aucun bénéficiaire, ou de trop peu pour que ce soit diffusé.",
        ),
        ("La promotion 2016-2017 n'a pas été interrogée.", ""),
        ("La promotion 2012-2013 est la première : aucune ne la précède.", ""),
        ("Aucune promotion connue dans cette sélection.", ""),
    ],
)
def test_only_a_sentence_that_says_nobody_says_that_there_may_be_few(exact: str, said: str) -> None:
    assert or_too_few(exact) == (said or exact)
