"""How far apart are two groups that share nobody, and do the numbers support saying so?

A difference is not conclusive until `judged` says that it is: several comparisons made at once find some difference by
chance alone, and that is what Holm's correction is for. Nothing is concluded from a small base.

Sources: Newcombe R. G. (1998), Interval estimation for the difference between independent proportions, Statistics in
Medicine 17, method 10; Fisher R. A. (1935), The design of experiments, for the exact test, and Cochran W. G. (1954),
Biometrics 10, for where it is needed; Welch B. L. (1947), Biometrika 34; Holm S. (1979), Scandinavian Journal of
Statistics 6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.stats import fisher_exact
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from dashboard.domain.rates import SMALL_BASE, Share

ALPHA = 0.05
"""How often, over all comparisons made at once, chance alone may pass for a difference."""

LEAST_EXPECTED = 5
"""People expected in each cell of two shares if they were alike, below which the test has to be exact."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first group less the second, with its 95 % interval: in points for shares, in the variable's unit for means.

    `interval` and `p_value` are of this comparison alone; `adjusted` is its p-value among all those made with it. One
    that is not `tested` has a side of too few people, or of too many silent ones, for any conclusion.
    """

    value: float
    interval: tuple[float, float]
    p_value: float
    tested: bool = True
    adjusted: float = 1.0
    conclusive: bool = False


def share_difference(first: Share, second: Share) -> Difference | None:
    """The difference of two shares of independent groups; None if one is of nobody.

    Newcombe's interval; the pooled z test, or Fisher's exact one where few are expected in a cell. Nobody may be in
    both groups: a part is compared with the rest, never with the whole that contains it.
    """
    if first.percent is None or second.percent is None:
        return None
    low, high = confint_proportions_2indep(
        first.count,
        first.base,
        second.count,
        second.base,
        method="newcomb",
        compare="diff",
        alpha=ALPHA,
    )
    return Difference(
        first.percent - second.percent,
        (100 * float(low), 100 * float(high)),
        _test(first, second),
        min(first.base, second.base) >= SMALL_BASE,
    )


def mean_difference(first: Mapping[int, int], second: Mapping[int, int]) -> Difference | None:
    """The difference of two means by Welch's method, from distributions (value -> how many people).

    None where a group holds fewer than two people, or where neither varies: then there is nothing to judge by.
    """
    groups = [{v: n for v, n in one.items() if n} for one in (first, second)]
    if any(sum(one.values()) <= 1 for one in groups) or all(len(one) == 1 for one in groups):
        return None
    means = CompareMeans(*(DescrStatsW(list(one), list(one.values())) for one in groups))
    low, high = means.tconfint_diff(alpha=ALPHA, usevar="unequal")
    return Difference(
        float(means.d1.mean - means.d2.mean),
        (float(low), float(high)),
        float(means.ttest_ind(usevar="unequal")[1]),
        min(sum(one.values()) for one in groups) >= SMALL_BASE,
    )


def judged(
    differences: Mapping[str, Difference], match_key: Mapping[str, str] | None = None
) -> dict[str, Difference]:
    """The same differences, each that is tested judged among all those by Holm's correction.

    `alike` names the comparison that a difference makes, where another one makes it too: two groups that face each
    other, as women and men do, are one comparison with the other's opposite.
    """
    made = {
        name: (match_key or {}).get(name, name) for name, one in differences.items() if one.tested
    }
    p_values = {comparison: differences[name].p_value for name, comparison in made.items()}
    rejected, adjusted = holm(p_values.values())
    verdicts = dict(zip(p_values, zip(rejected, adjusted, strict=True), strict=True))
    found = dict(differences)
    for name, comparison in made.items():
        conclusive, p_value = verdicts[comparison]
        found[name] = replace(differences[name], adjusted=p_value, conclusive=conclusive)
    return found


def holm(p_values: Iterable[float]) -> tuple[list[bool], list[float]]:
    """Which of several comparisons stand together, and their p-values corrected for their number.

    A few lines of ours: statsmodels' `multipletests`, which tests hold it to, collects all garbage at each call, which
    took 130 ms of every answer (measured).
    """
    found = np.array(list(p_values), dtype=float)
    order = np.argsort(found, kind="stable")
    stepped = found[order] * np.arange(len(found), 0, -1)
    adjusted = np.empty_like(found)
    adjusted[order] = np.minimum(np.maximum.accumulate(stepped), 1.0)
    return [bool(p <= ALPHA) for p in adjusted], [float(p) for p in adjusted]


def _test(first: Share, second: Share) -> float:
    if first.count * second.base == second.count * first.base:
        return 1.0  # Also where both are 0 or 100 %: the test would divide by zero.
    part = (first.count + second.count) / (first.base + second.base)
    if min(part, 1 - part) * min(first.base, second.base) < LEAST_EXPECTED:
        cells = [[one.count, one.base - one.count] for one in (first, second)]
        return float(fisher_exact(cells).pvalue)
    _, p_value = proportions_ztest([first.count, second.count], [first.base, second.base])
    return float(p_value)
