"""How are the analysis tables held so that counting them takes milliseconds?

Each variable is one array of small codes, one code a row: positions in the vocabulary's list of categories. Wide, one
array a wave, since flows between waves are counted 1.5 to 3 times faster so than from one row a wave (measured).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.query import Counted
from dashboard.ingest.derive.analysis import HEADS, KEY, NOT_COUNTED, PERSON, WEIGHT

Codes = NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True, eq=False)
class Columns:
    """The coded columns of what is counted: people, enrolments, units, answers.

    `owner` gives the row of the person behind each enrolment, unit or answer; their own columns are gathered through it
    on first use and kept in `coded`. `weights` gives what each row counts for, in billionths, where non-response is
    corrected. `keys` and `heads` give what rounding needs, where the tables were opened with a secret.
    """

    size: Mapping[Counted, int]
    coded: dict[tuple[Counted, Dimension], Codes]
    owner: Mapping[Counted, NDArray[np.int64]]
    weights: Mapping[Counted, NDArray[np.int64]]
    keys: Mapping[Counted, NDArray[np.int64]]
    heads: Mapping[Counted, NDArray[np.int64]]

    def column(self, counted: Counted, key: Dimension) -> Codes:
        """The codes of `key` for each row of `counted`; raises KeyError where it has none."""
        column = self.coded.get((counted, key))
        if column is None:
            if counted == "beneficiary":
                raise KeyError(key)
            column = self.coded["beneficiary", key][self.owner[counted]]
            self.coded[counted, key] = column
        return column

    def weights_of(self, counted: Counted) -> NDArray[np.int64]:
        """What each row of `counted` counts for, in billionths; raises ValueError where it has no weights."""
        weights = self.weights.get(counted)
        if weights is None:
            raise ValueError(f"there are no weights to count {counted} by")
        return weights

    def keys_of(self, counted: Counted) -> tuple[NDArray[np.int64], NDArray[np.int64] | None]:
        """The key of each row's person and, but for people, the parts of one that each row is; raises ValueError."""
        keys = self.keys.get(counted)
        if keys is None:
            raise ValueError("the tables were opened without a secret: there are no keys")
        return keys, self.heads.get(counted)


def columns_of(frames: Mapping[Counted, pd.DataFrame]) -> Columns:
    """The columns of analysis tables as arrays."""
    return Columns(
        size={counted: len(frame) for counted, frame in frames.items()},
        coded={
            (counted, dimension(name)): _codes(frame[name])
            for counted, frame in frames.items()
            for name in frame.columns.drop(list(NOT_COUNTED), errors="ignore")
        },
        owner=_numbers(frames, PERSON),
        weights=_numbers(frames, WEIGHT),
        keys=_numbers(frames, KEY),
        heads=_numbers(frames, HEADS),
    )


def _codes(column: pd.Series[Any]) -> Codes:
    """The positions in a column, in the smallest type that numbers its categories."""
    smallest = np.min_scalar_type(max(len(column.cat.categories) - 1, 0))
    return column.cat.codes.to_numpy().astype(smallest)


def _numbers(frames: Mapping[Counted, pd.DataFrame], name: str) -> dict[Counted, NDArray[Any]]:
    """The column called `name` of each table that has it."""
    return {counted: frame[name].to_numpy() for counted, frame in frames.items() if name in frame}
