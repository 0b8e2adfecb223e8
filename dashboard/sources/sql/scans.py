"""Which queries of a batch can be counted while the rows of a table are gone through once?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.stored.tables import StoredTables

MOST_TOGETHER = 30
"""Dimensions along which one scan counts: each is a column of its answer, and a bit of the number of a set."""

Keys = tuple[Dimension, ...]
"""Distinct dimensions, ascending."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which rows are gone through, and what is summed: those whose position along each dimension is one of some."""

    counted: Counted
    weighted: bool
    keyed: bool
    conditions: tuple[tuple[Dimension, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the text of a scan depends on: everything but which positions are kept, of which it has the number."""

    counted: Counted
    weighted: bool
    keyed: bool
    conditions: tuple[tuple[Dimension, int], ...]
    sets: tuple[Keys, ...]

    @property
    def keys(self) -> Keys:
        """Every dimension of a set, ascending: the columns of the answer."""
        return tuple(sorted({key for keys in self.sets for key in keys}))


@dataclass(frozen=True, slots=True)
class Scan:
    """Rows that are gone through once, counted along each of some sets of dimensions."""

    kept: Kept
    sets: tuple[Keys, ...]

    @property
    def shape(self) -> Shape:
        """What the text of this scan depends on."""
        kept = self.kept
        widths = tuple((key, len(positions)) for key, positions in kept.conditions)
        return Shape(kept.counted, kept.weighted, kept.keyed, widths, self.sets)

    @property
    def positions(self) -> list[int]:
        """The positions that are kept, in the order of the conditions: what is bound to the text."""
        return [position for _, positions in self.kept.conditions for position in positions]


def scans_of(queries: Sequence[Query], stored: StoredTables) -> dict[Kept, list[Scan]]:
    """The scans that count `queries`, by what they keep; none for a query that keeps nobody.

    Raises KeyError where what is counted has no such dimension, ValueError where it has no weights, or no keys.
    """
    wanted: dict[Kept, dict[Keys, None]] = {}
    for query in queries:
        kept = kept_by(query, stored)
        if kept is not None:
            wanted.setdefault(kept, {})[keys_of(query)] = None
    return {kept: _scans(kept, [*sets]) for kept, sets in wanted.items()}


def keys_of(query: Query) -> Keys:
    """The distinct dimensions that a query counts along, ascending."""
    return tuple(sorted(set(query.by)))


def kept_by(query: Query, stored: StoredTables) -> Kept | None:
    """Which rows a query is about; None where a condition keeps no category that there is. Raises as `scans_of`."""
    check(query, stored)
    conditions = tuple(
        (c.dimension, _positions(stored.vocabulary, c.dimension, c.codes)) for c in query.selection
    )
    if not all(positions for _, positions in conditions):
        return None
    return Kept(query.counted, query.weighted, query.keyed, conditions)


def check(query: Query, stored: StoredTables) -> None:
    """Raises KeyError where a dimension is not counted so, ValueError where the weights or the keys are not there."""
    own, people = stored.columns[query.counted], stored.columns["beneficiary"]
    for key in (*query.by, *(condition.dimension for condition in query.selection)):
        if key not in own and key not in people:
            raise KeyError(key)
    if query.weighted and not stored.description.tables[query.counted].weighted:
        raise ValueError(f"there are no weights to count {query.counted} by")
    if query.keyed and not stored.description.tables[query.counted].keyed:
        raise ValueError("the tables were stored without a secret: there are no keys")


def _positions(vocabulary: Vocabulary, key: Dimension, codes: Sequence[str]) -> tuple[int, ...]:
    return tuple(i for i, code in enumerate(vocabulary.codes(key)) if code in codes)


def _scans(kept: Kept, sets: Sequence[Keys]) -> list[Scan]:
    """Scans of the same rows, each along as many dimensions as it may; a larger set has a scan of its own."""
    scans: list[list[Keys]] = []
    room: Mapping[Dimension, None] = {}
    for keys in sets:
        together = dict.fromkeys((*room, *keys))
        if scans and len(together) <= MOST_TOGETHER:
            scans[-1].append(keys)
            room = together
        else:
            scans.append([keys])
            room = dict.fromkeys(keys)
    return [Scan(kept, tuple(listed)) for listed in scans]
