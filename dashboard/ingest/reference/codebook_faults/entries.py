"""Which categories, absences, groups and groupings has a codebook, each with its place?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.codebook import Category, Codebook, Variable
from dashboard.ingest.reference.places import Places

LISTS = ("categories", "absences", "groups", "groupings")


@dataclass(frozen=True)
class Entry:
    """One category of a variable, in the list called `listed`."""

    place: str
    variable: Variable
    listed: str
    category: Category


def each_entry(book: Codebook, places: Places) -> Iterator[Entry]:
    """Every category, absence, group and grouping, in the order of the file."""
    for variable in book.variables.values():
        yield from entries_of(variable, places)


def entries_of(variable: Variable, places: Places) -> Iterator[Entry]:
    """The categories of one variable, then its absences, groups and groupings."""
    for listed in LISTS:
        for category in getattr(variable, listed):
            place = places.category(variable.name, listed, category.code)
            yield Entry(place, variable, listed, category)


def is_legible(text: str) -> bool:
    """Whether any letter of `text` can be seen."""
    return any(c.isprintable() and not c.isspace() for c in text)
