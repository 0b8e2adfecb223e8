"""How is a column drawn of another one's distribution, such that what was never seen together occurs, too?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
"""The place of each cell's category among the values of its column."""

SMOOTHING = 0.5
"""How many people, spread as everybody is, are added to those seen of each condition."""


@dataclass(frozen=True)
class Conditional:
    """The distribution of a column of so many `values`, given each of some conditions."""

    values: tuple[str, ...]
    cumulated: NDArray[np.float64]

    def draw(self, given: Codes, random: np.random.Generator) -> Codes:
        """A place among the values for each of the conditions in `given`."""
        # One search for all: the row of each condition lies between its number and the next.
        raised = self.cumulated + np.arange(len(self.cumulated))[:, None]
        found = np.searchsorted(raised.ravel(), given + random.random(len(given)), side="right")
        width = len(self.values)
        places: Codes = np.minimum(found - given * width, width - 1)
        return places


def learnt(
    values: tuple[str, ...],
    seen: Codes,
    given: Codes,
    conditions: int,
    smoothing: float = SMOOTHING,
) -> Conditional:
    """The distribution of `values`, `seen` under the conditions `given`, of which there are so many.

    A condition that was never seen has everybody's distribution.
    """
    counts = np.zeros((conditions, len(values)))
    np.add.at(counts, (given, seen), 1)
    everybody = counts.sum(axis=0) / max(counts.sum(), 1)
    bare = counts.sum(axis=1, keepdims=True) == 0
    weights = counts + np.where(bare, max(smoothing, 1), smoothing) * everybody
    shares = weights / weights.sum(axis=1, keepdims=True)
    cumulated = np.minimum(np.cumsum(shares, axis=1), 1)
    cumulated[:, -1] = 1
    return Conditional(values, cumulated)


def crossed(*columns: tuple[Codes, int]) -> tuple[Codes, int]:
    """The condition of several columns together, each given with its number of values."""
    codes, number = columns[0]
    for other, values in columns[1:]:
        codes, number = codes * values + other, number * values
    return codes, number
