"""How are tables held in memory counted?"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import FrequencyTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.reading.tables import Tables
from dashboard.sources.memory.columns import Columns
from dashboard.sources.memory.encoding import encode

KEPT_SELECTIONS = 32
"""How many selections' rows are remembered: the views of a page ask for the same few, one after the other."""


class MemorySource:
    """Counts coded columns with `numpy.bincount`. Holds no frame and gives no row."""

    def __init__(self, columns: Columns, version: str, dated: date, stamp: str) -> None:
        self._columns = columns
        self._found = lru_cache(maxsize=KEPT_SELECTIONS)(self._find)
        self.vocabulary: Vocabulary = columns.vocabulary
        self.version = version
        self.dated = dated
        self.stamp = stamp

    @classmethod
    def of(cls, tables: Tables, codebook: Codebook) -> MemorySource:
        """The source that holds `tables`, which must have passed the checks."""
        widened = codebook.with_waves(tables.survey["wave"].cat.categories)
        return cls(encode(tables, widened), tables.version, tables.dated, tables.label)

    def tabulate(self, query: Query) -> FrequencyTable:
        """Raw counts of `query`; raises KeyError where `counted` has no such dimension, ValueError where no weights."""
        codes = tuple(self.vocabulary.codes(key) for key in query.by)
        shape = tuple(len(listed) for listed in codes)
        rows = self._selected(query.counted, query.selection)
        cell = np.zeros(self._size(query.counted) if rows is None else len(rows), dtype=np.int64)
        for key, width in zip(query.by, shape, strict=True):
            column = self._columns.column(query.counted, key)
            cell *= width
            cell += column if rows is None else column[rows]
        weights = self._weights(query, rows)
        counts = np.bincount(cell, weights, minlength=int(np.prod(shape))).reshape(shape)
        return FrequencyTable(query.by, codes, counts)

    def _weights(self, query: Query, rows: NDArray[np.int64] | None) -> NDArray[np.float64] | None:
        """What each row counts for; None where each counts for one."""
        if not query.weighted:
            return None
        weights = self._columns.weights
        if query.counted not in ("beneficiary", "answer") or weights is None:
            raise ValueError(f"there are no weights to count {query.counted} by")
        if query.counted == "answer":
            weights = weights[self._columns.owner["answer"]]
        return weights if rows is None else weights[rows]

    def _size(self, counted: Counted) -> int:
        return self._columns.size[counted]

    def _selected(self, counted: Counted, selection: Selection) -> NDArray[np.int64] | None:
        """The rows of `selection`; None for all of them, which need not be listed."""
        return self._found(counted, selection) if selection else None

    def _find(self, counted: Counted, selection: Selection) -> NDArray[np.int64]:
        kept = np.ones(self._size(counted), dtype=bool)
        for condition in selection:
            codes = self.vocabulary.codes(condition.dimension)
            allowed = np.array([code in condition.codes for code in codes])
            kept &= allowed[self._columns.column(counted, condition.dimension)]
        return np.flatnonzero(kept)
