"""How are tables held in memory counted?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Selection
from dashboard.ingest.derive.analysis import AnalysisTables
from dashboard.sources.memory.columns import columns_of
from dashboard.sources.memory.cubes import Cubes

KEPT_SELECTIONS = 32
"""How many selections' rows are remembered: the views of a page ask for the same few, one after the other."""


LARGE = 200_000
"""From how many rows on a cube pays: fewer are counted in a few milliseconds."""


class MemorySource:
    """Counts coded columns with `numpy.bincount`, in cubes from `large` rows on. Holds no frame and gives no row."""

    def __init__(self, tables: AnalysisTables, large: int = LARGE) -> None:
        self._columns = columns_of(tables.frames)
        self._cubes = Cubes(self._columns, tables.vocabulary)
        self._large = large
        self._rows = lru_cache(maxsize=KEPT_SELECTIONS)(self._rows_of)
        self.vocabulary = tables.vocabulary
        self.version = tables.version
        self.dated = tables.dated
        self.stamp = tables.stamp

    def tabulate(self, query: Query) -> FrequencyTable:
        """Raw counts of `query`; raises KeyError where `counted` has no such dimension, ValueError where no weights."""
        codes = tuple(self.vocabulary.codes(key) for key in query.by)
        if self._columns.size[query.counted] >= self._large:
            counted = self._cubes.counts(query)
            if counted is not None:
                return FrequencyTable(query.by, codes, *counted)
        shape = tuple(len(listed) for listed in codes)
        rows = self._selected(query.counted, query.selection)
        size = self._columns.size[query.counted] if rows is None else len(rows)
        cell = np.zeros(size, dtype=np.int64)
        for key, width in zip(query.by, shape, strict=True):
            column = self._columns.column(query.counted, key)
            cell *= width
            cell += column if rows is None else column[rows]
        cells = int(np.prod(shape))
        weights = self._weights(query, rows)
        if weights is None:
            counts = np.bincount(cell, minlength=cells)
            return FrequencyTable(query.by, codes, counts.reshape(shape))
        respondents = np.bincount(cell[weights > 0], minlength=cells)
        weighed = np.bincount(cell, weights, minlength=cells).astype(np.float64, copy=False)
        return FrequencyTable(query.by, codes, respondents.reshape(shape), weighed.reshape(shape))

    def tabulate_all(self, queries: Mapping[str, Query]) -> dict[str, FrequencyTable]:
        """Raw counts of each query by its name, counted one after the other: nothing is to be gained here at once."""
        return {name: self.tabulate(query) for name, query in queries.items()}

    def _weights(self, query: Query, rows: NDArray[np.int64] | None) -> NDArray[np.float64] | None:
        """What each row counts for; None where each counts for one."""
        if not query.weighted:
            return None
        weights = self._columns.weights_of(query.counted)
        return weights if rows is None else weights[rows]

    def _selected(self, counted: Counted, selection: Selection) -> NDArray[np.int64] | None:
        """The rows of `selection`; None for all of them, which need not be listed."""
        return self._rows(counted, selection) if selection else None

    def _rows_of(self, counted: Counted, selection: Selection) -> NDArray[np.int64]:
        kept = np.ones(self._columns.size[counted], dtype=bool)
        for condition in selection:
            codes = self.vocabulary.codes(condition.dimension)
            allowed = np.array([code in condition.codes for code in codes])
            kept &= allowed[self._columns.column(counted, condition.dimension)]
        return np.flatnonzero(kept)
