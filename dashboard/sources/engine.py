"""What must a machine that counts be able to do, be it this process, a database or a cluster?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.query import Query
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT

__all__ = ["UNITS_OF_WEIGHT", "Crossings", "Engine"]


@dataclass(frozen=True, eq=False)
class Crossings:
    """The distinct combinations of categories that a query finds, ascending, and how many rows have each.

    `positions` has one row a combination and one column a dimension of `Query.by`: positions in the vocabulary's codes.
    `counts` is one or more everywhere. `weights`, where the query is weighted: the sum of the weights in billionths;
    then respondents alone are there. Without a dimension: one row of no column, or none where nobody is selected.
    `keys` and `heads`, where the query is keyed: the sum of the random keys of the rows' people, and of the parts of
    people that the rows are (`dashboard.domain.keys`); `heads` is None of beneficiaries, who are whole.
    """

    positions: NDArray[np.int32]
    counts: NDArray[np.int64]
    weights: NDArray[np.int64] | None = None
    keys: NDArray[np.int64] | None = None
    heads: NDArray[np.int64] | None = None


class Engine(Protocol):
    """Counts analysis tables; gives whole numbers only, never a row, never a ratio."""

    def crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        """What each query finds; an engine answers them in as few statements as it can.

        Raises KeyError where what is counted has no such dimension, ValueError where it has no weights, or no keys.
        """
