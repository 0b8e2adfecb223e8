"""In which words are entry diplomas and the levels aimed at described, and what does their comparison need?"""

from __future__ import annotations

from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import unmet, variable
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, Noun, agreed, variable_noun
from dashboard.text.variables import known, variable_of
from dashboard.views.training.aims import aiming, degree_pathway

ENTRY, AIM, STEP = (
    Dimension("entry_diploma"),
    Dimension("main_target_level"),
    Dimension("level_step"),
)


KNOWS_DIPLOMAS = (variable("entry_diploma"),)
COMPARABLE = (variable("entry_diploma", "target_level", "main_target_level", "level_step"),)
"""What the comparison of diplomas with the levels aimed at needs."""


def title(vocabulary: Vocabulary) -> str:
    """What heads the view: the comparison, or the diplomas where there is nothing to compare them with."""
    shown = ENTRY if unmet(COMPARABLE, vocabulary) else STEP
    return variable_of(shown, vocabulary).title


def who(vocabulary: Vocabulary) -> str:
    """Those who are compared."""
    degree = degree_pathway(vocabulary)
    of_one = f" {degree.of_one}" if degree else ""
    return f"bénéficiaires{of_one} {known(*_both(vocabulary))}"


def nobody(vocabulary: Vocabulary) -> str:
    """That there is nobody to compare."""
    degree = degree_pathway(vocabulary)
    unknown = known(*_both(vocabulary), mood=("soit", "soient"))
    if degree is None or degree.noun is None:
        return f"Aucun bénéficiaire de cette sélection {unknown}."
    return f"Aucun bénéficiaire de cette sélection {degree.follows_none} {unknown}."


def entry_sentence(of_cohort: Share, entry: Category) -> str:
    """`12 bénéficiaires sur 40 (30,0 %) ont à l'entrée un diplôme de niveau II`."""
    people = PEOPLE.of_base(of_cohort)
    if entry.genitive:
        return f"{people} {agreed(of_cohort, 'a', 'ont')} à l'entrée un diplôme {entry.genitive}"
    belong = agreed(of_cohort, "relève", "relèvent")
    return f"{people} {belong} à l'entrée de la catégorie « {entry.label} »"


def step_sentence(of_cohort: Share, step: Category) -> str:
    """`12 bénéficiaires sur 40 (30,0 %) visent le même niveau que leur diplôme d'entrée`."""
    return f"{PEOPLE.of_base(of_cohort)} {aiming(of_cohort, step)}"


def who_came_with(entry: Category) -> str:
    """`bénéficiaires de niveau II à l'entrée`."""
    return f"bénéficiaires {entry.genitive or f'de la catégorie « {entry.label} »'} à l'entrée"


def _both(vocabulary: Vocabulary) -> list[Noun]:
    return [variable_noun(variable_of(along, vocabulary)) for along in (AIM, ENTRY)]
