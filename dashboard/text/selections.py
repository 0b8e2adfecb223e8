"""How is a selection told in words?"""

from __future__ import annotations

from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import capital, counted, listed

EVERYBODY = "Toutes les promotions, toutes les régions"

_SUBJECT, _AGE = Dimension("gender"), Dimension("age_band")
_AFTER = ("cohort", "region", "current_region")


def selection_in_words(selection: Selection, vocabulary: Vocabulary) -> str:
    """`Femmes de moins de 30 ans, promotion 2015-2016, Pays de la Loire`."""
    if not selection:
        return EVERYBODY
    told = {c.dimension: condition_in_words(c, vocabulary) for c in selection}
    people = told.pop(_SUBJECT, "")
    age = told.pop(_AGE, "")
    subject = " ".join(word for word in (people or ("bénéficiaires" if age else ""), age) if word)
    traits = [words for key, words in told.items() if key.variable not in _AFTER]
    if traits and not subject:
        subject = "bénéficiaires"
    places = [words for key, words in told.items() if key.variable in _AFTER]
    head = " ".join([subject, listed(traits)]).strip() if subject else ""
    return capital(", ".join(part for part in (head, *places) if part))


def population_in_words(selection: Selection, people: int, vocabulary: Vocabulary) -> str:
    """The selection with its number of people: the sentence that always stands above the page."""
    return f"{selection_in_words(selection, vocabulary)} : {counted(people, 'bénéficiaire')}"


def condition_in_words(condition: Condition, vocabulary: Vocabulary) -> str:
    """One condition: `promotion 2015-2016`, `en emploi salarié à T1 ou en étude à T1`."""
    key = condition.dimension
    kept = [vocabulary.category(key, c) for c in vocabulary.codes(key) if c in condition.codes]
    if not kept:
        return "personne"
    variable = vocabulary.variable(key.variable)
    if key.variable == "cohort":
        years = listed([category.code for category in kept], "et")
        return f"{'promotion' if len(kept) == 1 else 'promotions'} {years}"
    words = listed([_phrase(category) for category in kept], "ou")
    if key.wave is None:
        return words
    return (
        f"{words} à {key.wave}"
        if variable.name == "status"
        else (
            f"{variable.parameter.upper() if variable.name == 'csp' else variable.label.lower()} "
            f"à {key.wave} : {words}"
        )
    )


def chip_label(condition: Condition, vocabulary: Vocabulary) -> str:
    """What the chip of one condition says: `Genre : Femmes`, `Situation professionnelle à T1 : En étude`."""
    key = condition.dimension
    labels = [
        vocabulary.category(key, c).label for c in vocabulary.codes(key) if c in condition.codes
    ]
    where = f" à {key.wave}" if key.wave else ""
    return f"{vocabulary.variable(key.variable).label}{where} : {', '.join(labels)}"


def _phrase(category: Category) -> str:
    return category.phrase or category.label
