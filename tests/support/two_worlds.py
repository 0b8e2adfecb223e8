"""What would leave the house if the raw counts were others, and the gate said the same?

The demonstration tables are opened twice under `diffusion`. In the second world every count, weight, key and part of a
person that code could read outside the rules is another number; the rules alone still see the true ones, and so release
the same. Whatever differs between the two worlds was not made of released numbers: it went around the gate. Nothing has
to be known of how a share, an interval or a sentence is made of counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import lru_cache

import pytest

from dashboard import publication as floor
from dashboard.disclosure.gate import release as release_truly
from dashboard.disclosure.policy import DIFFUSION, Policy
from dashboard.disclosure.rules.diffusion import Diffusion
from dashboard.domain.combinations import Positions, Whole
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.frequency_table import FrequencyTable, Where
from dashboard.domain.tables import RawTable, ReleasedTable, Rules
from dashboard.publication import Publication
from tests.support.exhibits import followed
from tests.support.publications import keyed

FACTOR, MORE = 3, 1_000
"""By what the false numbers are made of the true ones: none of them is the same."""

MANY = 30


@dataclass(frozen=True, eq=False)
class Masked(RawTable):
    """False counts for whoever reads the table, and the `true` table for the rules."""

    true: RawTable | None = None

    def margin(self, names: tuple[str, ...]) -> RawTable:
        """As every table has it, of both."""
        return masked(_true(self).margin(names))

    def collapsed(self, name: str, groups: Mapping[str, Collection[str]]) -> RawTable:
        """As every table has it, of both."""
        return masked(_true(self).collapsed(name, groups))


def _true(table: RawTable) -> RawTable:
    return table.true if isinstance(table, Masked) and table.true is not None else table


def masked(table: RawTable) -> Masked:
    """`table` with false numbers in the place of each of its own."""
    wider = {key: _false(counts) for key, counts in table.wider.items()}
    shown = replace(table, counts=_false(table.counts), wider=wider)
    told = {field.name: getattr(shown, field.name) for field in fields(RawTable) if field.init}
    return Masked(**told, true=table)


def _false(counts: FrequencyTable) -> FrequencyTable:
    def other(numbers: Whole | None) -> Whole | None:
        return None if numbers is None else FACTOR * numbers + MORE

    return replace(
        counts,
        counts=FACTOR * counts.counts + MORE,
        weights=other(counts.weights),
        keys=other(counts.keys),
        heads=other(counts.heads),
    )


class Watched(Rules):
    """The rules of `diffusion` on the true table, which remember what they have released."""

    def __init__(self, rules: Rules | None = None) -> None:
        self._rules = rules or Diffusion()
        self.released: set[float] = set()

    def count(self, table: RawTable, where: Where) -> Count:
        """As the rules release it."""
        told = self._rules.count(_true(table), where)
        if not isinstance(told, Suppressed):
            self.released.add(told)
        return told

    def each(self, table: RawTable, axes: Sequence[int], positions: Positions) -> list[Count]:
        """As the rules release them."""
        told = self._rules.each(_true(table), axes, positions)
        self.released.update(number for number in told if not isinstance(number, Suppressed))
        return told

    def weight(self, table: RawTable, where: Where) -> float:
        """As the rules release it."""
        told = self._rules.weight(_true(table), where)
        self.released.add(told)
        return told


class Leaking(Diffusion):
    """Rules that let raw counts through: those of so many people that nobody seems to be found by them."""

    def count(self, table: RawTable, where: Where) -> Count:
        """The exact number of many; all else by the rules."""
        people = table.counts.people(where)
        return people if people >= MANY else super().count(table, where)

    each = Rules.each


@dataclass(frozen=True)
class World:
    """The tables as `diffusion` shows them, and the rules that were asked."""

    publication: Publication
    rules: Watched


@lru_cache(maxsize=4)
def true_world(leaking: bool = False) -> World:
    """The demonstration tables, with themselves as the edition before, so that every view is offered."""
    rules = Watched(Leaking() if leaking else Diffusion())
    policy = replace(DIFFUSION, rules=rules)
    alone = Publication(keyed()._source, policy)
    return World(followed(alone, alone), rules)


@lru_cache(maxsize=1)
def false_world() -> World:
    """The same tables, of which all but the rules read false numbers."""
    rules = Watched()
    policy = replace(DIFFUSION, rules=rules)
    alone = Publication(keyed()._source, policy)
    return World(followed(alone, alone), rules)


@contextmanager
def all_masked() -> Iterator[None]:
    """While it lasts, every table that passes the gate is masked behind it."""

    def release(table: RawTable, policy: Policy) -> ReleasedTable:
        release_truly(table, policy)
        return ReleasedTable(masked(table), policy.rules or Diffusion(), policy.name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(floor, "release", release)
        yield
