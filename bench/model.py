"""From which distributions are people drawn? Those of the demonstration, each column given one or two before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bench.draws import SMOOTHING, Codes, Conditional, crossed, learnt

Chain = Mapping[str, tuple[str, ...]]
"""Columns in the order in which they are drawn, and what each depends on."""

Values = Mapping[str, tuple[str, ...]]
"""The values of each column."""

Columns = dict[str, Codes]

STRUCTURAL = frozenset({"region", "target_level", "academic_year", "answered"})
"""What is never drawn where it was never seen: no region before its year, no year before the cohort's."""


@dataclass
class Table:
    """A chain of columns as it was seen, and how each is drawn of those before it."""

    chain: Chain
    values: dict[str, tuple[str, ...]]
    drawn: dict[str, Conditional] = field(default_factory=dict)

    @classmethod
    def of(cls, frame: pd.DataFrame, chain: Chain, values: Values | None = None) -> Table:
        """Learns the chain from the rows of `frame`; `values` are those of columns that other tables have too."""
        table = cls(chain, dict(values or {}))
        needed = {name for depends in chain.values() for name in depends} | {*chain}
        seen = {}
        for name in needed:
            table.values.setdefault(name, tuple(sorted(frame[name].unique())))
            cells = pd.Index(frame[name])
            seen[name] = pd.Index(table.values[name]).get_indexer(cells).astype(np.int64)
        for name, depends in chain.items():
            given, number = table._condition(depends, seen, len(frame))
            smoothing = 0 if name in STRUCTURAL else SMOOTHING
            known = table.values[name]
            table.drawn[name] = learnt(known, seen[name], given, number, smoothing)
        return table

    def draw(self, known: Columns, rows: int, random: np.random.Generator) -> Columns:
        """`rows` new rows: the columns that are `known`, and those of the chain."""
        made = dict(known)
        for name, depends in self.chain.items():
            given, _ = self._condition(depends, made, rows)
            made[name] = self.drawn[name].draw(given, random)
        return made

    def code(self, name: str, value: str) -> int:
        """The place of a value in its column."""
        return self.values[name].index(value)

    def codes(self, name: str, values: tuple[str, ...]) -> NDArray[np.int64]:
        """The places of several values."""
        return np.array([self.code(name, value) for value in values], dtype=np.int64)

    def _condition(self, depends: tuple[str, ...], seen: Columns, rows: int) -> tuple[Codes, int]:
        if not depends:
            return np.zeros(rows, dtype=np.int64), 1
        return crossed(*((seen[name], len(self.values[name])) for name in depends))
