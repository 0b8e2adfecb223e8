"""What may be known of how many people stand in each crossing of categories?

A released table keeps the raw one to itself. Each sum that is asked for, be it a cell, a margin or the total, is summed
from raw counts and then passes the rules of its policy, as the number of the people that it is about. Nothing is summed
from released cells, so that rounding a cell or suppressing it changes no other number, and no view.

What comes out is a `Count`: a number, or the statement that it may not be released, which is a type of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Any, Protocol

from dashboard.domain.combinations import Positions, every_place
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable, Where
from dashboard.domain.selection import Selection


class Unions(Protocol):
    """What has to be known of a set of categories that are told as one."""

    def concern(self, dimension: Dimension, *, by_itself: bool) -> bool:
        """Whether several categories of a dimension may be asked for as one; by one of its codes, if `by_itself`."""

    def told_alone(self, dimension: Dimension) -> bool:
        """Whether how many stand in a set along a dimension may be told, though nothing else of it is."""

    def withheld(self, dimension: Dimension, codes: Collection[str]) -> bool:
        """Whether nothing may be told of those of `codes` by any other condition."""

    def key(self, dimension: Dimension, codes: Collection[str]) -> int:
        """What is added to the sum of their keys."""


@dataclass(frozen=True, eq=False)
class RawTable:
    """What an engine counted, unsafe to show, with what rules have to know of it.

    `counts` are those of `selection`. `wider` has, for each dimension along which people are selected, the same table
    of the selection without that condition: where rules need to know what a group is a part of. `values` names the
    dimensions that are whole numbers, of which means are taken; `answers` those of them that people gave themselves, as
    salaries, and that are told in bands where people are not to be recognised. `region` is the dimension of the regions
    that somebody may be in charge of, where the study has one. `unions` tells of sets of categories, where rules need
    it; `respondents` has, for dimensions of the survey, the codes that nobody has who has not responded. `gathered`
    has, for each dimension whose codes were put together, what each code of now stands for. `made` is what rules keep
    of what they have told.
    """

    counts: FrequencyTable
    selection: Selection = Selection()
    wider: Mapping[Dimension, FrequencyTable] = field(default_factory=dict)
    values: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    region: Dimension | None = None
    unions: Unions | None = None
    respondents: Mapping[Dimension, frozenset[str]] = field(default_factory=dict)
    gathered: Mapping[str, Mapping[str, Collection[str]]] = field(default_factory=dict)
    made: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def value_axes(self) -> frozenset[int]:
        """The axes of the dimensions that are whole numbers."""
        return frozenset(i for i, name in enumerate(self.counts.names) if name in self.values)

    def margin(self, names: tuple[str, ...]) -> RawTable:
        """The table over the dimensions written `names` alone, and so the wider ones."""
        wider = {key: table.margin(names) for key, table in self.wider.items()}
        return replace(self, counts=self.counts.margin(names), wider=wider)

    def collapsed(self, name: str, groups: Mapping[str, Collection[str]]) -> RawTable:
        """The table with codes put together, and so the wider ones; raises ValueError as `FrequencyTable` does."""
        wider = {key: table.collapsed(name, groups) for key, table in self.wider.items()}
        members = {
            group: tuple(each for code in codes for each in self.members(name, code))
            for group, codes in groups.items()
        }
        return replace(
            self,
            counts=self.counts.collapsed(name, groups),
            wider=wider,
            gathered={**self.gathered, name: members},
        )

    def members(self, name: str, code: str) -> Collection[str]:
        """The codes that a code along the dimension written `name` stands for: itself, if none were put together."""
        return self.gathered[name][code] if name in self.gathered else (code,)


class Rules(Protocol):
    """How a policy releases what is asked of a group of people.

    Each is called for each sum that somebody asks for: for a margin by itself, with all its people, and never for the
    sum of its released cells. So, with counts rounded to 5, women and men may be 10 and 15 of 20.
    """

    def count(self, table: RawTable, where: Where) -> Count:
        """How many of `table` have, along each dimension written in `where`, one of the codes given."""

    def weight(self, table: RawTable, where: Where) -> float:
        """What those weigh together; `nan` where it may not be released."""

    def each(self, table: RawTable, axes: Sequence[int], positions: Positions) -> list[Count]:
        """The same as `count` of each row of `positions`, the places of one code along each of `axes`, ascending."""
        named = [(table.counts.names[axis], table.counts.codes[axis]) for axis in axes]
        return [
            self.count(
                table, {name: codes[at] for (name, codes), at in zip(named, place, strict=True)}
            )
            for place in positions.tolist()
        ]


class _Exact(Rules):
    """Everything is released as it is."""

    def count(self, table: RawTable, where: Where) -> Count:
        return table.counts.people(where)

    def weight(self, table: RawTable, where: Where) -> float:
        return table.counts.weight(where)


EXACT: Rules = _Exact()


class ReleasedTable:
    """Counts that the disclosure gate lets through, one axis a dimension, in the order of `codes`.

    `policy` names the policy whose `rules` it keeps.
    """

    def __init__(self, raw: RawTable, rules: Rules, policy: str) -> None:
        self._raw = raw
        self._rules = rules
        self.policy = policy

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What is crossed, in order."""
        return self._raw.counts.dimensions

    @property
    def codes(self) -> tuple[tuple[str, ...], ...]:
        """The codes along each dimension, in order."""
        return self._raw.counts.codes

    def axis(self, name: str) -> int:
        """The position of the dimension written `name`; raises KeyError where the table lacks it."""
        return self._raw.counts.axis(name)

    @property
    def weighted(self) -> bool:
        """Whether the table holds weights, which only `weight` gives."""
        return self._raw.counts.weights is not None

    def total(self) -> Count:
        """Everybody in the table; raises TypeError for a table of weights, as all that counts does."""
        return self.count({})

    def count(self, where: Where) -> Count:
        """How many have, along each dimension written in `where`, one of the codes given: `{"gender": "F"}`."""
        self._check_counts()
        return self._rules.count(self._raw, where)

    def weight(self, where: Where) -> float:
        """How much those weigh together whom `count` would count; `nan` where it may not be released."""
        return self._rules.weight(self._raw, where)

    def margin(self, *names: str) -> ReleasedTable:
        """The table over the dimensions written `names` alone, in their order; each cell is released by itself."""
        return ReleasedTable(self._raw.margin(names), self._rules, self.policy)

    def collapsed(self, name: str, groups: Mapping[str, Collection[str]]) -> ReleasedTable:
        """The table with the codes along the dimension written `name` put together into `groups`, in their order.

        Raises ValueError where a code is in no group or in two: nobody may be lost or counted twice.
        """
        return ReleasedTable(self._raw.collapsed(name, groups), self._rules, self.policy)

    def cells(self) -> Iterator[tuple[tuple[str, ...], Count]]:
        """Each crossing with its count, zeros included, in order: as many as the product of the dimensions' codes."""
        self._check_counts()
        crossings = product(*self.codes)
        if self._exact:
            people = dict(self._raw.counts.occupied())
            return ((codes, people.get(codes, 0)) for codes in crossings)
        return zip(crossings, self._each(every_place(map(len, self.codes))), strict=True)

    def occupied(self) -> Iterator[tuple[tuple[str, ...], Count]]:
        """The crossings that are released as a number above zero, with it, in order: at most as many as people.

        Those that are suppressed are left out with those of nobody, whether somebody is there or not.
        """
        self._check_counts()
        if self._exact:
            return self._raw.counts.occupied()
        crossings = (codes for codes, _ in self._raw.counts.occupied())
        released = zip(crossings, self._each(self._raw.counts.positions), strict=True)
        return ((c, n) for c, n in released if n != 0 and not isinstance(n, Suppressed))

    def by_code(self, name: str) -> dict[str, Count]:
        """The count of each code along one dimension, zeros included, in order."""
        self._check_counts()
        axis = self.axis(name)
        codes = self.codes[axis]
        if self._exact:
            return dict(zip(codes, self._raw.counts.people_along(name), strict=True))
        told = self._rules.each(self._raw, (axis,), every_place([len(codes)]))
        return dict(zip(codes, told, strict=True))

    @property
    def _exact(self) -> bool:
        """Whether counts are told as they are: then all that are at hand need not be asked for one by one."""
        return self._rules is EXACT

    def _each(self, positions: Positions) -> list[Count]:
        """What is told of each of some crossings of all dimensions."""
        return self._rules.each(self._raw, range(len(self.codes)), positions)

    def _check_counts(self) -> None:
        if self._raw.counts.weights is not None:
            raise TypeError("a table of weights has no whole counts: ask for its weight")
