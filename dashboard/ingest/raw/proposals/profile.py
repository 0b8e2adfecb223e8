"""What stands in a column, counted: how many cells are filled, which texts, of how many persons?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.ingest.raw.grid import Grid
from dashboard.text.folded import folded

LONG = 30
"""From how many characters on, as a mean, a text is a sentence."""

MOST_DIFFERENT = 0.5
"""From which share of different texts on a column is no list of answers."""

FEW = 12
"""So many different texts are a list of answers, however few rows there are."""


@dataclass(frozen=True)
class Profile:
    """A column: its rank, its header, and how often each text stands in it, without spaces around and as written."""

    rank: int
    header: str
    rows: int
    times: Mapping[str, int]

    @cached_property
    def filled(self) -> int:
        """How many cells are not empty."""
        return sum(self.times.values())

    @cached_property
    def folded_times(self) -> Mapping[str, int]:
        """How often each text stands in it, without case and accents."""
        times: Counter[str] = Counter()
        for text, count in self.times.items():
            times[folded(text)] += count
        return times

    def share(self, texts: Sequence[str]) -> float:
        """The share of the filled cells that hold one of `texts`; 0 where none is filled."""
        return sum(self.times[text] for text in texts) / self.filled if self.filled else 0.0

    @property
    def is_free_text(self) -> bool:
        """Whether people wrote there what they wanted: long texts, or texts of several words that mostly differ."""
        if not self.times:
            return False
        mean = sum(map(len, self.times)) / len(self.times)
        several = sum(" " in text for text in self.times) > len(self.times) / 2
        differ = len(self.times) > max(FEW, MOST_DIFFERENT * self.filled)
        return (mean > LONG and len(self.times) > FEW / 2) or (several and differ)


def profiles_of(grids: Sequence[Grid]) -> list[Profile]:
    """The columns of tables that have one header, together; a column without a name has no profile."""
    header = grids[0].header
    rows = [row.cells for grid in grids for row in grid.rows]
    counted = [
        Counter(text for cells in rows if (text := cells[i].strip())) for i in range(len(header))
    ]
    return [
        Profile(rank, name, len(rows), counted[rank])
        for rank, name in enumerate(header)
        if name.strip()
    ]


def spread(grids: Sequence[Grid], rank: int, person: int | None) -> Mapping[str, int]:
    """In how many persons' rows each text of a column stands; in how many rows, where no column tells persons."""
    seen: dict[str, set[str]] = {}
    for number, cells in enumerate(row.cells for grid in grids for row in grid.rows):
        whose = cells[person].strip() if person is not None else str(number)
        seen.setdefault(cells[rank].strip(), set()).add(whose)
    return {text: len(persons) for text, persons in seen.items() if text}
