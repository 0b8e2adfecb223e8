"""Which intervals hold those of all exact numbers that may stand behind rounded ones?

A verdict on rounded counts would say more than is known: 30 of 35 may be 27 of 38. So the ends of an interval are those
of the exact numbers that lie farthest, each count and each base as far off as rounding may have put it.

The lower end of Newcombe's interval rises with the first count, and falls as more of the first base are outside it; by
the second count and base, the other way round. So the farthest exact numbers are known, and need no search: each end is
one interval (docs/adr/statistics/0066). Of several strata, whose weights change with their bases, each part of the
formula is taken where it lies farthest: the interval is then wider than it has to be, never narrower.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from dashboard.domain.counts import Rounded, at_least, at_most
from dashboard.domain.statistics.inference import (
    DIFFERENCE_ALPHA,
    newcombe_interval,
    wilson_limits,
)
from dashboard.domain.statistics.rates import Share

Bounds = tuple[float, float]
"""Between which two numbers something lies."""


def is_rounded(*shares: Share) -> bool:
    """Whether one of the numbers of some shares is rounded."""
    return any(isinstance(n, Rounded) for share in shares for n in (share.count, share.base))


@dataclass(frozen=True)
class Possible:
    """Which counts and bases may stand behind a share; where both are exact, these alone."""

    least: int
    most: int
    smallest: int
    largest: int

    @property
    def lowest(self) -> tuple[int, int]:
        """The count and the base of the lowest share: few in it, and many outside."""
        return min(self.least, self.largest), max(self.largest, 1)

    @property
    def highest(self) -> tuple[int, int]:
        """The count and the base of the highest share; no count is larger than its base."""
        count = min(self.most, self.largest)
        return count, max(self.smallest, count, 1)

    @property
    def parts(self) -> Bounds:
        """Between which parts of 1 the share lies."""
        (low, of_low), (high, of_high) = self.lowest, self.highest
        return (low / of_low, high / of_high) if self.smallest else (0, 1)


def possible(share: Share) -> Possible:
    """What may stand behind a share."""
    count, base = share.count, share.base
    return Possible(at_least(count), at_most(count), at_least(base), at_most(base))


def newcombe_hull(first: Share, second: Share) -> Bounds:
    """The 99 % interval of a difference of shares that holds Newcombe's of all exact numbers, as fractions of 1."""
    one, other = possible(first), possible(second)
    low, _ = newcombe_interval(one.lowest, other.highest)
    _, high = newcombe_interval(one.highest, other.lowest)
    return low, high


def stratified_hull(strata: Sequence[tuple[Share, Share]]) -> Bounds:
    """The same of Newcombe's interval over strata, those included that may have somebody on both sides."""
    if len(strata) == 1:
        return newcombe_hull(*strata[0])
    pairs = [(possible(one), possible(other)) for one, other in strata]
    return _lowest_end(pairs), -_lowest_end([(other, one) for one, other in pairs])


def _lowest_end(pairs: Sequence[tuple[Possible, Possible]]) -> float:
    """Below which no lower end lies; −1 where there may be nobody."""
    weights = [
        (_weight(one.smallest, other.smallest), _weight(one.largest, other.largest))
        for one, other in pairs
    ]
    whole = sum(least for least, _ in weights)
    if not whole:
        return -1.0
    gap, _ = _mean([_apart(one.parts, other.parts) for one, other in pairs], weights)
    spread = 0.0
    for side in (0, 1):
        here = [pair[side] for pair in pairs]
        there = [pair[1 - side] for pair in pairs]
        ends = _mean([_wilson_ends(each, side, len(pairs)) for each in here], weights)
        # Squared weights over bases: each base is as much of its weight as the other side is of both.
        _, of_others = _mean([*map(_part_of_both, there, here)], weights)
        spread += of_others / whole * _largest_variance(*ends)
    quantile = NormalDist().inv_cdf(1 - DIFFERENCE_ALPHA / 2)
    return max(gap - quantile * sqrt(spread), -1.0)


def _weight(one: int, other: int) -> float:
    return one * other / (one + other) if one and other else 0.0


def _part_of_both(one: Possible, other: Possible) -> Bounds:
    """Which part of both sides of a stratum one of them is."""
    least, most = one.smallest + other.largest, one.largest + other.smallest
    return (one.smallest / least if least else 0.0), (one.largest / most if most else 1.0)


def _apart(one: Bounds, other: Bounds) -> Bounds:
    return one[0] - other[1], one[1] - other[0]


def _wilson_ends(side: Possible, place: int, strata: int) -> Bounds:
    """Between which numbers the end of a side's interval in a stratum lies: the lower of the first, or the upper.

    The quantile of strata is between that of one interval and that over the root of their number.
    """
    if not side.smallest:
        return (0, 1)
    widest = NormalDist().inv_cdf(1 - DIFFERENCE_ALPHA / 2)
    narrowest = widest / sqrt(strata)
    quantiles = (widest, narrowest) if place == 0 else (narrowest, widest)
    low, high = (
        wilson_limits(*numbers, quantile)[place]
        for numbers, quantile in zip((side.lowest, side.highest), quantiles, strict=True)
    )
    return low, high


def _mean(values: Sequence[Bounds], weights: Sequence[Bounds]) -> Bounds:
    """Between which numbers the weighted mean of values lies, of which each, and each weight, lies between two."""
    return (
        _lowest_mean([low for low, _ in values], weights),
        -_lowest_mean([-high for _, high in values], weights),
    )


def _lowest_mean(values: Sequence[float], weights: Sequence[Bounds]) -> float:
    """The lowest weighted mean: the low values weigh as much as they may, the others as little."""
    ranked = sorted(zip(values, weights, strict=True))
    means = []
    for heavy in range(len(ranked) + 1):
        weighed = [
            (value, most if place < heavy else least)
            for place, (value, (least, most)) in enumerate(ranked)
        ]
        whole = sum(weight for _, weight in weighed)
        means.append(sum(value * weight for value, weight in weighed) / whole)
    return min(means)


def _largest_variance(low: float, high: float) -> float:
    """The largest x(1 − x) between two numbers."""
    nearest = min(max(0.5, low), high)
    return nearest * (1 - nearest)
