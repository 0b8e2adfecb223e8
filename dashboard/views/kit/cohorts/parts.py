"""Into which parts is each cohort divided?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.content.data_table import Key
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import capital


@dataclass(frozen=True)
class Part:
    """Those of a cohort who are in one category, or in one category along each of several dimensions.

    `along` heads its column of a table, `category` tells how it is named and drawn; `conditions` hold the code along
    each dimension that its members have. For example long-term jobseekers who had an agency job: two conditions, and a
    category of the view's own.
    """

    along: Dimension | str
    category: Category
    conditions: tuple[tuple[Dimension, str], ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.category.label

    @property
    def absent(self) -> bool:
        """Whether it holds those of whom the category is not known, or has no sense; no share is taken of them."""
        return self.category.absence is not None

    @property
    def key(self) -> Key:
        """Its key in a row."""
        return Key(self.along, self.category.code, self.category.label)


def _as_it_is(category: Category) -> Category:
    return category


def parts_along(
    vocabulary: Vocabulary,
    along: Dimension,
    named: Callable[[Category], Category] = _as_it_is,
) -> tuple[Part, ...]:
    """A part for each category of `along`, absences last; `named` may give a category another name."""
    return tuple(
        Part(along, named(category), ((along, category.code),))
        for category in vocabulary.categories(along)
    )


def in_full(category: Category) -> Category:
    """`category` without its short name: its legend has room for the whole one."""
    return category.model_copy(update={"short": ""})


def standing_alone(category: Category) -> Category:
    """`category` as it is named where its variable is not beside it: `Avec une formation` for `Oui`.

    It keeps its label where it has no phrase, or one that says nothing without its variable: `sans {about}`.
    """
    phrase = category.phrase if "{" not in category.phrase else ""
    label = category.alone or capital(phrase) or category.label
    return category.model_copy(update={"label": label, "short": ""})
