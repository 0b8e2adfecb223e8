"""What is one line of a comparison: the same categories in A and in B, and the gap between their shares?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.content.data_table import Key, Row
from dashboard.domain.counts import Count
from dashboard.domain.statistics.comparisons import Difference
from dashboard.domain.statistics.rates import SMALL_BASE

Unit = Literal["points", "mean", "count"]
"""What a gap is counted in: points between shares, the variable's own unit between means, or cases."""

VERDICT = "verdict"
"""The word of the code for a column in which a view says what it thinks of a row: it names no category."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of both tables, named by its keys; a side that lacks it has no row.

    `gap` is the share, the mean or the count of A less that of B, in the `unit` that goes with it; None where it would
    mean nothing. `difference` adds an interval and a verdict, where the numbers allow one.
    """

    keys: tuple[Key, ...]
    a: Row | None
    b: Row | None
    gap: float | None = None
    difference: Difference | None = None
    unit: Unit = "points"

    @property
    def labels(self) -> tuple[str, ...]:
        """Its categories as a reader sees them."""
        return tuple(key.label for key in self.keys)

    @property
    def has_small_base(self) -> bool:
        """Whether a side has too few people for any conclusion."""
        return any(0 < (row.base or 0) < SMALL_BASE for row in (self.a, self.b) if row)

    @property
    def is_tested(self) -> bool:
        """Whether the numbers allow a verdict."""
        return self.difference is not None and self.difference.tested

    @property
    def is_conclusive(self) -> bool:
        """Whether the two sides are said to differ."""
        return self.difference is not None and self.difference.conclusive

    @property
    def is_silent(self) -> bool:
        """Whether too many on a side did not tell, so that what they would have said may decide."""
        return self.difference is not None and self.difference.untested == "silence"

    @property
    def is_unsure(self) -> bool:
        """Whether it is not known if a side has enough people, or too many who did not tell."""
        return self.difference is not None and self.difference.untested == "not_known"

    @property
    def people(self) -> Count:
        """How many stand behind both shares."""
        return sum(row.count or 0 for row in (self.a, self.b) if row)
