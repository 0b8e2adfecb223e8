"""How far apart are two groups, holding equal what divides both into strata, such as the cohort?

Women may be many in a cohort that found less work: their gap from men then tells of the cohort. Here the gap is a mean
of those within each stratum, and each side's share a mean of its shares there, weighted alike.

Sources: Mantel N., Haenszel W. (1959), Journal of the National Cancer Institute 22, for the weights; Yan X., Su X. G.
(2010), Stratified Wilson and Newcombe confidence intervals for multiple binomial proportions, Statistics in
Biopharmaceutical Research 2, for the interval. Of one stratum it is Newcombe's, so that the verdict is that of
`difference_between`. statsmodels pools ratios over strata, and no differences; its Wilson interval is what this is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from dashboard.domain.counts import at_most
from dashboard.domain.statistics.comparisons import Difference, Group, untested_because
from dashboard.domain.statistics.inference import DIFFERENCE_ALPHA, wilson_limits
from dashboard.domain.statistics.one_vs_rest import together
from dashboard.domain.statistics.rates import Share
from dashboard.domain.statistics.rounding import is_rounded, stratified_hull

Strata = Sequence[tuple[Share, Share]]
"""The shares of the first group and of the second in each stratum; neither is of nobody."""


@dataclass(frozen=True)
class Standardised:
    """The shares of two groups in percent as if both were divided alike into strata, and how far they are apart."""

    first: float
    second: float
    difference: Difference


def standardised(pairs: Sequence[tuple[Group, Group]]) -> Standardised | None:
    """Two groups that share nobody, by strata, each a pair of shares.

    A stratum is left out where one side has nobody, or numbers that may not be released. None where no stratum has both
    sides; where a side has too few people in all of them together for any share to be told; and where all or none of
    both are in the share: nothing is there to judge by.
    What may not be concluded, from few people or many silent ones, is that of all strata where both sides were asked,
    those where nobody told included. Of rounded counts, the interval holds those of all exact ones in these strata, and
    in those where a side of 0 may be a few.
    """
    released = [pair for pair in pairs if all(group.is_released for group in pair)]
    held = [(one, other) for one, other in released if one.people and other.people]
    strata = [(one.share, other.share) for one, other in held if one.share and other.share]
    if not strata or all(share.part in (0, share.base) for pair in strata for share in pair):
        return None
    if any(_together(side).hidden for side in zip(*strata, strict=True)):
        return None
    weights = mantel_haenszel_weights(strata)
    first, second = (
        sum(weight * _part(pair[side]) for weight, pair in zip(weights, strata, strict=True))
        for side in (0, 1)
    )
    asked = [pair for pair in released if all(group.asked for group in pair)]
    untested = untested_because(*(together(side) for side in zip(*asked, strict=True)))
    low, high = (
        stratified_hull(_maybe_held(released))
        if any(is_rounded(*pair) for pair in strata)
        else stratified_newcombe_interval(strata, weights)
    )
    interval = None if untested else (100 * low, 100 * high)
    gap = Difference(100 * (first - second), interval, untested)
    return Standardised(100 * first, 100 * second, gap)


def _maybe_held(pairs: Sequence[tuple[Group, Group]]) -> list[tuple[Share, Share]]:
    """The strata in which both sides may have somebody: a rounded 0 may be a few."""
    return [
        (one.share, other.share)
        for one, other in pairs
        if one.share and other.share and at_most(one.people) and at_most(other.people)
    ]


def _together(shares: Sequence[Share]) -> Share:
    return Share(sum(share.count for share in shares), sum(share.base for share in shares))


def mantel_haenszel_weights(strata: Strata) -> list[float]:
    """What each stratum counts for: most where both groups are many; together 1."""
    weights = [one.base * other.base / (one.base + other.base) for one, other in strata]
    return [weight / sum(weights) for weight in weights]


def stratified_newcombe_interval(strata: Strata, weights: Sequence[float]) -> tuple[float, float]:
    """The 99 % interval of the first share less the second, both weighted alike over strata, as fractions of 1."""
    (first, low, high, spread), (second, other_low, other_high, other_spread) = (
        _side([pair[side] for pair in strata], weights) for side in (0, 1)
    )
    quantile = NormalDist().inv_cdf(1 - DIFFERENCE_ALPHA / 2)
    below = quantile * sqrt(spread * low * (1 - low) + other_spread * other_high * (1 - other_high))
    above = quantile * sqrt(spread * high * (1 - high) + other_spread * other_low * (1 - other_low))
    return first - second - below, first - second + above


def _side(shares: Sequence[Share], weights: Sequence[float]) -> tuple[float, float, float, float]:
    """Of one group: its weighted share, both ends of its stratified Wilson interval, squared weights over bases."""
    squares = [weight**2 / share.base for weight, share in zip(weights, shares, strict=True)]
    of_strata = _quantile_of_strata(shares, squares)
    ends = [wilson_limits(share.part, share.base, of_strata) for share in shares]
    low, high = (
        sum(weight * end[i] for weight, end in zip(weights, ends, strict=True)) for i in (0, 1)
    )
    share = sum(weight * _part(share) for weight, share in zip(weights, shares, strict=True))
    # Each end is kept where it may be: rounding may put it a hair outside.
    return share, min(max(low, 0), 1), min(max(high, 0), 1), sum(squares)


def _quantile_of_strata(shares: Sequence[Share], squares: Sequence[float]) -> float:
    """With which quantile the intervals of all strata, weighted, add up to one of the confidence wanted.

    Where no stratum varies, as if all varied alike.
    """
    varied = [_part(share) * (1 - _part(share)) for share in shares]
    if not any(varied):
        varied = [1.0] * len(shares)
    variances = [square * part for square, part in zip(squares, varied, strict=True)]
    whole = NormalDist().inv_cdf(1 - DIFFERENCE_ALPHA / 2)
    return whole * sqrt(sum(variances)) / sum(map(sqrt, variances))


def _part(share: Share) -> float:
    return share.part / share.base
