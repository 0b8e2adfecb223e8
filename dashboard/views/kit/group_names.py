"""How is a group of people named where its variable does not stand beside it: « Oui » says nothing by itself?"""

from __future__ import annotations

from dashboard.domain.codebook import Category, Variable
from dashboard.text.phrases import phrase_of
from dashboard.text.words import capital, inside

ANSWERS = ("oui", "non")
"""Labels that answer a question, and name nobody."""


def group_name(category: Category, variable: Variable) -> str:
    """`En situation de handicap`, `Moins de 30 ans`; without a phrase, `Handicap : oui`."""
    if variable.kind == "band":
        return category.label
    if category.alone or category.phrase:
        return category.alone or capital(phrase_of([category], variable, None))
    return _with_variable(category.label, category, variable)


def short_group_name(category: Category, variable: Variable) -> str:
    """The same where room is short: `Femmes`, `Handicap : oui`."""
    return category.short or _with_variable(category.label, category, variable)


def _with_variable(label: str, category: Category, variable: Variable) -> str:
    """`label`, behind its variable where it says nothing by itself."""
    if category.role != "other" and label.casefold() not in ANSWERS:
        return label
    return f"{variable.label} : {inside(label)}"
