"""How large is a share, a mean or a median, and how sure may one be of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import nan

from dashboard.domain.counts import Count, Rounded, Suppressed, variance_of_rounding
from dashboard.domain.statistics.inference import wilson_interval

SMALL_BASE = 30
"""Below this base a share is marked as fragile (product rule)."""

LEAST_BASE = 10
"""Below this base no share is told."""

LEAST_ROUNDED_BASE = 20
"""Below this base none is told of rounded counts, which go to everybody (InserJeunes)."""

LEAST_ROUNDED_PEOPLE = 60
"""Below so many people no mean or median is told of rounded counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `base` people. A share of nobody has no value: it is absent, not zero.

    Neither has one of which a number may not be released.
    """

    count: Count
    base: Count

    @property
    def part(self) -> Count:
        """The count, and of rounded numbers no more than the base: the two are rounded apart."""
        return min(self.count, self.base)

    @property
    def percent(self) -> float | None:
        """The share in percent; None where the base is empty, or where it is not told."""
        # Thousands of times a page: no further call.
        if self.base == 0 or self.hidden:
            return None
        return 100 * self.part / self.base

    @property
    def fragile(self) -> bool:
        """Whether the base is too small for the share to be read without care."""
        return 0 < self.base < SMALL_BASE

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson score interval in percent (Wilson 1927); None where there is no percent."""
        if self.base == 0 or self.hidden:
            return None
        return _wilson(int(self.part), int(self.base))

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


def mean(distribution: Mapping[int, Count], people: Count | None = None) -> float | None:
    """The mean of `distribution` (value -> how many people); None where it is empty, or where it is not told.

    `people`: how many those are, where they have been counted by themselves: rounded counts do not add up to it.
    """
    if _is_untold(distribution, people):
        return None
    added = sum(distribution.values())
    return sum(v * n for v, n in distribution.items()) / added if added else None


def noise_of_mean(distribution: Mapping[int, Count]) -> float:
    """How much the rounding of each count of `distribution` adds to the variance of its mean; 0 of exact counts."""
    noisy = {value: variance_of_rounding(people) for value, people in distribution.items()}
    added = sum(distribution.values())
    if not added or not any(noisy.values()):
        return 0.0
    middle = sum(value * people for value, people in distribution.items()) / added
    return sum(noise * (value - middle) ** 2 for value, noise in noisy.items()) / added**2


def median(distribution: Mapping[int, Count], people: Count | None = None) -> float | None:
    """The median of `distribution` (value -> how many people), the mid-point where two values share it.

    None where it is empty, or where it is not told; `people` is that of `mean`.
    """
    if _is_untold(distribution, people):
        return None
    added = sum(distribution.values())
    if not added:
        return None
    lower = _value_at(distribution, (added - 1) // 2)
    return (lower + _value_at(distribution, added // 2)) / 2


def ratio(total: Count, people: Count) -> float | None:
    """How much of `total` there is a person, which is a mean too; None of nobody, `nan` where it is not told."""
    if not people:
        return None
    return nan if _is_untold({0: total}, people) else total / people


def _is_untold(distribution: Mapping[int, Count], people: Count | None) -> bool:
    """Whether there is a mean that is not told: of a number that may not be released, or of few rounded ones."""
    kinds = {*map(type, distribution.values()), type(people)}
    if Suppressed in kinds:
        return True
    if Rounded not in kinds:
        return False
    counted = sum(distribution.values()) if people is None else people
    return counted < LEAST_ROUNDED_PEOPLE


def _value_at(distribution: Mapping[int, Count], rank: int) -> int:
    seen = 0
    for value in sorted(distribution):
        seen += distribution[value]
        if seen > rank:
            return value
    raise ValueError(f"rank {rank} lies outside a distribution of {seen}")
