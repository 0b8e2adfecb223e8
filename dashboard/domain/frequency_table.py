"""How many people stand in each crossing of categories, before anything of it is released?"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.combinations import Column, Positions, Whole, added, combined
from dashboard.domain.dimension import Dimension
from dashboard.domain.keys import PARTS
from dashboard.domain.margins import Along, Margins, Wanted
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT

Where = Mapping[str, str | Collection[str]]
"""By the written name of a dimension, the code or codes that are kept along it."""


@dataclass(frozen=True, eq=False)
class FrequencyTable:
    """Raw counts of the crossings that somebody stands in. Unsafe to show: only a released table may read it.

    `positions` has one row a crossing, distinct and ascending, and one column a dimension: positions in its `codes`.
    `counts` is one or more everywhere: who is not there is nobody, and takes no room, however many crossings there are.
    `weights` gives what the people of each crossing weigh together, in billionths, where the query asked for them; then
    `counts` holds respondents alone, since nobody else weighs anything. `keys` and `heads` are what rounding needs,
    where the query asked for it: the sum of the random keys of the people, and the sum of the parts of people that what
    is counted stands for (`dashboard.domain.keys`); of people themselves there are no `heads`. `made` is what rules
    keep of what they have found in it: tables of several questions may have the same parent.
    """

    dimensions: tuple[Dimension, ...]
    codes: tuple[tuple[str, ...], ...]
    positions: Positions
    counts: Whole
    weights: Whole | None = None
    keys: Whole | None = None
    heads: Whole | None = None
    made: dict[Hashable, NDArray[Any]] = field(default_factory=dict, init=False, repr=False)

    def axis(self, name: str) -> int:
        """The position of the dimension written `name`; raises KeyError where the table lacks it."""
        return self._axes[name]

    def people(self, where: Where) -> int:
        """How many have, along each dimension written in `where`, one of the codes given."""
        return self._count_margins.sum_of(self.wanted(where))

    def weight(self, where: Where) -> float:
        """What those people weigh together: each counts for one where there are no weights."""
        if self._weight_margins is None:
            return self.people(where)
        return self._weight_margins.sum_of(self.wanted(where)) / UNITS_OF_WEIGHT

    def people_over(self, along: Along) -> Whole:
        """How many have each of the codes along some dimensions, or those that are put together, as an array."""
        return self._count_margins.laid_out(along)

    def weights_over(self, along: Along) -> Whole:
        """What those people weigh together, in billionths; raises ValueError for a table without weights."""
        return _there(self._weight_margins, "weights").laid_out(along)

    def keys_over(self, along: Along) -> Whole:
        """The sums of the random keys of those people; raises ValueError for a table without keys."""
        return _there(self._key_margins, "keys").laid_out(along)

    def heads_over(self, along: Along) -> Whole:
        """How many people stand behind those that are counted, at the least: all of them where people are counted."""
        if self._head_margins is None:
            return self.people_over(along)
        # A part of a person is a whole one too: there are no fewer than that.
        return -(-self._head_margins.laid_out(along) // PARTS)

    def people_along(self, name: str) -> list[int]:
        """How many have each code along the dimension written `name`, in their order, zeros included."""
        axis = self.axis(name)
        people: list[int] = added(
            self.positions[:, axis], self.counts, len(self.codes[axis])
        ).tolist()
        return people

    def occupied(self) -> Iterator[tuple[tuple[str, ...], int]]:
        """Each crossing that somebody stands in, in order, and how many do."""
        for place, people in zip(self.positions.tolist(), self.counts.tolist(), strict=True):
            yield tuple(codes[at] for codes, at in zip(self.codes, place, strict=True)), people

    def margin(self, names: Sequence[str]) -> FrequencyTable:
        """The table summed over every dimension but `names`, in the order of `names`."""
        axes = [self.axis(name) for name in names]
        return self._summed(
            tuple(self.dimensions[axis] for axis in axes),
            tuple(self.codes[axis] for axis in axes),
            [self.positions[:, axis] for axis in axes],
        )

    def collapsed(self, name: str, groups: Mapping[str, Collection[str]]) -> FrequencyTable:
        """The table with the codes along the dimension written `name` put together into `groups`, in their order.

        Raises ValueError where a code is in no group or in two: nobody may be lost or counted twice.
        """
        axis = self.axis(name)
        members = [code for codes in groups.values() for code in codes]
        if sorted(members) != sorted(self.codes[axis]):
            raise ValueError(f"{name}: the groups do not hold each code once")
        group_of = {code: i for i, codes in enumerate(groups.values()) for code in codes}
        place = np.array([group_of[code] for code in self.codes[axis]], dtype=np.int32)
        columns = list(self.positions.T)
        columns[axis] = place[columns[axis]]
        codes = (*self.codes[:axis], tuple(groups), *self.codes[axis + 1 :])
        return self._summed(self.dimensions, codes, columns)

    def _summed(
        self,
        dimensions: tuple[Dimension, ...],
        codes: tuple[tuple[str, ...], ...],
        columns: Sequence[Column],
    ) -> FrequencyTable:
        """The table along `columns`, positions in `codes`, one for each crossing of this one."""
        given = {"weights": self.weights, "keys": self.keys, "heads": self.heads}
        held = {name: numbers for name, numbers in given.items() if numbers is not None}
        positions, (counts, *sums) = combined(
            columns, [len(c) for c in codes], self.counts, *held.values()
        )
        return FrequencyTable(
            dimensions, codes, positions, counts, **dict(zip(held, sums, strict=True))
        )

    def _indexes(self, axis: int, wanted: str | Collection[str]) -> list[int]:
        position = self._places[axis]
        if isinstance(wanted, str):
            return [position[wanted]] if wanted in position else []
        return [position[code] for code in dict.fromkeys(wanted) if code in position]

    def wanted(self, where: Where) -> Wanted:
        """The axes that `where` is about, ascending, each with the positions that it keeps."""
        axes = sorted([(self._axes[name], codes) for name, codes in where.items()])
        return [(axis, self._indexes(axis, codes)) for axis, codes in axes]

    def places(self, axis: int) -> Mapping[str, int]:
        """The position of each code along an axis."""
        return self._places[axis]

    @cached_property
    def names(self) -> list[str]:
        """How each dimension is written."""
        return [*map(str, self.dimensions)]

    @cached_property
    def singles(self) -> list[list[tuple[str, ...]]]:
        """Each code along each dimension as a set of one."""
        return [[(code,) for code in codes] for codes in self.codes]

    @cached_property
    def _count_margins(self) -> Margins:
        return Margins(self.positions, self._shape, self.counts)

    @cached_property
    def _weight_margins(self) -> Margins | None:
        return self._margins_of(self.weights)

    @cached_property
    def _key_margins(self) -> Margins | None:
        return self._margins_of(self.keys)

    @cached_property
    def _head_margins(self) -> Margins | None:
        return self._margins_of(self.heads)

    def _margins_of(self, numbers: Whole | None) -> Margins | None:
        return None if numbers is None else Margins(self.positions, self._shape, numbers)

    @cached_property
    def _shape(self) -> tuple[int, ...]:
        return tuple(map(len, self.codes))

    @cached_property
    def _places(self) -> list[dict[str, int]]:
        return [{code: i for i, code in enumerate(codes)} for codes in self.codes]

    @cached_property
    def _axes(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.names)}


def _there(margins: Margins | None, asked: str) -> Margins:
    if margins is None:
        raise ValueError(f"the query did not ask for {asked}")
    return margins
