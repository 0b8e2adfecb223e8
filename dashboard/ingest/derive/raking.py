"""Which weights give respondents the margins of everybody who was asked?

Raking (Deming and Stephan 1940): the weights are scaled to the margins of one variable after the other until all hold.
Done here in numpy: samplics, the library that had it, was archived in September 2026 and warns at each import, and its
successor brings polars and a compiled core for these few lines. On the demonstration tables samplics 0.6.1 gives the
same weights to seven digits; `tests/ingest/derive/test_raking.py` compares them with what Newton's method finds.

A category with few respondents would give them heavy weights: it is pooled with the next smallest of its variable until
`LEAST` respondents share it. Weights beyond `HEAVIEST` times the mean are cut and the margins restored, so that a few
weights may end slightly beyond. Where margins contradict each other, the last variables are given up, one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.statistics.weighting import HEAVIEST, LEAST

ROUNDS, CUTS = 1000, 20
TOLERANCE = 1e-9
"""How far from its total a margin may end, in proportion."""

Weights = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Profiles:
    """Every profile of people who were asked: its category along each margin, how many were asked, how many responded.

    People of one profile weigh the same, and profiles stay few where people are a million.
    """

    margins: Sequence[Codes]
    asked: Weights
    responded: Weights

    def first(self, used: int) -> Profiles:
        """The same profiles, of which only the first margins are to hold."""
        return Profiles(self.margins[:used], self.asked, self.responded)


def rake(profiles: Profiles, start: Weights) -> Weights:
    """The weight of a respondent of each profile, such that the margins are those of all asked.

    Each category must hold a respondent. Raises ValueError where the margins contradict each other.
    """
    totals = [summed(margin, profiles.asked) for margin in profiles.margins]
    weights = np.where(profiles.responded > 0, start, 0)
    # Contradictory margins may wear a weight down to nothing: then no round ends well.
    with np.errstate(divide="ignore", invalid="ignore"):
        for _ in range(ROUNDS):
            for margin, total in zip(profiles.margins, totals, strict=True):
                reached = summed(margin, weights * profiles.responded)
                weights = weights * (total / reached)[margin]
            if _hold(profiles, weights, totals):
                return weights
    raise ValueError("the margins contradict each other")


def _hold(profiles: Profiles, weights: Weights, totals: Sequence[Weights]) -> bool:
    """Whether every margin is met."""
    weighed = weights * profiles.responded
    return all(
        np.allclose(summed(margin, weighed), total, rtol=TOLERANCE, atol=0)
        for margin, total in zip(profiles.margins, totals, strict=True)
    )


def fitted_weights(profiles: Profiles) -> tuple[Weights, int]:
    """The weight of a respondent of each profile, and on how many margins they could be raked.

    On the first one they always can.
    """
    for used in range(len(profiles.margins), 1, -1):
        try:
            return _trimmed(profiles.first(used)), used
        except ValueError:
            continue
    return _trimmed(profiles.first(1)), 1


def _trimmed(profiles: Profiles) -> Weights:
    """Raked weights, the heaviest cut: the margins come last, so that they always hold."""
    weights = rake(profiles, np.ones(len(profiles.asked)))
    heaviest = HEAVIEST * profiles.asked.sum() / profiles.responded.sum()
    for _ in range(CUTS):
        if weights[profiles.responded > 0].max() <= heaviest:
            break
        weights = rake(profiles, np.minimum(weights, heaviest))
    return weights


def summed(codes: Codes, weights: Weights | None = None) -> Weights:
    """The weights of the rows of each code added up; without weights, how many rows there are."""
    return np.bincount(codes, weights).astype(np.float64)


def pooled(margin: NDArray[Any], responded: NDArray[np.bool_]) -> Codes:
    """`margin` with its smallest categories put together until each holds `LEAST` respondents, numbered from 0."""
    present = np.unique(margin)
    held = {int(code): int(responded[margin == code].sum()) for code in present}
    pools = [[code] for code in sorted(held, key=lambda code: held[code])]
    while len(pools) > 1 and sum(held[code] for code in pools[0]) < LEAST:
        smallest, following, *others = pools
        pools = [smallest + following, *others]
    number = np.zeros(int(present.max()) + 1, dtype=np.int64)
    for i, pool in enumerate(pools):
        number[pool] = i
    wider: Codes = number[margin]
    return wider
