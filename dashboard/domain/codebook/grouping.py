"""Which categories of a variable may be chosen together, under one name?"""

from __future__ import annotations

from dashboard.domain.codebook.category import Category


class Grouping(Category):
    """Several categories that a study publishes as one choice of a filter: `Grand Ouest`, `Moins de 40 ans`.

    `gathers` are their codes, two at the least; they may belong to other groupings as well. Of the fields of a category
    it has its words, and its name in an address.
    """

    gathers: tuple[str, ...] = ()


def grouping_of(group: Category, codes: tuple[str, ...]) -> Grouping:
    """A group of categories as a choice of a filter that gathers `codes`."""
    return Grouping(**group.model_dump(exclude={"parameter_value"}), gathers=codes)
