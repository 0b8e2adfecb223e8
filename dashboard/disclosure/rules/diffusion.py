"""What may everybody be told of a group of people, whatever else they ask?

Each count is rounded to a multiple of 5, up or down by the key of its people: the same people are rounded the same way
wherever they are asked for, and their number is right on average. Nobody's detail is told who is one of few: a group is
released if each of its *parents*, which has one condition less, has at least 30 people. So of a small group there are
no shares, and what all of its members have in common stays unknown.

A group is the same whether its conditions stand in the selection, in what is asked of a table, or in both: a region
that is asked for within several is that region, and its parent has people of every region.

Sources: Fraser and Wooton (2005), "A proposed method for confidentialising tabular output to protect against
differencing"; docs/adr/disclosure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from math import nan

import numpy as np
from numpy.typing import NDArray

from dashboard.disclosure.respondents import RESPONSE
from dashboard.disclosure.rules.kept import kept, laid_along
from dashboard.disclosure.rules.laid_out import Numbers, shape_of
from dashboard.disclosure.rules.responded import responded
from dashboard.disclosure.rules.told_along import SECRET, ToldAlong
from dashboard.disclosure.thresholds import BASE, LEAST_BEHIND, LEAST_DETAILED, LEAST_VALUED
from dashboard.domain.combinations import Whole
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import share_of_range
from dashboard.domain.margins import Along
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from dashboard.domain.tables import RawTable

Told = NDArray[np.bool_]
"""Which of them may be told."""


class Diffusion(ToldAlong):
    """Fixed random rounding to base 5, of groups whose parents are large enough.

    Each of its rules is a method, so that a test can take one away and see what that tells.
    """

    def rounded(self, numbers: Numbers, keys: Whole) -> Numbers:
        """`numbers` as multiples of 5 below or above, as often as near: 7 is 5 with three keys of five, else 10."""
        over = numbers % BASE
        rounded: Numbers = numbers - over + BASE * (share_of_range(keys) * BASE < over)
        return rounded

    def in_bands(self, table: RawTable, names: Iterable[str]) -> bool:
        """Whether one of these dimensions is a whole number that people gave themselves: it is told in bands alone."""
        return not table.answers.isdisjoint(names)

    def enough_behind(self, table: RawTable, along: Along) -> Told:
        """Units, enrolments and answers: whether enough people stand behind them."""
        if table.counts.heads is None:
            return np.array(True)
        counts = table.counts
        keys = self.keys(table, counts, table.selection, along)
        told: Told = self.rounded(counts.heads_over(along), keys) >= LEAST_BEHIND
        return told

    def parents_in_table(self, table: RawTable, along: Along) -> Iterator[Told]:
        """Whether the parents without one of the conditions asked of the table are large enough.

        A condition on what is selected as well has its parent in the selection: both are one condition.
        """
        for axis, _ in along:
            dimension = table.counts.dimensions[axis]
            if dimension not in table.wider:
                rest = table.selection
                yield from self._parent(table, table.counts, rest, along, axis, dimension)

    def parents_of_selection(self, table: RawTable, along: Along) -> Iterator[Told]:
        """Whether the parents without one of the conditions of the selection are large enough."""
        dimensions = table.counts.dimensions
        for dimension, wider in table.wider.items():
            axis = table.counts.axis(str(dimension)) if dimension in dimensions else None
            rest = table.selection.without(dimension)
            yield from self._parent(table, wider, rest, along, axis, dimension)

    def large_themselves(self, table: RawTable, along: Along) -> bool:
        """Whether no parent has to be looked at: each has all people of its group, and all groups are large."""
        return not np.count_nonzero(table.counts.heads_over(along) < LEAST_VALUED)

    def idle(self, table: RawTable, along: Along) -> Told:
        """Whether it is no condition to have responded, by what it means: the group without it is no parent then."""
        return responded(table, along)

    def unions_told(self, table: RawTable, along: Along) -> Told:
        """Whether no condition keeps a set of categories that is withheld beside another one.

        By itself, how many people are in it may be told: it is what they are like that a difference would tell.
        """
        told: Told = np.array(True)
        conditions = kept(table, table.counts, table.selection, along)
        if table.unions is None:
            return told
        if len(conditions) == 1:
            people = table.counts.heads is None
            if people or table.unions.told_alone(conditions[0].dimension):
                return told
        for dimension, place, sets, by_itself in conditions:
            if not table.unions.concern(dimension, by_itself=by_itself):
                continue
            withheld = [table.unions.withheld(dimension, codes) for codes in sets]
            if any(withheld):
                told = told & laid_along(~np.array(withheld), place, along)
        return told

    def keys(
        self, table: RawTable, counts: FrequencyTable, selection: Selection, along: Along
    ) -> Whole:
        """The keys of groups of `counts`, which is of `selection`: those of their people, and of sets of categories.

        A set that everybody may ask for is rounded by itself, or beside a part of it one would be told whether anybody
        is in the rest.
        """
        keys = counts.keys_over(along)
        if table.unions is None:
            return keys
        for dimension, place, sets, by_itself in kept(table, counts, selection, along):
            if not table.unions.concern(dimension, by_itself=by_itself):
                continue
            more = [table.unions.key(dimension, codes) for codes in sets]
            if any(more):
                keys = keys + laid_along(np.array(more, dtype=np.int64), place, along)
        return keys

    def _parent(
        self,
        table: RawTable,
        counts: FrequencyTable,
        selection: Selection,
        along: Along,
        without: int | None,
        dimension: Dimension,
    ) -> Iterator[Told]:
        """Whether the parent without the condition along `dimension` is large enough; nothing where it is none."""
        if dimension != RESPONSE:
            yield self._large(table, counts, selection, along, without)
            return
        idle = self.idle(table, along)
        if np.count_nonzero(idle) < idle.size:
            yield idle | self._large(table, counts, selection, along, without)

    def _large(
        self,
        table: RawTable,
        counts: FrequencyTable,
        selection: Selection,
        along: Along,
        without: int | None,
    ) -> Told:
        """Whether there are enough people in `counts`, of `selection`, by all conditions but that along `without`.

        A value, such as an age, has no parents of its own, or no mean could be told. Whoever is alone of their age in a
        group is told as 5 once in five, and with them what they share with it: the larger that is, the fewer are.
        """
        values = [axis for axis, _ in along if axis in table.value_axes]
        dropped = (*values, without)
        rest = tuple(one for one in along if one[0] not in dropped)
        least = LEAST_VALUED if values else LEAST_DETAILED
        key = (self, least, rest)
        large = counts.made.get(key)
        if large is None:
            large = counts.made[key] = self._enough(table, counts, selection, rest, least)
        told: Told = large[tuple(None if axis in dropped else slice(None) for axis, _ in along)]
        return told

    def _enough(
        self,
        table: RawTable,
        counts: FrequencyTable,
        selection: Selection,
        along: Along,
        least: int,
    ) -> Told:
        """Whether there are `least` people, or stand behind what is counted; rounded, as whoever asks is told it."""
        people = counts.heads_over(along)
        # `least` is a multiple of 5: no other numbers are rounded across it, and most tables have none of them.
        if not np.count_nonzero((people > least - BASE) & (people < least)):
            return people >= least
        return self.rounded(people, self.keys(table, counts, selection, along)) >= least

    def told(self, table: RawTable, along: Along, *, weighed: bool) -> Numbers:
        """What is told of each group along some dimensions."""
        counts = table.counts
        may: Told = self.enough_behind(table, along) & self.unions_told(table, along)
        if self.in_bands(table, [str(condition.dimension) for condition in table.selection]):
            may = np.array(False)
        if not self.large_themselves(table, along):
            parents = (self.parents_in_table(table, along), self.parents_of_selection(table, along))
            for large in chain(*parents):
                may = may & large
                if not np.count_nonzero(may):
                    break
        if not np.count_nonzero(may):
            return np.full(shape_of(counts, along), nan if weighed else SECRET)
        numbers: Numbers = counts.people_over(along)
        if weighed and counts.weights is not None:
            numbers = counts.weights_over(along) / UNITS_OF_WEIGHT
        keys = self.keys(table, counts, table.selection, along)
        return np.where(may, self.rounded(numbers, keys), nan if weighed else SECRET)


EVERYBODY = Diffusion()
"""The one that every policy keeps to: tables keep what it has found for all of them."""
