"""How are tables held in memory counted?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.combinations import Numbered, Whole, added
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.sources.engine import Crossings
from dashboard.sources.memory.columns import columns_of

KEPT_SELECTIONS = 32
"""How many selections' rows are remembered: the views of a page ask for the same few, one after the other."""


class MemoryEngine:
    """Counts coded columns with `numpy.bincount`. Holds no frame and gives no row."""

    def __init__(self, frames: Mapping[Counted, pd.DataFrame], vocabulary: Vocabulary) -> None:
        self._columns = columns_of(frames)
        self._vocabulary = vocabulary
        self._rows = lru_cache(maxsize=KEPT_SELECTIONS)(self._rows_of)

    def crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        """What each query finds, one after the other: nothing is to be gained here by asking at once.

        Raises KeyError where what is counted has no such dimension, ValueError where it has no weights.
        """
        return [self._crossings(query) for query in queries]

    def _crossings(self, query: Query) -> Crossings:
        rows = self._selected(query.counted, query.selection)
        weights: Whole | None = None
        if query.weighted:
            weights = self._columns.weights_of(query.counted)
            respondents = weights > 0 if rows is None else weights[rows] > 0
            rows = np.flatnonzero(respondents) if rows is None else rows[respondents]
            weights = weights[rows]
        columns = []
        for key in query.by:
            column = self._columns.column(query.counted, key)
            columns.append(column if rows is None else column[rows])
        size = self._columns.size[query.counted] if rows is None else len(rows)
        widths = [len(self._vocabulary.codes(key)) for key in query.by]
        numbered = Numbered(columns, widths, size)
        counts = np.bincount(numbered.of_row, minlength=numbered.numbers)
        occupied = np.flatnonzero(counts)
        keys, heads = self._columns.keys_of(query.counted) if query.keyed else (None, None)

        def summed(numbers: Whole | None) -> Whole | None:
            if numbers is None:
                return None
            return added(numbered.of_row, numbers, numbered.numbers)[occupied]

        def of_rows(numbers: Whole | None) -> Whole | None:
            return numbers if rows is None or numbers is None else numbers[rows]

        return Crossings(
            numbered.positions(occupied),
            counts[occupied],
            summed(weights),
            summed(of_rows(keys)),
            summed(of_rows(heads)),
        )

    def _selected(self, counted: Counted, selection: Selection) -> NDArray[np.int64] | None:
        """The rows of `selection`; None for all of them, which need not be listed."""
        return self._rows(counted, selection) if selection else None

    def _rows_of(self, counted: Counted, selection: Selection) -> NDArray[np.int64]:
        kept = np.ones(self._columns.size[counted], dtype=bool)
        for condition in selection:
            codes = self._vocabulary.codes(condition.dimension)
            allowed = np.array([code in condition.codes for code in codes])
            kept &= allowed[self._columns.column(counted, condition.dimension)]
        return np.flatnonzero(kept)
