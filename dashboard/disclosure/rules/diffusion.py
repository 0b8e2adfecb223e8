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
from math import nan

import numpy as np
from numpy.typing import NDArray

from dashboard.disclosure.respondents import RESPONSE
from dashboard.disclosure.rules.kept import kept, laid_along
from dashboard.disclosure.rules.laid_out import LaidOut, Numbers, along_of, cells_of, shape_of
from dashboard.disclosure.rules.responded import responded
from dashboard.disclosure.thresholds import BASE, LEAST_BEHIND, LEAST_DETAILED, LEAST_VALUED
from dashboard.domain.combinations import Whole
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable, Where
from dashboard.domain.keys import share_of_range
from dashboard.domain.margins import MOST_CELLS, Along
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from dashboard.domain.tables import RawTable

Told = NDArray[np.bool_]
"""Which of them may be told."""

SECRET = -1
"""Stands among counts for one that may not be told."""

SUPPRESSED = Suppressed()


class Diffusion:
    """Fixed random rounding to base 5, of groups whose parents are large enough.

    Each of its rules is a method, so that a test can take one away and see what that tells. A page asks for most cells
    of a margin: all of them are rounded when the first is asked for, and kept with the table.
    """

    def count(self, table: RawTable, where: Where) -> Count:
        """The rounded number; suppressed where the group is a detail of too few people."""
        number = self._asked(table, where, weighed=False)
        return SUPPRESSED if number == SECRET else Rounded(number)

    def weight(self, table: RawTable, where: Where) -> float:
        """The rounded weight, by the key of those who carry it; `nan` where their number is suppressed."""
        return self._asked(table, where, weighed=True)

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
        told: Told = table.counts.heads_over(along) >= LEAST_BEHIND
        return told

    def parents_in_table(self, table: RawTable, along: Along) -> Iterator[Told]:
        """Whether the parents without one of the conditions asked of the table are large enough.

        A condition on what is selected as well has its parent in the selection: both are one condition.
        """
        for axis, _ in along:
            dimension = table.counts.dimensions[axis]
            if dimension not in table.wider:
                large = self._large(table, table.counts, table.selection, along, axis)
                yield self._or_idle(large, table, along, dimension)

    def parents_of_selection(self, table: RawTable, along: Along) -> Iterator[Told]:
        """Whether the parents without one of the conditions of the selection are large enough."""
        dimensions = table.counts.dimensions
        for dimension, wider in table.wider.items():
            axis = table.counts.axis(str(dimension)) if dimension in dimensions else None
            rest = table.selection.without(dimension)
            large = self._large(table, wider, rest, along, axis)
            yield self._or_idle(large, table, along, dimension)

    def idle(self, table: RawTable, along: Along) -> Told:
        """Whether it is no condition to have responded, by what it means: the group without it is no parent then."""
        return responded(table, along)

    def unions_told(self, table: RawTable, along: Along) -> Told:
        """Whether no condition keeps a set of categories that is withheld beside another one.

        By itself, how many people are in it may be told: it is what they are like that a difference would tell.
        """
        told: Told = np.array(True)
        conditions = kept(table, table.counts, table.selection, along)
        if table.unions is None or (len(conditions) == 1 and table.counts.heads is None):
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

    def _or_idle(self, large: Told, table: RawTable, along: Along, dimension: Dimension) -> Told:
        """Whether the parent without the condition along `dimension` is large enough, or is none."""
        return large | self.idle(table, along) if dimension == RESPONSE else large

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

    def _asked(self, table: RawTable, where: Where, *, weighed: bool) -> float:
        """One of the numbers that are told along the dimensions of `where`."""
        if self.in_bands(table, where):
            return nan if weighed else SECRET
        # What is asked for most often: one code along each of some dimensions that have been asked for before.
        key = (self, weighed, *where)
        laid: LaidOut | None = table.made.get(key)
        known = laid.number(where) if laid else None
        if known is not None:
            return known
        along, place = along_of(table.counts, where)
        if cells_of(table.counts, along) > MOST_CELLS:
            one = tuple(
                (axis, kept or (at,)) for (axis, kept), at in zip(along, place, strict=True)
            )
            alone: float = self._told(table, one, weighed=weighed).item()
            return alone
        laid = table.made.get((*key, along))
        if laid is None:
            laid = LaidOut(table.counts, along, self._told(table, along, weighed=weighed))
            table.made[(*key, along)] = laid
        # Not where a dimension of one code is left out: a code that it has not got would be taken for that one.
        if len(along) == len(where) and all(kept is None for _, kept in along):
            table.made[key] = laid
        number: float = laid.numbers.item(place)
        return number

    def _told(self, table: RawTable, along: Along, *, weighed: bool) -> Numbers:
        """What is told of each group along some dimensions."""
        counts = table.counts
        may: Told = self.enough_behind(table, along) & self.unions_told(table, along)
        if self.in_bands(table, [str(condition.dimension) for condition in table.selection]):
            may = np.array(False)
        for large in (
            *self.parents_in_table(table, along),
            *self.parents_of_selection(table, along),
        ):
            may = may & large
        if not np.count_nonzero(may):
            return np.full(shape_of(counts, along), nan if weighed else SECRET)
        numbers: Numbers = counts.people_over(along)
        if weighed and counts.weights is not None:
            numbers = counts.weights_over(along) / UNITS_OF_WEIGHT
        keys = self.keys(table, counts, table.selection, along)
        return np.where(may, self.rounded(numbers, keys), nan if weighed else SECRET)


EVERYBODY = Diffusion()
"""The one that every policy keeps to: tables keep what it has found for all of them."""
