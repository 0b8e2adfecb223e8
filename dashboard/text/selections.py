"""In which words is a selection written?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.codebook import Category
from dashboard.domain.counts import LEAST_DETAILED, Rounded, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.remembered import remembered
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, noun_of
from dashboard.text.phrases import phrase_of
from dashboard.text.words import OR_TOO_FEW, capital, counted, inside, listed

_SUBJECT, _AGE = Dimension("gender"), Dimension("age_band")


def everybody(vocabulary: Vocabulary) -> str:
    """The selection of all, in words; regions are named where there are any."""
    if not vocabulary.layers:
        return "Toutes les promotions"
    word = vocabulary.variable(vocabulary.layers[0].variable).noun
    regions = Noun("région", "régions", feminine=True) if word is None else noun_of(word)
    return f"Toutes les promotions, {regions.every}"


def selection_in_words(selection: Selection, vocabulary: Vocabulary) -> str:
    """`Femmes de moins de 30 ans, promotion 2015-2016, Pays de la Loire`."""
    return capital(selection_inside(vocabulary, selection))


@remembered(64)
def selection_inside(vocabulary: Vocabulary, selection: Selection) -> str:
    """The same within a sentence: `femmes de moins de 30 ans, promotion 2015-2016`, but `Pays de la Loire`.

    Genders that have a phrase name the people; one without, and an absence, is a trait of theirs like any other:
    `Bénéficiaires de genre inconnu`.
    """
    if not selection:
        return inside(everybody(vocabulary))
    women = _only_women(selection, vocabulary)
    phrases = {c.dimension: condition_in_words(c, vocabulary, women=women) for c in selection}
    people = phrases.pop(_SUBJECT, "") if _names_people(selection, vocabulary) else ""
    age = phrases.pop(_AGE, "")
    last = {"cohort", *_places(vocabulary)}
    traits = [words for key, words in phrases.items() if key.variable not in last]
    places = [words for key, words in phrases.items() if key.variable in last]
    subject = people or ("bénéficiaires" if age or traits else "")
    head = " ".join(word for word in (subject, _all_of(age, traits)) if word)
    # After a choice, a comma would let the places be one more of what is chosen.
    apart = " ; " if " ; " in head or any(" ou " in words for words in traits) else ", "
    return apart.join(part for part in (head, ", ".join(places)) if part)


def _all_of(age: str, traits: Sequence[str]) -> str:
    """All that holds of the same people; parted by semicolons where one leaves a choice, or it would reach too far."""
    every = [words for words in (age, *traits) if words]
    if len(every) > 1 and any(" ou " in words for words in every):
        return " ; ".join(every)
    return " ".join(words for words in (age, listed(traits)) if words)


def population_in_words(selection: Selection, people: int, vocabulary: Vocabulary) -> str:
    """The selection with its number of people: the sentence that always stands above the page."""
    return f"{selection_in_words(selection, vocabulary)} : {_people_in_words(people)}"


def _people_in_words(people: int) -> str:
    """`1 044 bénéficiaires`; `moins de 30 bénéficiaires (effectif non diffusé)` of a part of fewer than those."""
    if isinstance(people, Suppressed):
        return f"moins de {LEAST_DETAILED} bénéficiaires (effectif non diffusé)"
    if people == 0 and isinstance(people, Rounded):
        return f"aucun bénéficiaire, {OR_TOO_FEW}"
    return counted(people, "bénéficiaire")


def condition_in_words(condition: Condition, vocabulary: Vocabulary, *, women: bool = False) -> str:
    """One condition: `promotion 2015-2016`, `en emploi salarié ou en étude à T1`; agreeing with `women` where given."""
    key = condition.dimension
    grouping = vocabulary.grouping_of(key, condition.codes)
    each = [vocabulary.category(key, c) for c in vocabulary.codes(key) if c in condition.codes]
    kept: list[Category] = [grouping] if grouping else each
    if not kept:
        return "personne"
    variable = vocabulary.variable(key.variable)
    if key.variable == "cohort":
        years = listed([category.code for category in kept], "et")
        return f"{'promotion' if len(kept) == 1 else 'promotions'} {years}"
    alone = key.variable in _places(vocabulary)
    return phrase_of(kept, variable, key.wave, women=women, alone=alone)


def _places(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(layer.variable for layer in vocabulary.layers)


def _names_people(selection: Selection, vocabulary: Vocabulary) -> bool:
    kept = [vocabulary.category(_SUBJECT, code) for code in selection.codes(_SUBJECT)]
    return all(category.phrase and category.absence is None for category in kept)


def _only_women(selection: Selection, vocabulary: Vocabulary) -> bool:
    """Whether what is said of the people agrees with women: each gender that is kept has a feminine phrase."""
    kept = selection.codes(_SUBJECT)
    return bool(kept) and all(vocabulary.category(_SUBJECT, code).feminine for code in kept)


def chip_label(condition: Condition, vocabulary: Vocabulary) -> str:
    """What the chip of one condition says: `Genre : Femmes`, `Situation professionnelle à T1 : En étude`."""
    key = condition.dimension
    return f"{vocabulary.name_of(key)} : {', '.join(vocabulary.labels(key, condition.codes))}"
