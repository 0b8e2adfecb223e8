"""Which combinations of categories do rows have, and how much is there of each?

The work and the memory follow the rows, however many combinations there could be: categories are numbered together,
column after column, and the numbers that nobody has are left out as soon as there are more of them than rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int32]
"""One row a combination, one column a variable: positions of categories."""

Whole = NDArray[np.int64]
Column = NDArray[np.integer[Any]]

FEW = 1 << 16
"""So many numbers may be given, most of them to nobody, however few rows there are."""

EXACT = 2**53
"""Up to this sum floating-point numbers add whole numbers without an error."""

HALF = 26
"""Bits of the lower part of larger ones."""


class Numbered:
    """Rows numbered by their combination of categories, in the order of combinations: equal ones have one number."""

    def __init__(self, columns: Sequence[Column], widths: Sequence[int], rows: int) -> None:
        """`columns` hold positions, below their `widths`, of so many `rows`."""
        self.of_row: Whole = np.zeros(rows, dtype=np.int64)
        self.numbers = 1
        self._room = max(FEW, 2 * rows)
        self._made: list[int | Whole] = []
        for column, width in zip(columns, widths, strict=True):
            if self.numbers * width > self._room:
                self._leave_out()
            self.of_row *= width
            self.of_row += column
            self.numbers *= width
            self._made.append(width)
        if self.numbers > self._room:
            self._leave_out()

    def positions(self, numbers: Whole) -> Positions:
        """The combinations that have these numbers."""
        columns = []
        for made in reversed(self._made):
            if isinstance(made, int):
                numbers, place = np.divmod(numbers, made)
                columns.append(place)
            else:
                numbers = made[numbers]
        found = np.empty((len(numbers), len(columns)), dtype=np.int32)
        for axis, place in enumerate(reversed(columns)):
            found[:, axis] = place
        return found

    def _leave_out(self) -> None:
        """Numbers the rows without gaps."""
        if self.numbers > self._room:
            kept, self.of_row = np.unique(self.of_row, return_inverse=True)
        else:
            has = np.zeros(self.numbers, dtype=bool)
            has[self.of_row] = True
            kept = np.flatnonzero(has)
            rank = np.zeros(self.numbers, dtype=np.int64)
            rank[kept] = np.arange(len(kept))
            self.of_row = rank[self.of_row]
        self._made.append(kept)
        self.numbers = len(kept)


def added(groups: Column, numbers: Whole, of: int) -> Whole:
    """The sums of `numbers`, whole and not negative, in each of so many groups, from 0; exact, whatever their order."""
    if int(numbers.sum()) < EXACT:
        sums: Whole = np.bincount(groups, numbers, minlength=of).astype(np.int64)
        return sums
    upper = added(groups, numbers >> HALF, of)
    return (upper << HALF) + added(groups, numbers & ((1 << HALF) - 1), of)


def every_place(widths: Iterable[int]) -> Positions:
    """All combinations of places along columns of these widths, ascending, one row each."""
    shape = tuple(widths)
    # The only combination of no column is one without a place.
    return np.indices(shape, dtype=np.int32).reshape(len(shape), prod(shape)).T


def combined(
    columns: Sequence[Column], widths: Sequence[int], people: Whole, *others: Whole
) -> tuple[Positions, list[Whole]]:
    """The distinct combinations of rows, ascending, and what stands for each in `people`, then in each of `others`.

    `people` is one or more in every row.
    """
    numbered = Numbered(columns, widths, len(people))
    sums = [added(numbered.of_row, numbers, numbered.numbers) for numbers in (people, *others)]
    occupied = np.flatnonzero(sums[0])
    return numbered.positions(occupied), [numbers[occupied] for numbers in sums]
