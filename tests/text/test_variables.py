"""Is a variable named as its study names it, with or without words of its own?"""

import pytest

from dashboard.domain.codebook import Variable, Word
from dashboard.domain.dimension import Dimension
from dashboard.text.nouns import Noun, variable_noun
from dashboard.text.variables import (
    category_noun,
    known,
    known_of_nobody,
    long_name,
    several_of,
    short_name,
    variable_of,
)
from tests.support.vocabularies import VOCABULARY, another

BARE = Variable(
    name="handicap", label="Handicap", kind="category", table="beneficiaries", definition=""
)
NAMED = BARE.model_copy(
    update={
        "noun": Word(singular="filière suivie", plural="filières suivies", feminine=True),
        "short": Word(singular="filière", feminine=True),
    }
)
LEVEL, DIPLOMA = Noun("niveau", "niveaux"), Noun("diplôme", "diplômes")
DURATION = Noun("durée", "durées", feminine=True)
REGION = Noun("région", "régions", feminine=True)


def test_a_variable_with_words_has_a_long_and_a_short_name() -> None:
    assert (long_name(NAMED), short_name(NAMED)) == ("filière suivie", "filière")
    assert several_of(NAMED) == "filières suivies"
    assert category_noun(NAMED).of_several == "de filières"


def test_a_variable_without_words_is_called_by_its_label() -> None:
    assert long_name(BARE) == short_name(BARE) == several_of(BARE) == "handicap"
    assert category_noun(BARE).definite == "la catégorie"


def test_a_variable_that_the_study_lacks_has_a_name_all_the_same() -> None:
    executive = variable_of(Dimension("executive"), another(without=("executive",)))
    assert executive.label == "Statut d'encadrant"
    assert short_name(executive) == "statut d'encadrant"
    assert variable_of(Dimension("gender"), VOCABULARY).label == "Genre"


@pytest.mark.parametrize(
    ("nouns", "expected"),
    [
        ((LEVEL,), "dont le niveau est connu"),
        ((DURATION,), "dont la durée est connue"),
        ((LEVEL, DIPLOMA), "dont le niveau et le diplôme sont connus"),
        ((DURATION, LEVEL), "dont la durée et le niveau sont connus"),
        ((DURATION, REGION), "dont la durée et la région sont connues"),
    ],
)
def test_what_is_known_agrees_with_its_nouns(nouns: tuple[Noun, ...], expected: str) -> None:
    assert known(*nouns) == expected


def test_what_would_have_to_be_known_stands_in_the_subjunctive() -> None:
    assert known(DURATION, mood=("soit", "soient")) == "dont la durée soit connue"


def test_what_is_known_of_nobody() -> None:
    assert known_of_nobody(DURATION) == (
        "La durée n'est connue d'aucun bénéficiaire de cette sélection."
    )
    assert known_of_nobody(variable_noun(BARE)).startswith("La réponse « Handicap » n'est connue")
