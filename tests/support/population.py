"""How are a few people written in a test, with their keys, so that rules can be tried on groups of them?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from dashboard.domain.combinations import combined
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import parts_of_people, person_keys
from dashboard.domain.selection import Condition, selection_of
from dashboard.domain.tables import RawTable, Unions

Crossing = TypeVar("Crossing", bound=tuple[str, ...])


class NoUnions:
    """No sets of categories are offered."""

    def concern(self, _dimension: Dimension, *, by_itself: bool) -> bool:  # noqa: ARG002
        return False

    def told_alone(self, _dimension: Dimension) -> bool:
        return False

    def withheld(self, _dimension: Dimension, _codes: Collection[str]) -> bool:
        return False

    def key(self, _dimension: Dimension, _codes: Collection[str]) -> int:
        return 0


Selected = Mapping[str, str | Collection[str]]


@dataclass(frozen=True)
class Population:
    """People by their categories: `categories[name][i]` is that of the person `i`, whose secret key follows `secret`.

    Each has one row of what is counted, or so many as `rows` says; `weights`, in billionths, where they are weighed.
    """

    categories: Mapping[str, Sequence[str]]
    secret: str = "x" * 32
    rows: Sequence[int] | None = None
    weights: Sequence[int] | None = None
    values: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unions: Unions | None = None
    respondents: Mapping[Dimension, frozenset[str]] = field(default_factory=dict)

    def raw(self, *by: str, **selected: str | Collection[str]) -> RawTable:
        """What an engine counts along `by` of those selected, with the wider tables of each condition."""
        conditions = [Condition(dimension(n), tuple(_codes(c))) for n, c in selected.items()]
        wider = {
            dimension(name): self._counted(by, {n: c for n, c in selected.items() if n != name})
            for name in selected
        }
        return RawTable(
            self._counted(by, selected),
            selection_of(conditions),
            wider,
            self.values,
            self.answers,
            Dimension("region"),
            self.unions,
            self.respondents,
        )

    def _counted(self, by: Sequence[str], selected: Selected) -> FrequencyTable:
        people = len(next(iter(self.categories.values())))
        kept = np.ones(people, dtype=bool)
        for name, wanted in selected.items():
            kept &= np.isin(self.categories[name], _codes(wanted))
        owner = np.arange(people)
        if self.rows is not None:
            owner = np.repeat(owner, self.rows)
        parts = parts_of_people(owner)[kept[owner]]
        owner = owner[kept[owner]]
        codes: list[tuple[str, ...]] = [
            self.codes.get(name) or tuple(dict.fromkeys(self.categories[name])) for name in by
        ]
        columns = [
            np.array([of.index(code) for code in self.categories[name]])[owner]
            for name, of in zip(by, codes, strict=True)
        ]
        keys = person_keys(map(str, range(people)), self.secret)[owner]
        ones = np.ones(len(owner), dtype=np.int64)
        sums = [keys, parts if self.rows is not None else ones]
        if self.weights is not None:
            sums.append(np.array(self.weights, dtype=np.int64)[owner])
        positions, (counts, key_sums, heads, *weights) = combined(
            columns, list(map(len, codes)), ones, *sums
        )
        return FrequencyTable(
            tuple(map(dimension, by)),
            tuple(codes),
            positions,
            counts,
            weights[0] if weights else None,
            key_sums,
            heads if self.rows is not None else None,
        )


def people(groups: Mapping[Crossing, int], *names: str, **given: Any) -> Population:
    """So many people in each crossing of the categories along `names`, with what else a `Population` is given."""
    one_by_one = [codes for codes, number in groups.items() for _ in range(number)]
    columns = zip(*one_by_one, strict=True)
    return Population(dict(zip(names, map(list, columns), strict=True)), **given)


def _codes(codes: str | Collection[str]) -> list[str]:
    return [codes] if isinstance(codes, str) else list(codes)
