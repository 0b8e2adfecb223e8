"""Which intervals does statsmodels compute for us?

It takes longer to import than everything else in this room together: it is loaded when the first number is asked for,
or by `load`, which whoever opens the tables calls so that no reader waits.

Sources: Wilson E. B. (1927), Journal of the American Statistical Association 22; Newcombe R. G. (1998), Interval
estimation for the difference between independent proportions, Statistics in Medicine 17, method 10; Student (1908),
Biometrika 6; Welch B. L. (1947), Biometrika 34.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from math import sqrt
from statistics import NormalDist
from types import ModuleType

SHARE_ALPHA = 0.05
"""One less the confidence of the interval of a single share or mean."""

DIFFERENCE_ALPHA = 0.01
"""One less the confidence of the interval of a difference, which decides its verdict."""

_LIBRARIES = ("statsmodels.stats.proportion", "statsmodels.stats.weightstats")

_library = cache(import_module)


def load() -> None:
    """Imports the libraries now rather than at the first number."""
    for name in _LIBRARIES:
        _library(name)


def wilson_interval(count: float, base: float) -> tuple[float, float]:
    """The 95 % Wilson score interval of `count` in `base` (above 0), as fractions of 1."""
    low, high = _proportions().proportion_confint(count, base, alpha=SHARE_ALPHA, method="wilson")
    return float(low), float(high)


def wilson_limits(count: float, base: float, quantile: float) -> tuple[float, float]:
    """The Wilson score interval of `count` in `base` (above 0) by a quantile of the normal law, as fractions of 1."""
    alpha = 2 * (1 - NormalDist().cdf(quantile))
    low, high = _proportions().proportion_confint(count, base, alpha=alpha, method="wilson")
    return float(low), float(high)


def newcombe_interval(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """The 99 % interval of the first share less the second, each a count and its base, as fractions of 1."""
    low, high = _proportions().confint_proportions_2indep(
        *first, *second, method="newcomb", compare="diff", alpha=DIFFERENCE_ALPHA
    )
    return float(low), float(high)


def welch_interval(
    first: Mapping[int, int], second: Mapping[int, int], noise: float = 0.0
) -> tuple[float, tuple[float, float]]:
    """The first mean less the second and its 99 % interval, without supposing one variance.

    Each mean is of a distribution (value -> how many people), all of whose values somebody has. `noise`: the
    variance of what rounding adds to their difference. Each end is put off by what rounding exceeds once in a hundred,
    so that a verdict of rounded counts is that of the exact ones but by chance. An interval that held those of all
    exact distributions, as that of two shares does, would hold 0 whatever the groups.
    """
    stats = _library("statsmodels.stats.weightstats")
    means = stats.CompareMeans(
        *(stats.DescrStatsW(list(group), list(group.values())) for group in (first, second))
    )
    low, high = means.tconfint_diff(alpha=DIFFERENCE_ALPHA, usevar="unequal")
    gap, half = float(means.d1.mean - means.d2.mean), float(high - low) / 2
    if not noise:
        return gap, (float(low), float(high))
    # To add the variances instead gives an interval that is as sure of the groups, and less of the exact verdict.
    wider = half * (1 + sqrt(noise) / means.std_meandiff_separatevar)
    return gap, (gap - wider, gap + wider)


def mean_interval(distribution: Mapping[int, int]) -> tuple[float, float]:
    """Student's 95 % interval of the mean of `distribution` (value -> how many people), of two people at the least."""
    stats = _library("statsmodels.stats.weightstats")
    described = stats.DescrStatsW(list(distribution), list(distribution.values()))
    low, high = described.tconfint_mean(alpha=SHARE_ALPHA)
    return float(low), float(high)


def _proportions() -> ModuleType:
    return _library("statsmodels.stats.proportion")
