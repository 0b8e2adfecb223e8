"""How is a batch of queries answered by whoever runs a statement?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from dashboard.domain.query import Query
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.engine import Crossings
from dashboard.sources.sql.scans import Kept, Keys, Scan, kept_by, keys_of, scans_of
from dashboard.sources.sql.statements import (
    COUNT,
    KEY_SUM,
    PARTS,
    SCAN,
    WEIGHED,
    Statements,
    position_column,
)

Run = Callable[[str, Sequence[int]], pa.Table]
"""Runs a statement with its parameters and gives its rows."""

Found = Mapping[tuple[Kept, Keys], Crossings]
"""What scans found, along dimensions in ascending order."""

NONE = -1
"""What stands for null: no position."""


def answered(
    queries: Sequence[Query], stored: StoredTables, statements: Statements, run: Run
) -> list[Crossings]:
    """What each of `queries` finds, asked for in one statement; raises as `Engine.crossings`."""
    scans = [scan for scans in scans_of(queries, stored).values() for scan in scans]
    found: Found = {}
    if scans:
        text = statements.text(tuple(scan.shape for scan in scans))
        rows = run(text, [position for scan in scans for position in scan.positions])
        found = _found(rows, scans)
    return [_of(query, found, stored) for query in queries]


def _found(rows: pa.Table, scans: Sequence[Scan]) -> Found:
    number, counts = _numbers(rows, SCAN), _numbers(rows, COUNT)
    sums = {name: _numbers(rows, name) for name in (WEIGHED, KEY_SUM, PARTS)}
    found = {}
    for place, scan in enumerate(scans):
        keys = scan.shape.keys
        # Counted along nothing, nobody is a row of 0.
        own = np.flatnonzero((number == place) & (counts > 0))
        positions = np.zeros((len(own), len(keys)), dtype=np.int64)
        for i in range(len(keys)):
            positions[:, i] = _numbers(rows, position_column(i))[own]
        sets = (positions != NONE) @ (1 << np.arange(len(keys)))
        for along in scan.sets:
            axes = [keys.index(key) for key in along]
            rows_of_set = sets == sum(1 << axis for axis in axes)
            of_set = positions[rows_of_set][:, axes]
            those = own[rows_of_set]
            of_those = {name: numbers[those] for name, numbers in sums.items()}
            found[scan.kept, along] = _ascending(
                _crossings(scan.kept, of_set, counts[those], of_those)
            )
    return found


def _of(query: Query, found: Found, stored: StoredTables) -> Crossings:
    """What one query finds, a column a dimension in its own order."""
    kept, keys = kept_by(query, stored), keys_of(query)
    if kept is None:
        nothing = np.zeros(0, dtype=np.int64)
        sums = dict.fromkeys((WEIGHED, KEY_SUM, PARTS), nothing)
        none = Kept(query.counted, query.weighted, query.keyed, ())
        return _crossings(none, np.zeros((0, len(query.by)), dtype=np.int32), nothing, sums)
    crossings = found[kept, keys]
    if query.by == keys:
        return crossings
    axes = [keys.index(key) for key in query.by]
    return _ascending(replace(crossings, positions=crossings.positions[:, axes]))


def _crossings(
    kept: Kept,
    positions: NDArray[np.integer],
    counts: NDArray[np.int64],
    sums: Mapping[str, NDArray[np.int64]],
) -> Crossings:
    """What was found, with those sums that were asked for."""
    return Crossings(
        positions.astype(np.int32),
        counts,
        sums[WEIGHED] if kept.weighted else None,
        sums[KEY_SUM] if kept.keyed else None,
        sums[PARTS] if kept.keyed and kept.counted != "beneficiary" else None,
    )


def _ascending(found: Crossings) -> Crossings:
    if not found.positions.shape[1]:
        return found
    order = np.lexsort(found.positions.T[::-1])

    def in_order(numbers: NDArray[np.int64] | None) -> NDArray[np.int64] | None:
        return None if numbers is None else numbers[order]

    return Crossings(
        found.positions[order],
        found.counts[order],
        in_order(found.weights),
        in_order(found.keys),
        in_order(found.heads),
    )


def _numbers(rows: pa.Table, name: str) -> NDArray[np.int64]:
    column = rows[name].cast(pa.int64()).fill_null(NONE)
    return np.asarray(column.combine_chunks().to_numpy(), dtype=np.int64)
