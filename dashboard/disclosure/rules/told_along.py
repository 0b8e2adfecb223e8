"""How is one number found among those that are told along its dimensions, each of which is worked out once?"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from math import nan
from typing import Protocol

from dashboard.disclosure.rules.laid_out import LaidOut, Numbers, along_of, cells_of
from dashboard.domain.combinations import Positions
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.frequency_table import Where
from dashboard.domain.margins import MOST_CELLS, Along
from dashboard.domain.tables import RawTable, Rules

SECRET = -1
"""Stands among counts for one that may not be told."""

SUPPRESSED = Suppressed()


class ToldAlong(Rules, Protocol):
    """Rules that tell of all groups along some dimensions at once.

    A page asks for most cells of a margin: all of them are told when the first is asked for, and kept with the table.
    """

    @abstractmethod
    def told(self, table: RawTable, along: Along, *, weighed: bool) -> Numbers:
        """The number of each group along some dimensions, or `SECRET`; their weights, or `nan`."""

    @abstractmethod
    def in_bands(self, table: RawTable, names: Iterable[str]) -> bool:
        """Whether nothing is told along one of the dimensions of these names."""

    def count(self, table: RawTable, where: Where) -> Count:
        """The number that may be told of those people, or that none may."""
        number = self._asked(table, where, weighed=False)
        return SUPPRESSED if number == SECRET else Rounded(number)

    def weight(self, table: RawTable, where: Where) -> float:
        """What may be told of what they weigh together; `nan` where their number is suppressed."""
        return self._asked(table, where, weighed=True)

    def each(self, table: RawTable, axes: Sequence[int], positions: Positions) -> list[Count]:
        """The same as `count` of each row of `positions`."""
        counts = table.counts
        # A dimension of one code leaves nobody out.
        places = [place for place, axis in enumerate(axes) if len(counts.codes[axis]) > 1]
        along = tuple((axes[place], None) for place in places)
        many = cells_of(counts, along) > MOST_CELLS
        if not places or many or self.in_bands(table, [counts.names[axis] for axis in axes]):
            return super().each(table, axes, positions)
        numbers = self._laid(table, along, weighed=False).numbers
        each = numbers[tuple(positions[:, place] for place in places)].tolist()
        return [SUPPRESSED if number == SECRET else Rounded(number) for number in each]

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
                (axis, (at,) if kept is None else kept)
                for (axis, kept), at in zip(along, place, strict=True)
            )
            alone: float = self.told(table, one, weighed=weighed).item()
            return alone
        laid = self._laid(table, along, weighed=weighed)
        # Not where a dimension of one code is left out: a code that it has not got would be taken for that one.
        if len(along) == len(where) and all(kept is None for _, kept in along):
            table.made[key] = laid
        number: float = laid.numbers.item(place)
        return number

    def _laid(self, table: RawTable, along: Along, *, weighed: bool) -> LaidOut:
        """What is told of all groups along some dimensions, kept with the table."""
        key = (self, along, weighed)
        laid: LaidOut | None = table.made.get(key)
        if laid is None:
            laid = LaidOut(table.counts, along, self.told(table, along, weighed=weighed))
            table.made[key] = laid
        return laid
