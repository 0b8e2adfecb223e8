"""How many people stand in each crossing of categories?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension

Counts = NDArray[np.int64] | NDArray[np.float64]
"""Whole numbers; sums of weights where the query asked for them."""


@dataclass(frozen=True, eq=False)
class FrequencyTable:
    """Raw counts, one axis a dimension, in the order of `codes`. Unsafe to show: only the gate may read it."""

    dimensions: tuple[Dimension, ...]
    codes: tuple[tuple[str, ...], ...]
    counts: Counts


@dataclass(frozen=True, eq=False)
class ReleasedTable:
    """Counts that the disclosure gate let through, one axis a dimension, in the order of `codes`."""

    dimensions: tuple[Dimension, ...]
    codes: tuple[tuple[str, ...], ...]
    counts: Counts
    policy: str

    def axis(self, name: str) -> int:
        """The position of the dimension written `name`; raises KeyError where the table lacks it."""
        return self._axes[name]

    def total(self) -> int:
        """Everybody in the table."""
        return self._whole(self.counts.sum())

    @property
    def weighted(self) -> bool:
        """Whether the table holds sums of weights, which only `weight` gives."""
        return self.counts.dtype.kind == "f"

    def count(self, where: Mapping[str, str | Collection[str]]) -> int:
        """How many have, along each dimension written in `where`, one of the codes given."""
        return self._whole(self._sum(where))

    def weight(self, where: Mapping[str, str | Collection[str]]) -> float:
        """How much those weigh together whom `count` would count."""
        return float(self._sum(where))

    def _sum(self, where: Mapping[str, str | Collection[str]]) -> float | np.int64 | np.float64:
        wanted = sorted((self.axis(name), codes) for name, codes in where.items())
        over = self._summed(tuple(axis for axis, _ in wanted))
        indexes = [self._indexes(axis, codes) for axis, codes in wanted]
        if all(len(index) == 1 for index in indexes):
            cell: float = over.item(*(index[0] for index in indexes))
            return cell
        total: np.int64 | np.float64 = over[np.ix_(*indexes)].sum()
        return total

    def _indexes(self, axis: int, wanted: str | Collection[str]) -> list[int]:
        position = self._positions[axis]
        codes = (wanted,) if isinstance(wanted, str) else dict.fromkeys(wanted)
        return [position[code] for code in codes if code in position]

    def _summed(self, axes: tuple[int, ...]) -> Counts:
        """The counts over `axes` alone, in their order: a page asks for most cells of few margins."""
        if axes not in self._margins:
            rest = tuple(i for i in range(self.counts.ndim) if i not in axes)
            self._margins[axes] = self.counts.sum(axis=rest)
        return self._margins[axes]

    @cached_property
    def _margins(self) -> dict[tuple[int, ...], Counts]:
        return {}

    @cached_property
    def _positions(self) -> list[dict[str, int]]:
        return [{code: i for i, code in enumerate(codes)} for codes in self.codes]

    @cached_property
    def _axes(self) -> dict[str, int]:
        return {str(found): i for i, found in enumerate(self.dimensions)}

    def _whole(self, number: float | np.int64 | np.float64) -> int:
        """`number` as people are counted; raises TypeError for weights, which a cut to an integer would falsify."""
        if self.weighted:
            raise TypeError("a table of weights has no whole counts: ask for its weight")
        return int(number)

    def margin(self, *names: str) -> ReleasedTable:
        """The table summed over every dimension but `names`, in the order of `names`."""
        axes = [self.axis(name) for name in names]
        dropped = tuple(i for i in range(self.counts.ndim) if i not in axes)
        kept = [i for i in range(self.counts.ndim) if i in axes]
        summed = self.counts.sum(axis=dropped) if dropped else self.counts
        counts = np.transpose(summed, [kept.index(axis) for axis in axes])
        return ReleasedTable(
            tuple(self.dimensions[a] for a in axes),
            tuple(self.codes[a] for a in axes),
            counts,
            self.policy,
        )

    def cells(self) -> Iterator[tuple[tuple[str, ...], int]]:
        """Each crossing with its count, zeros included, in order."""
        for index in np.ndindex(self.counts.shape):
            yield (
                tuple(self.codes[a][i] for a, i in enumerate(index)),
                self._whole(self.counts.item(index)),
            )

    def by_code(self, name: str) -> dict[str, int]:
        """The count of each code along one dimension, zeros included, in order."""
        one = self.margin(name)
        return dict(zip(one.codes[0], (self._whole(n) for n in one.counts), strict=True))
