"""How is a reader told which filters to take off so that a selection is answered?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.selections import chip_label
from dashboard.text.words import capital, counted, some_of

NOT_ANSWERED = "Cette sélection n'est pas diffusée, pour que personne ne puisse être reconnu."


def refusal_in_words(
    selection: Selection,
    several: Sequence[Condition],
    most: int,
    vocabulary: Vocabulary,
    side: str = "",
) -> str:
    """What of `selection` has to come off: the conditions of `several` categories, and all but `most` of those left.

    `side`: which selection it is, where there are two.
    """
    told = [_one_of(condition, vocabulary) for condition in several]
    conditions = selection.conditions
    if (more := len(conditions) - most) > 0:
        named = some_of([f"« {chip_label(each, vocabulary)} »" for each in conditions], most=6)
        told.append(
            f"elle a {counted(len(conditions), 'filtre')}, et {most} au plus sont permis : retirez-en "
            f"{more} parmi {named}."
        )
    return " ".join([NOT_ANSWERED, *(_of_side(side, text) for text in told)])


def _of_side(side: str, text: str) -> str:
    return capital(f"{side} : {text}" if side else text)


def _one_of(condition: Condition, vocabulary: Vocabulary) -> str:
    """`le filtre « Région » garde « Alsace » et « Bretagne » : gardez un seul choix, ou un regroupement (…).`"""
    key = condition.dimension
    groupings = [each.label for each in vocabulary.groupings(key)]
    instead = f", ou un regroupement ({', '.join(groupings)})" if groupings else ""
    labels = some_of([f"« {label} »" for label in vocabulary.labels(key, condition.codes)])
    return f"le filtre « {vocabulary.name_of(key)} » garde {labels} : gardez un seul choix{instead}, ou retirez-le."
