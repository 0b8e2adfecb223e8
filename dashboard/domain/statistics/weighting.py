"""How is a share of respondents corrected for those who did not respond, and how sure may one be of it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan

from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.statistics.inference import wilson_interval
from dashboard.domain.statistics.rates import LEAST_BASE, LEAST_ROUNDED_BASE

LEAST = 10
"""Respondents in a category, below which it is pooled."""

HEAVIEST = 4.0
"""A weight over the mean, beyond which it is cut."""

UNITS_OF_WEIGHT = 10**9
"""Weights are counted in billionths: whole numbers add up to the same sum in any engine, in whatever order."""


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weights that the loaded tables support: on which variables, and what they cost in precision.

    `design_effect` (Kish 1965) is 1 where all weights are equal: so many respondents weigh as much as one would.
    """

    variables: tuple[str, ...]
    design_effect: float

    def rounded(self) -> Weighting:
        """The same with as much of the effect as an interval needs: a hundredth moves none by a tenth of a point."""
        return replace(self, design_effect=round(self.design_effect, 2))


@dataclass(frozen=True, slots=True)
class WeightedShare:
    """`part` of the weights of `whole`, which `people` respondents carry."""

    part: float
    whole: float
    people: Count
    design_effect: float

    @property
    def percent(self) -> float | None:
        """The share in percent; None where nobody carries a weight, or where it is not told."""
        return None if self.hidden or self.whole <= 0 else 100 * min(self.part / self.whole, 1)

    @property
    def hidden(self) -> bool:
        """Whether there is a share that is not told, as of a `Share`: of too few people, or of a weight untold."""
        if isinstance(self.people, Suppressed) or isnan(self.part) or isnan(self.whole):
            return True
        rounded = isinstance(self.people, Rounded)
        return self.people < (LEAST_ROUNDED_BASE if rounded else LEAST_BASE)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval in percent, on as many equal respondents as the weighted ones are worth."""
        if self.percent is None:
            return None
        worth = self.people / self.design_effect
        low, high = wilson_interval(worth * self.percent / 100, worth)
        return 100 * low, 100 * high
