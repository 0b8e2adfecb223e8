"""Which columns of a table hold personal data?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.ingest.personal.values import Personal, is_full_name, kind_of
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.personal.names import kind_of_name

OFTEN = 0.2
"""From which share of its filled cells on a column is one of personal data."""

MOST = 0.6
"""From which share on, where the form of one cell alone tells little: two words that may be a name."""


@dataclass(frozen=True, slots=True)
class PersonalColumn:
    """A column with personal data: its rank from 0, its name, of which kind, and what tells it.

    `cells` is how many of its `filled` cells hold some by their form. It is `whole` where its name says so, or where
    cells that hold some are many: a column of personal data. Otherwise they stand among others.
    """

    rank: int
    column: str
    kind: Personal
    by_name: bool
    cells: int
    filled: int

    @property
    def whole(self) -> bool:
        """Whether the column is one of personal data."""
        return self.by_name or self.cells >= OFTEN * self.filled


def found(grid: Grid) -> tuple[PersonalColumn, ...]:
    """The columns of `grid` whose name or values are personal data, in its order. No value is told."""
    return tuple(_found(grid))


def _found(grid: Grid) -> Iterator[PersonalColumn]:
    for rank, column in enumerate(grid.header):
        filled = [row.cells[rank] for row in grid.rows if row.cells[rank].strip()]
        kinds = kinds_in(filled)
        kind = kind_of_name(column)
        if kind is not None:
            yield PersonalColumn(rank, column, kind, True, kinds.total(), len(filled))
        elif kinds:
            (most, _), *_ = kinds.most_common(1)
            yield PersonalColumn(rank, column, most, False, kinds.total(), len(filled))


def kinds_in(filled: Sequence[str]) -> Counter[Personal]:
    """How many of the `filled` cells of a column hold each kind of personal data."""
    times = Counter(filled)
    kinds: Counter[Personal] = Counter()
    for text, count in times.items():
        kind = kind_of(text)
        if kind is not None:
            kinds[kind] += count
    names = sum(is_full_name(text) for text in times)
    if not kinds and names > MOST * len(times) and names > 1:
        kinds["name"] = len(filled)
    return kinds
