"""Which intervals and tests do statsmodels and scipy compute for us?

The two libraries take longer to import than everything else in this room together: they are loaded when the first
number is asked for, or by `load`, which whoever opens the tables calls so that no reader waits.

Sources: Wilson E. B. (1927), Journal of the American Statistical Association 22; Newcombe R. G. (1998), Interval
estimation for the difference between independent proportions, Statistics in Medicine 17, method 10; Fisher R. A.
(1935), The design of experiments; Welch B. L. (1947), Biometrika 34.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

ALPHA = 0.05
"""One less the confidence of every interval; how often chance alone may pass for a difference."""

_LIBRARIES = ("statsmodels.stats.proportion", "statsmodels.stats.weightstats", "scipy.stats")

_library = cache(import_module)


def load() -> None:
    """Imports the libraries now rather than at the first number."""
    for name in _LIBRARIES:
        _library(name)


def wilson_interval(count: float, base: float) -> tuple[float, float]:
    """The 95 % Wilson score interval of `count` in `base` (above 0), as fractions of 1."""
    low, high = _proportions().proportion_confint(count, base, alpha=ALPHA, method="wilson")
    return float(low), float(high)


def newcombe_interval(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """The 95 % interval of the first share less the second, each a count and its base, as fractions of 1."""
    low, high = _proportions().confint_proportions_2indep(
        *first, *second, method="newcomb", compare="diff", alpha=ALPHA
    )
    return float(low), float(high)


def pooled_z_test(first: tuple[int, int], second: tuple[int, int]) -> float:
    """The p-value of two shares being one, each a count and its base; they must differ."""
    counts, bases = zip(first, second, strict=True)
    _, p_value = _proportions().proportions_ztest(list(counts), list(bases))
    return float(p_value)


def fisher_exact_test(first: tuple[int, int], second: tuple[int, int]) -> float:
    """The exact p-value of two shares being one, each a count and its base."""
    cells = [[count, base - count] for count, base in (first, second)]
    return float(_library("scipy.stats").fisher_exact(cells).pvalue)


@dataclass(frozen=True, slots=True)
class WelchComparison:
    """The first mean less the second, its 95 % interval and the p-value of the means being one."""

    difference: float
    interval: tuple[float, float]
    p_value: float


def welch_comparison(first: Mapping[int, int], second: Mapping[int, int]) -> WelchComparison:
    """Two means compared without supposing one variance, from distributions (value -> how many people)."""
    stats = _library("statsmodels.stats.weightstats")
    means = stats.CompareMeans(
        *(stats.DescrStatsW(list(group), list(group.values())) for group in (first, second))
    )
    low, high = means.tconfint_diff(alpha=ALPHA, usevar="unequal")
    return WelchComparison(
        float(means.d1.mean - means.d2.mean),
        (float(low), float(high)),
        float(means.ttest_ind(usevar="unequal")[1]),
    )


def _proportions() -> ModuleType:
    return _library("statsmodels.stats.proportion")
