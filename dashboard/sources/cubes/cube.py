"""What do rows that were counted once answer, whatever categories are selected along the same variables?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.combinations import Numbered, Positions, Whole
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition
from dashboard.domain.vocabulary import Vocabulary
from dashboard.sources.engine import Crossings

MOST_ARRANGED = 8
"""Along so many lists of dimensions one cube is kept in order: each takes as much room as a column or two."""


@dataclass(frozen=True, eq=False)
class _Along:
    """The rows of a cube put in order along some of its keys: the same combination stands together.

    `order` is None where they stand so already; `starts` says where each of the combinations, `positions`, begins.
    """

    order: NDArray[np.int32] | None
    starts: Whole
    positions: Positions


class Cube:
    """The distinct combinations along `keys`, with counts; with weights where respondents alone are counted.

    Where the engine was asked for what rounding needs, it is summed as well, for whoever asks for it.
    """

    def __init__(
        self, keys: tuple[Dimension, ...], crossings: Crossings, vocabulary: Vocabulary
    ) -> None:
        """`crossings` is what an engine finds along `keys`, of everybody."""
        self.keys = keys
        self._vocabulary = vocabulary
        self._widths = [len(vocabulary.codes(key)) for key in keys]
        self._columns = [
            column.astype(np.min_scalar_type(max(width - 1, 0)))
            for column, width in zip(crossings.positions.T, self._widths, strict=True)
        ]
        self._counts = crossings.counts
        self._weights = crossings.weights
        self._key_sums = crossings.keys
        self._heads = crossings.heads
        self._along: dict[tuple[Dimension, ...], _Along] = {}

    @property
    def combinations(self) -> int:
        """How many there are."""
        return len(self._counts)

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        numbers = (self._counts, self._weights, self._key_sums, self._heads)
        held: list[NDArray[Any] | None] = [*self._columns, *numbers]
        for along in tuple(self._along.values()):
            held += [along.order, along.starts, along.positions]
        return sum(array.nbytes for array in held if array is not None)

    def crossings(self, query: Query) -> Crossings:
        """What the engine would find for `query`, all of whose dimensions are among the keys."""
        along = self._arranged(query.by)
        kept: NDArray[np.bool_] | None = None
        for condition in query.selection:
            meeting = self._meeting(condition)
            kept = meeting if kept is None else kept & meeting
        counts = _sums(self._counts, kept, along)
        occupied = np.flatnonzero(counts)

        def summed(numbers: Whole | None) -> Whole | None:
            return None if numbers is None else _sums(numbers, kept, along)[occupied]

        return Crossings(
            along.positions[occupied],
            counts[occupied],
            summed(self._weights),
            summed(self._key_sums) if query.keyed else None,
            summed(self._heads) if query.keyed else None,
        )

    def _meeting(self, condition: Condition) -> NDArray[np.bool_]:
        """Which combinations a condition keeps."""
        codes = self._vocabulary.codes(condition.dimension)
        allowed = np.array([code in condition.codes for code in codes], dtype=bool)
        meeting: NDArray[np.bool_] = allowed[self._columns[self.keys.index(condition.dimension)]]
        return meeting

    def _arranged(self, by: tuple[Dimension, ...]) -> _Along:
        along = self._along.get(by)
        if along is None:
            along = self._in_order(by)
            if len(self._along) < MOST_ARRANGED:
                self._along[by] = along
        return along

    def _in_order(self, by: tuple[Dimension, ...]) -> _Along:
        axes = [self.keys.index(key) for key in by]
        widths = [self._widths[axis] for axis in axes]
        numbered = Numbered([self._columns[axis] for axis in axes], widths, self.combinations)
        number, order = numbered.of_row, None
        # What an engine finds is ascending along the keys, and so along the first of them.
        if by != self.keys[: len(by)]:
            order = np.argsort(number, kind="stable").astype(np.int32)
            number = number[order]
        new = np.ones(len(number), dtype=bool)
        new[1:] = number[1:] != number[:-1]
        starts = np.flatnonzero(new)
        return _Along(order, starts, numbered.positions(number[starts]))


def _sums(numbers: Whole, kept: NDArray[np.bool_] | None, along: _Along) -> Whole:
    """The sums of the numbers that are kept, for each combination."""
    if not len(along.starts):
        return numbers
    if kept is not None:
        numbers = numbers * kept
    if along.order is not None:
        numbers = numbers[along.order]
    return np.add.reduceat(numbers, along.starts)
