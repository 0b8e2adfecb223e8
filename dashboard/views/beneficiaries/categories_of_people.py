"""How is a category named, and said of people, where its variable does not stand beside it?"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.domain.codebook import Category, Variable
from dashboard.text.phrases import phrase_of
from dashboard.text.words import inside
from dashboard.views.kit.cohorts.parts import in_full, standing_alone


def with_words(variable: Variable) -> Callable[[Category], Category]:
    """Each category in full, with words for its people: `dont la réponse « Handicap » est « Oui »` without a phrase."""
    return lambda category: in_full(category).model_copy(
        update={"phrase": phrase_of([category], variable, None)}
    )


def alone(variable: Variable) -> Callable[[Category], Category]:
    """Each category by a name that tells its variable: `En situation de handicap`, or `Handicap : oui`."""

    def named(category: Category) -> Category:
        spoken = with_words(variable)(category)
        if category.alone or category.phrase:
            return standing_alone(spoken)
        label = f"{variable.label} : {inside(category.label)}"
        return spoken.model_copy(update={"label": label})

    return named
