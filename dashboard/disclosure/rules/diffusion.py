"""What may everybody be told of a group of people, whatever else they ask?

Each count is rounded to a multiple of 5, up or down by the key of its people: the same people are rounded the same way
wherever they are asked for, and their number is right on average. Nobody's detail is told who is one of few: a group is
released if each group that it is a part of by one condition less has at least 20 people. So of a small group there are
no shares, and what all of its members have in common stays unknown.

Sources: Fraser and Wooton (2005), "A proposed method for confidentialising tabular output to protect against
differencing"; docs/adr/disclosure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import nan
from typing import TypeVar

from dashboard.disclosure.thresholds import BASE, LEAST_BEHIND, LEAST_DETAILED
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.frequency_table import FrequencyTable, Where
from dashboard.domain.keys import share_of_range
from dashboard.domain.tables import RawTable

T = TypeVar("T", int, float)


class Diffusion:
    """Fixed random rounding to base 5, of groups whose parents are large enough."""

    def count(self, table: RawTable, where: Where) -> Count:
        """The rounded number; suppressed where the group is a detail of too few people."""
        if not _may_be_told(table, where):
            return Suppressed()
        counts = table.counts
        return Rounded(rounded(counts.people(where), counts.key(where)))

    def weight(self, table: RawTable, where: Where) -> float:
        """The rounded weight, by the key of those who carry it; `nan` where their number is suppressed."""
        if not _may_be_told(table, where):
            return nan
        return rounded(table.counts.weight(where), table.counts.key(where))


def rounded(number: T, key: int) -> T:
    """`number` as the multiple of 5 below or above it, as often as it is near: 7 is 5 with 3 keys of 5, else 10."""
    over = number % BASE
    return number - over + (BASE if share_of_range(key) * BASE < over else 0)


def _may_be_told(table: RawTable, where: Where) -> bool:
    if not table.answers.isdisjoint(where):
        return False
    if table.counts.heads is not None and _people(table.counts, where) < LEAST_BEHIND:
        return False
    return all(people >= LEAST_DETAILED for people in _parents(table, where))


def _parents(table: RawTable, where: Where) -> Iterator[int]:
    """How many people, rounded, each group has that this one is a part of by one condition less."""
    restricting = {name: codes for name, codes in where.items() if _restricts(table, name, codes)}
    values = table.values & restricting.keys()
    for name in restricting:
        kept = {n: c for n, c in restricting.items() if n != name and n not in values}
        yield _people(table.counts, kept)
    # A value, such as an age, is not what anybody is known by beside all else: it would be too small a group by itself.
    kept = {name: codes for name, codes in restricting.items() if name not in values}
    for wider in table.wider.values():
        yield _people(wider, kept)


def _restricts(table: RawTable, name: str, codes: str | Collection[str]) -> bool:
    """Whether a condition leaves anything out that the selection has not left out already."""
    every = table.counts.codes[table.counts.axis(name)]
    wanted = {codes} if isinstance(codes, str) else set(codes)
    selected = {c for cond in table.selection if str(cond.dimension) == name for c in cond.codes}
    return not (selected or set(every)) <= wanted


def _people(counts: FrequencyTable, where: Where) -> int:
    return rounded(counts.people_at_least(where), counts.key(where))
