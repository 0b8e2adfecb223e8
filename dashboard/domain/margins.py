"""What stands for the crossings of a table, summed over some of its dimensions?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.combinations import Positions, Whole, added

MOST_CELLS = 1 << 16
"""A margin of so many crossings is laid out whole when it is first asked: a page asks for most cells of few of them."""

Wanted = Sequence[tuple[int, list[int]]]
"""Axes, ascending, each with the positions that are kept along it."""

Along = tuple[tuple[int, tuple[int, ...] | None], ...]
"""Axes, ascending, each with the positions that are put together along it; None for each position by itself."""


class Margins:
    """What stands for each crossing, and its margins: those of few crossings are laid out whole, and kept."""

    def __init__(self, positions: Positions, shape: tuple[int, ...], numbers: Whole) -> None:
        self._positions = positions
        self._shape = shape
        self._numbers = numbers
        self._over: dict[tuple[int, ...], Whole | None] = {}

    def sum_of(self, wanted: Wanted) -> int:
        """The sum over the positions given along some axes, ascending, and over all of the others."""
        # Thousands of times a page: lists, which take half the time of generators.
        margin = self._margin(tuple([axis for axis, _ in wanted]))
        if margin is None:
            return int(self._numbers[self._among(wanted)].sum())
        place_of_one = [index[0] for _, index in wanted if len(index) == 1]
        if len(place_of_one) == len(wanted):
            cell: int = margin.item(*place_of_one)
            return cell
        # Three times as fast as `numpy.ix_`, and a page of flows asks hundreds of times.
        for place, (_, index) in enumerate(wanted):
            margin = margin.take(index, axis=place)
        return int(margin.sum())

    def laid_out(self, along: Along) -> Whole:
        """The sums over all other axes: as long along each of these as it has positions, or 1 where they are together.

        There should be at most `MOST_CELLS` of them.
        """
        margin = self._margin(tuple(axis for axis, _ in along))
        if margin is None:
            return self._few_of_many(along)
        for place, (_, together) in enumerate(along):
            if together is not None:
                margin = margin.take(together, axis=place).sum(axis=place, keepdims=True)
        return margin

    def _few_of_many(self, along: Along) -> Whole:
        """The same of a margin that has too many crossings to be laid out whole."""
        among = self._among([(axis, [*kept]) for axis, kept in along if kept is not None])
        cells = self._cells(
            tuple(axis for axis, kept in along if kept is None),
            self._positions[among],
            self._numbers[among],
        )
        return cells.reshape([self._shape[axis] if kept is None else 1 for axis, kept in along])

    def _margin(self, axes: tuple[int, ...]) -> Whole | None:
        """The margin over `axes`, one axis each; None where it has too many crossings."""
        if axes not in self._over:
            few = math.prod(self._shape[axis] for axis in axes) <= MOST_CELLS
            laid = self._cells(axes, self._positions, self._numbers) if few else None
            self._over[axes] = laid
        return self._over[axes]

    def _cells(self, axes: tuple[int, ...], positions: Positions, numbers: Whole) -> Whole:
        shape = tuple(self._shape[axis] for axis in axes)
        cell = np.zeros(len(numbers), dtype=np.int64)
        for axis, width in zip(axes, shape, strict=True):
            cell *= width
            cell += positions[:, axis]
        return added(cell, numbers, math.prod(shape)).reshape(shape)

    def _among(self, wanted: Wanted) -> NDArray[np.bool_]:
        """Which crossings are among the positions that are kept."""
        among = np.ones(len(self._numbers), dtype=bool)
        for axis, index in wanted:
            kept = np.zeros(self._shape[axis], dtype=bool)
            kept[index] = True
            among &= kept[self._positions[:, axis]]
        return among
