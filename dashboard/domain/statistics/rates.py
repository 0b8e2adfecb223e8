"""How large is a share, a mean or a median, and how sure may one be of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.statistics.inference import wilson_interval

SMALL_BASE = 30
"""Below this base a share is marked as fragile (product rule)."""

LEAST_BASE = 10
"""Below this base no share is told."""

LEAST_ROUNDED_BASE = 20
"""Below this base none is told of rounded counts, which go to everybody (InserJeunes)."""

LEAST_ROUNDED_PEOPLE = 30
"""Below so many people no mean or median is told of rounded counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `base` people. A share of nobody has no value: it is absent, not zero.

    Neither has one of which a number may not be released.
    """

    count: Count
    base: Count

    @property
    def percent(self) -> float | None:
        """The share in percent; None where the base is empty, or where a number may not be released."""
        return 100 * min(self.count, self.base) / self.base if self._has_value else None

    @property
    def fragile(self) -> bool:
        """Whether the base is too small for the share to be read without care."""
        return 0 < self.base < SMALL_BASE

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson score interval in percent (Wilson 1927); None where there is no percent."""
        return (
            _wilson(min(int(self.count), int(self.base)), int(self.base))
            if self._has_value
            else None
        )

    @property
    def _has_value(self) -> bool:
        return self.base != 0 and not self.hidden

    @property
    def hidden(self) -> bool:
        """Whether there is a share that is not told: of a number that may not be released, or of too small a base."""
        kinds = (type(self.count), type(self.base))
        if Suppressed in kinds:
            return True
        return 0 < self.base < (LEAST_ROUNDED_BASE if Rounded in kinds else LEAST_BASE)


@lru_cache(maxsize=65536)
def _wilson(count: int, base: int) -> tuple[float, float]:
    low, high = wilson_interval(count, base)
    return 100 * low, 100 * high


def mean(distribution: Mapping[int, int]) -> float | None:
    """The mean of `distribution` (value -> how many people); None where it is empty."""
    people = sum(distribution.values())
    return sum(v * n for v, n in distribution.items()) / people if people else None


def median(distribution: Mapping[int, int]) -> float | None:
    """The median of `distribution` (value -> how many people), the mid-point where two values share it."""
    people = sum(distribution.values())
    if not people:
        return None
    lower = _value_at(distribution, (people - 1) // 2)
    return (lower + _value_at(distribution, people // 2)) / 2


def _value_at(distribution: Mapping[int, int], rank: int) -> int:
    seen = 0
    for value in sorted(distribution):
        seen += distribution[value]
        if seen > rank:
            return value
    raise ValueError(f"rank {rank} lies outside a distribution of {seen}")
