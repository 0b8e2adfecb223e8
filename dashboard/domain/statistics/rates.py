"""How large is a share, a mean or a median, and how sure may one be of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.statistics.inference import wilson_interval

SMALL_BASE = 30
"""Below this base a share is marked as fragile (product rule)."""


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
        return 100 * self.count / self.base if self._has_value else None

    @property
    def fragile(self) -> bool:
        """Whether the base is too small for the share to be read without care."""
        return 0 < self.base < SMALL_BASE

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson score interval in percent (Wilson 1927); None where there is no percent."""
        return _wilson(self.count, self.base) if self._has_value else None

    @property
    def _has_value(self) -> bool:
        return self.base != 0 and not (
            isinstance(self.count, Suppressed) or isinstance(self.base, Suppressed)
        )


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
