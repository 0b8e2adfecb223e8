"""How are the tables held so that counting them takes milliseconds?

Each variable is one array of small codes, one code a row: positions in the vocabulary's list of categories. Wide, one
array a wave, since flows between waves are counted 1.5 to 3 times faster so than from one row a wave (measured).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted
from dashboard.domain.vocabulary import Vocabulary

Codes = NDArray[np.unsignedinteger[Any]]


@dataclass
class Columns:
    """The coded columns of what is counted: people, enrolments, units, answers.

    `owner[counted]` gives the row of the person behind each enrolment, unit or answer; their own columns are gathered
    through it on first use and kept. `weights` gives what each person counts for where non-response is corrected.
    """

    vocabulary: Vocabulary
    size: dict[Counted, int]
    owner: dict[Counted, NDArray[np.int64]]
    own: dict[tuple[Counted, Dimension], Codes] = field(default_factory=dict)
    weights: NDArray[np.float64] | None = None

    def column(self, counted: Counted, dimension: Dimension) -> Codes:
        """The codes of `dimension` for each row of `counted`; raises KeyError where it has none."""
        found = self.own.get((counted, dimension))
        if found is None:
            person = self.own["beneficiary", dimension]
            if counted == "beneficiary":
                raise KeyError(dimension)
            found = self.own[counted, dimension] = person[self.owner[counted]]
        return found


def coded(values: pd.Series, codes: Sequence[str]) -> Codes:
    """`values` as positions in `codes`; raises ValueError where a value is not one of them."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        lookup = pd.Index(codes).get_indexer(pd.Index(values.cat.categories))
        raw = values.cat.codes.to_numpy()
        found = np.append(lookup, -1)[raw]
    else:
        found = pd.Index(codes).get_indexer(pd.Index(values.to_numpy()))
    if (found < 0).any():
        raise ValueError(f"{values.name}: a value is not one of {list(codes)}")
    return found.astype(width_for(codes))


def width_for(codes: Sequence[str]) -> type[np.unsignedinteger[Any]]:
    """The smallest type that numbers all `codes`."""
    return np.uint8 if len(codes) <= np.iinfo(np.uint8).max + 1 else np.uint16
