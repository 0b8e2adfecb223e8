"""How far apart are two groups that share nobody, and do the numbers support saying so?

A difference is not conclusive until `judged` says that it is: several comparisons made at once find some difference by
chance alone, and that is what Holm's correction is for. Nothing is concluded from a small base.

Sources: Cochran W. G. (1954), Biometrics 10, for where the exact test is needed; Holm S. (1979), Scandinavian Journal
of Statistics 6; for intervals and tests, see `inference`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from dashboard.domain.statistics.inference import (
    ALPHA,
    fisher_exact_test,
    newcombe_interval,
    pooled_z_test,
    welch_comparison,
)
from dashboard.domain.statistics.rates import SMALL_BASE, Share

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
    low, high = newcombe_interval((first.count, first.base), (second.count, second.base))
    return Difference(
        first.percent - second.percent,
        (100 * low, 100 * high),
        _test(first, second),
        min(first.base, second.base) >= SMALL_BASE,
    )


def mean_difference(first: Mapping[int, int], second: Mapping[int, int]) -> Difference | None:
    """The difference of two means by Welch's method, from distributions (value -> how many people).

    None where a group holds fewer than two people, or where neither varies: then there is nothing to judge by.
    """
    groups = [_with_people(first), _with_people(second)]
    people = [sum(group.values()) for group in groups]
    if min(people) <= 1 or all(len(group) == 1 for group in groups):
        return None
    welch = welch_comparison(*groups)
    return Difference(
        welch.difference, welch.interval, welch.p_value, tested=min(people) >= SMALL_BASE
    )


def _with_people(distribution: Mapping[int, int]) -> dict[int, int]:
    """The values that somebody has."""
    return {value: people for value, people in distribution.items() if people}


def judged(
    differences: Mapping[str, Difference], match_keys: Mapping[str, str] | None = None
) -> dict[str, Difference]:
    """The same differences, each that is tested judged among all those by Holm's correction.

    `match_keys` names the comparison that a difference makes, where another one makes it too: two groups that face each
    other, as women and men do, are one comparison with the other's opposite.
    """
    comparison_of = {
        name: (match_keys or {}).get(name, name)
        for name, difference in differences.items()
        if difference.tested
    }
    p_values = {key: differences[name].p_value for name, key in comparison_of.items()}
    rejected, adjusted = holm(p_values.values())
    verdicts = dict(zip(p_values, zip(rejected, adjusted, strict=True), strict=True))
    judgements = dict(differences)
    for name, key in comparison_of.items():
        conclusive, p_value = verdicts[key]
        judgements[name] = replace(differences[name], adjusted=p_value, conclusive=conclusive)
    return judgements


def holm(p_values: Iterable[float]) -> tuple[list[bool], list[float]]:
    """Which of several comparisons stand together, and their p-values corrected for their number.

    A few lines of ours: statsmodels' `multipletests`, which tests hold it to, collects all garbage at each call, which
    took 130 ms of every answer (measured).
    """
    given = np.array(list(p_values), dtype=float)
    order = np.argsort(given, kind="stable")
    stepped = given[order] * np.arange(len(given), 0, -1)
    adjusted = np.empty_like(given)
    adjusted[order] = np.minimum(np.maximum.accumulate(stepped), 1.0)
    return [bool(p <= ALPHA) for p in adjusted], [float(p) for p in adjusted]


def _test(first: Share, second: Share) -> float:
    if first.count * second.base == second.count * first.base:
        return 1.0  # Also where both are 0 or 100 %: the test would divide by zero.
    part = (first.count + second.count) / (first.base + second.base)
    few = min(part, 1 - part) * min(first.base, second.base) < LEAST_EXPECTED
    test = fisher_exact_test if few else pooled_z_test
    return test((first.count, first.base), (second.count, second.base))
