"""What stands in a column, counted: how many cells are filled, which texts, of how many persons?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.proposals.days import Days, days_of

LONG = 30
"""From how many characters on, as a mean, a text is a sentence."""

MOST_DIFFERENT = 0.5
"""From which share of different texts on a column is no list of answers."""

MOST_ANSWERS = 400
"""No list has more different answers: what is rarer than these is not looked at, and counts as no answer."""

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
    def usual(self) -> tuple[str, ...]:
        """The texts that stand in it most often, as many as a list of answers may have, in order of their letters."""
        often = sorted(self.times, key=lambda text: (-self.times[text], text))
        return tuple(sorted(often[:MOST_ANSWERS]))

    @cached_property
    def days(self) -> Days | None:
        """Its dates, where it is a column of dates."""
        return days_of(self.times)

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
