"""What may be known of how many people stand in each crossing of categories?

A released table keeps the raw one to itself. Each sum that is asked for, be it a cell, a margin or the total, is summed
from raw counts and then passes the rules of its policy, as the number of the people that it is about. Nothing is summed
from released cells, so that rounding a cell or suppressing it changes no other number, and no view.

What comes out is a `Count`: a number, or the statement that it may not be released, which is a type of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from dashboard.domain.counts import Count, Rules
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable, Where


class ReleasedTable:
    """Counts that the disclosure gate lets through, one axis a dimension, in the order of `codes`.

    `policy` names the policy whose `rules` it keeps.
    """

    def __init__(self, raw: FrequencyTable, rules: Rules, policy: str) -> None:
        self._raw = raw
        self._rules = rules
        self.policy = policy

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What is crossed, in order."""
        return self._raw.dimensions

    @property
    def codes(self) -> tuple[tuple[str, ...], ...]:
        """The codes along each dimension, in order."""
        return self._raw.codes

    def axis(self, name: str) -> int:
        """The position of the dimension written `name`; raises KeyError where the table lacks it."""
        return self._raw.axis(name)

    @property
    def weighted(self) -> bool:
        """Whether the table holds weights, which only `weight` gives."""
        return self._raw.weights is not None

    def total(self) -> Count:
        """Everybody in the table; raises TypeError for a table of weights, as all that counts does."""
        return self.count({})

    def count(self, where: Where) -> Count:
        """How many have, along each dimension written in `where`, one of the codes given: `{"gender": "F"}`."""
        self._check_counts()
        return self._rules.count(self._raw.people(where))

    def weight(self, where: Where) -> float:
        """How much those weigh together whom `count` would count; `nan` where it may not be released."""
        return self._rules.weight(self._raw.weight(where), self._raw.people(where))

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
        people = dict(self._raw.occupied())
        return ((codes, self._rules.count(people.get(codes, 0))) for codes in product(*self.codes))

    def occupied(self) -> Iterator[tuple[tuple[str, ...], Count]]:
        """The crossings that are not known to have nobody, with their counts, in order.

        As many as there are people at most, unless the rules hide where nobody is: to leave a crossing out would tell.
        """
        self._check_counts()
        if self._rules.count(0):
            return self.cells()
        released = ((codes, self._rules.count(people)) for codes, people in self._raw.occupied())
        return ((codes, count) for codes, count in released if count)

    def by_code(self, name: str) -> dict[str, Count]:
        """The count of each code along one dimension, zeros included, in order."""
        self._check_counts()
        released = map(self._rules.count, self._raw.people_along(name))
        return dict(zip(self.codes[self.axis(name)], released, strict=True))

    def _check_counts(self) -> None:
        if self.weighted:
            raise TypeError("a table of weights has no whole counts: ask for its weight")
