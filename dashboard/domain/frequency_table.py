"""How many people stand in each crossing of categories, before anything of it is released?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension

_Number = TypeVar("_Number", np.int64, np.float64)
Where = Mapping[str, str | Collection[str]]
"""By the written name of a dimension, the code or codes that are kept along it."""


@dataclass(frozen=True, eq=False)
class FrequencyTable:
    """Raw counts, one axis a dimension, in the order of `codes`. Unsafe to show: only a released table may read it.

    `weights` gives what the people of each crossing weigh together, where the query asked for them; then `counts` holds
    respondents alone, since nobody else weighs anything.
    """

    dimensions: tuple[Dimension, ...]
    codes: tuple[tuple[str, ...], ...]
    counts: NDArray[np.int64]
    weights: NDArray[np.float64] | None = None

    def axis(self, name: str) -> int:
        """The position of the dimension written `name`; raises KeyError where the table lacks it."""
        return self._axes[name]

    def people(self, where: Where) -> int:
        """How many have, along each dimension written in `where`, one of the codes given."""
        return int(self._count_margins.sum_of(self._wanted(where)))

    def weight(self, where: Where) -> float:
        """What those people weigh together: each counts for one where there are no weights."""
        if self._weight_margins is None:
            return self.people(where)
        return float(self._weight_margins.sum_of(self._wanted(where)))

    def margin(self, names: Sequence[str]) -> FrequencyTable:
        """The table summed over every dimension but `names`, in the order of `names`."""
        axes = [self.axis(name) for name in names]
        return FrequencyTable(
            tuple(self.dimensions[axis] for axis in axes),
            tuple(self.codes[axis] for axis in axes),
            _margin(self.counts, axes),
            None if self.weights is None else _margin(self.weights, axes),
        )

    def collapsed(self, name: str, groups: Mapping[str, Collection[str]]) -> FrequencyTable:
        """The table with the codes along the dimension written `name` put together into `groups`, in their order.

        Raises ValueError where a code is in no group or in two: nobody may be lost or counted twice.
        """
        axis = self.axis(name)
        members = [code for codes in groups.values() for code in codes]
        if sorted(members) != sorted(self.codes[axis]):
            raise ValueError(f"{name}: the groups do not hold each code once")
        parts = [self._indexes(axis, codes) for codes in groups.values()]
        return FrequencyTable(
            self.dimensions,
            (*self.codes[:axis], tuple(groups), *self.codes[axis + 1 :]),
            _collapsed(self.counts, axis, parts),
            None if self.weights is None else _collapsed(self.weights, axis, parts),
        )

    def _indexes(self, axis: int, wanted: str | Collection[str]) -> list[int]:
        position = self._positions[axis]
        codes = (wanted,) if isinstance(wanted, str) else dict.fromkeys(wanted)
        return [position[code] for code in codes if code in position]

    def _wanted(self, where: Where) -> list[tuple[int, list[int]]]:
        """The axes that `where` is about, ascending, each with the indexes that it keeps."""
        axes = sorted((self.axis(name), codes) for name, codes in where.items())
        return [(axis, self._indexes(axis, codes)) for axis, codes in axes]

    @cached_property
    def _count_margins(self) -> _Margins[np.int64]:
        return _Margins(self.counts)

    @cached_property
    def _weight_margins(self) -> _Margins[np.float64] | None:
        return None if self.weights is None else _Margins(self.weights)

    @cached_property
    def _positions(self) -> list[dict[str, int]]:
        return [{code: i for i, code in enumerate(codes)} for codes in self.codes]

    @cached_property
    def _axes(self) -> dict[str, int]:
        return {str(dimension): i for i, dimension in enumerate(self.dimensions)}


class _Margins(Generic[_Number]):
    """An array and its margins, which are kept: a page asks for most cells of few of them."""

    def __init__(self, numbers: NDArray[_Number]) -> None:
        self._numbers: NDArray[_Number] = numbers
        self._over: dict[tuple[int, ...], NDArray[_Number]] = {}

    def sum_of(self, wanted: Sequence[tuple[int, list[int]]]) -> int | float:
        """The sum over the indexes given along some axes, ascending, and over all of the others."""
        axes = tuple(axis for axis, _ in wanted)
        if axes not in self._over:
            self._over[axes] = _margin(self._numbers, axes)
        indexes = [index for _, index in wanted]
        if all(len(index) == 1 for index in indexes):
            cell: int | float = self._over[axes].item(*(index[0] for index in indexes))
            return cell
        total: int | float = self._over[axes][np.ix_(*indexes)].sum().item()
        return total


def _margin(numbers: NDArray[_Number], axes: Sequence[int]) -> NDArray[_Number]:
    """`numbers` summed over every axis but `axes`, which come in that order."""
    dropped = tuple(axis for axis in range(numbers.ndim) if axis not in axes)
    kept = sorted(axes)
    summed = numbers.sum(axis=dropped) if dropped else numbers
    return np.transpose(summed, [kept.index(axis) for axis in axes])


def _collapsed(
    numbers: NDArray[_Number], axis: int, parts: Sequence[Sequence[int]]
) -> NDArray[_Number]:
    """`numbers` with the indexes along `axis` summed part by part."""
    return np.stack([numbers.take(part, axis=axis).sum(axis=axis) for part in parts], axis=axis)
