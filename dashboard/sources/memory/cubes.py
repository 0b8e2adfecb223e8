"""How are millions of rows counted once for every selection along the same variables?

A cube crosses the variables that a query counts along with those that its selection is about. Whatever categories are
selected later, their counts are sums over a part of it, which takes a millisecond where the rows take hundreds.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.sources.memory.columns import Columns

MOST_CELLS = 2_000_000
"""A cube that would be larger is not made: its rows are counted for the one selection."""

KEPT_CELLS = 16_000_000
"""How many cells of cubes are kept in all, those asked for last, at eight bytes a cell."""

BLOCK = 1 << 16
"""How many rows are taken at once: what is computed of them stays in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Cube:
    """Rows counted along `keys`, one axis each; `weights`: what respondents weigh, who alone are counted then."""

    keys: tuple[Dimension, ...]
    counts: NDArray[np.int64]
    weights: NDArray[np.float64] | None


class Cubes:
    """The cubes of one set of columns, each made when it is first asked for; several threads may ask at once."""

    def __init__(self, columns: Columns, vocabulary: Vocabulary) -> None:
        self._columns = columns
        self._vocabulary = vocabulary
        self._kept: OrderedDict[tuple[Counted, bool, frozenset[Dimension]], Cube] = OrderedDict()
        self._lock = Lock()

    def counts(self, query: Query) -> tuple[NDArray[np.int64], NDArray[np.float64] | None] | None:
        """What `query` counts, and weighs where it is weighted, an axis a dimension; None where its cube is too large.

        Raises KeyError where what is counted has no such dimension.
        """
        keys = tuple(sorted({*query.by, *(condition.dimension for condition in query.selection)}))
        if len(set(query.by)) < len(query.by) or math.prod(map(self._width, keys)) > MOST_CELLS:
            return None
        cube = self._cube(query, keys)
        kept = [self._kept_along(query, key) for key in cube.keys]
        weights = None if cube.weights is None else _part(cube.weights, cube, query, kept)
        return _part(cube.counts, cube, query, kept), weights

    def _width(self, key: Dimension) -> int:
        return len(self._vocabulary.codes(key))

    def _kept_along(self, query: Query, key: Dimension) -> NDArray[np.bool_] | None:
        """Which codes of `key` the selection keeps; None where it says nothing of it."""
        condition = query.selection.condition(key)
        if condition is None:
            return None
        return np.array([code in condition.codes for code in self._vocabulary.codes(key)])

    def _cube(self, query: Query, keys: tuple[Dimension, ...]) -> Cube:
        name = (query.counted, query.weighted, frozenset(keys))
        with self._lock:
            cube = self._kept.get(name)
            if cube is not None:
                self._kept.move_to_end(name)
                return cube
        cube = self._made(query, keys)
        with self._lock:
            self._kept[name] = cube
            while len(self._kept) > 1 and self._cells() > KEPT_CELLS:
                self._kept.popitem(last=False)
        return cube

    def _cells(self) -> int:
        return sum(
            cube.counts.size * (1 if cube.weights is None else 2) for cube in self._kept.values()
        )

    def _made(self, query: Query, keys: tuple[Dimension, ...]) -> Cube:
        shape = tuple(map(self._width, keys))
        cells, rows = math.prod(shape), self._columns.size[query.counted]
        weights = self._columns.weights_of(query.counted) if query.weighted else None
        counts = np.zeros(cells, dtype=np.int64)
        weighed = None if weights is None else np.zeros(cells)
        # A large cube is added to less often: each addition goes through all of its cells.
        step = max(BLOCK, 4 * cells)
        for start in range(0, rows, step):
            block = slice(start, min(start + step, rows))
            cell = np.zeros(block.stop - start, dtype=np.int64)
            for key, width in zip(keys, shape, strict=True):
                cell *= width
                cell += self._columns.block(query.counted, key, block)
            if weights is None or weighed is None:
                counts += np.bincount(cell, minlength=cells)
                continue
            weight = weights[block]
            counts += np.bincount(cell[weight > 0], minlength=cells)
            weighed += np.bincount(cell, weight, minlength=cells)
        return Cube(
            keys, counts.reshape(shape), None if weighed is None else weighed.reshape(shape)
        )


def _part(
    numbers: NDArray[Any], cube: Cube, query: Query, kept: list[NDArray[np.bool_] | None]
) -> NDArray[Any]:
    """The numbers of the selection, summed over all but the dimensions that are counted along."""
    for axis, codes in enumerate(kept):
        if codes is None:
            continue
        if cube.keys[axis] in query.by:
            along = [1] * numbers.ndim
            along[axis] = len(codes)
            numbers = numbers * codes.reshape(along)
        else:
            numbers = np.compress(codes, numbers, axis=axis)
    dropped = tuple(axis for axis, key in enumerate(cube.keys) if key not in query.by)
    left = [key for key in cube.keys if key in query.by]
    total = np.asarray(numbers.sum(axis=dropped))
    return np.transpose(total, [left.index(key) for key in query.by])
