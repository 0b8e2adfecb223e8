"""Which colour has a category to which the codebook gives none?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, cycle

from dashboard.domain.codebook import Absence, Category, Codebook, Variable

PALETTE = (
    "#2f6fae",
    "#c2590c",
    "#21877b",
    "#8a5aa8",
    "#7a8a2b",
    "#c4609a",
    "#b8860b",
    "#4f7fd0",
    "#3a8f3f",
    "#d0504f",
    "#2a8fa8",
    "#9a6fc9",
    "#a8574a",
    "#6a7f94",
)
"""Hues that differ from their neighbours, each three to one against white paper and against the dark page."""

GREYS: Mapping[Absence, str] = {
    "no_information": "#b4bbc4",
    "unknown": "#c3c9d1",
    "not_employed": "#d5dae0",
    "not_applicable": "#e3e6ea",
    "non_respondent": "#8d969f",
    "not_yet_surveyed": "#ffffff",
    "out_of_scope": "#e3e6ea",
}
"""What is not known is never drawn in the colour of an answer."""


def coloured(book: Codebook) -> Codebook:
    """`book` in which each category has a colour, others than those that its variable already uses while there are any.

    Regions are left out: a map fills them by its measure.
    """
    regions = {layer.variable for layer in book.layers}
    changed = {
        name: _coloured(variable)
        for name, variable in book.variables.items()
        if name not in regions and any(map(_is_plain, _all(variable)))
    }
    return book.model_copy(update={"variables": {**book.variables, **changed}})


def _all(variable: Variable) -> Iterable[Category]:
    return chain(variable.categories, variable.absences, variable.groups)


def _is_plain(category: Category) -> bool:
    return "colour" not in category.model_fields_set


def _coloured(variable: Variable) -> Variable:
    lists = {
        "categories": _in_palette(variable.categories),
        "groups": _in_palette(variable.groups),
        "absences": tuple(
            _in(c, GREYS[c.absence]) if _is_plain(c) and c.absence else c for c in variable.absences
        ),
    }
    return variable.model_copy(update=lists)


def _in_palette(categories: Collection[Category]) -> tuple[Category, ...]:
    used = {c.colour.lower() for c in categories if not _is_plain(c)}
    colours = cycle([colour for colour in PALETTE if colour not in used] or PALETTE)
    return tuple(_in(c, next(colours)) if _is_plain(c) else c for c in categories)


def _in(category: Category, colour: str) -> Category:
    return category.model_copy(update={"colour": colour})
