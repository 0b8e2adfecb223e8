"""How many combinations may a cube have, by what those that were made have told?"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.vocabulary import Vocabulary

Keys = frozenset[Dimension]
Name = tuple[Counted, bool, bool, Keys]


def name_of(shape: Query) -> Name:
    """What tells a cube from others, by what an engine is asked for it."""
    return shape.counted, shape.weighted, shape.keyed, frozenset(shape.by)


_NONE: tuple[Keys, int] = (frozenset(), 1)


class Known:
    """How many combinations were found along which variables, those of cubes that are no longer kept included."""

    def __init__(self, vocabulary: Vocabulary, widths: Mapping[Dimension, int]) -> None:
        """`widths` says of some dimensions how many of their codes anybody has."""
        self._vocabulary = vocabulary
        self._widths = widths
        self._found: dict[tuple[Counted, bool], dict[Keys, int]] = {}

    def learn(self, shape: Query, combinations: int) -> None:
        """That an engine has found so many for `shape`."""
        self._found.setdefault((shape.counted, shape.weighted), {})[frozenset(shape.by)] = (
            combinations
        )

    def exactly(self, shape: Query) -> bool:
        """Whether an engine has found them before."""
        return frozenset(shape.by) in self._found.get((shape.counted, shape.weighted), {})

    def most(self, shape: Query) -> int:
        """At most how many it would find for `shape`: what two parts of its variables have, times each other."""
        found = tuple(self._found.get((shape.counted, shape.weighted), {}).items())
        keys = frozenset(shape.by)
        parts = [(part, number) for part, number in found if part <= keys]
        return min(number * self._alone(keys - part, found) for part, number in [_NONE, *parts])

    def _alone(self, keys: Keys, found: tuple[tuple[Keys, int], ...]) -> int:
        """Fewer than the product of their codes, and than of more variables."""
        possible = math.prod(
            self._widths.get(key) or len(self._vocabulary.codes(key)) for key in keys
        )
        return min((possible, *(number for wider, number in found if keys <= wider)))
