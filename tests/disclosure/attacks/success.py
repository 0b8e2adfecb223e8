"""How much better does an attack guess than somebody who sees nothing but the margins?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

BAR = 5.0
"""Points above the best blind guess that an attack may gain, at the most."""


@dataclass(frozen=True)
class Success:
    """What share of the secrets an attack guesses, in percent, and what the best blind guess does.

    One rate a secret of rounding, over the same targets or over targets of its own; `targets`: how many in all.
    """

    rates: tuple[float, ...]
    blind: float
    targets: int

    @property
    def rate(self) -> float:
        """The mean over the secrets, in percent."""
        return float(np.mean(self.rates))

    @property
    def gain(self) -> float:
        """Points above the best blind guess."""
        return self.rate - self.blind

    @property
    def error(self) -> float:
        """The standard error of the rate, from one secret to another; 0 where there is one."""
        several = len(self.rates) > 1
        return float(np.std(self.rates, ddof=1) / len(self.rates) ** 0.5) if several else 0.0


Trial = tuple[Sequence[Hashable], Sequence[Hashable]]
"""What was guessed of each target, and what is true."""


def success_of(trials: Iterable[Trial], by_margins: Iterable[Trial] = ()) -> Success:
    """The success of guesses, one trial for each secret of rounding.

    `by_margins`: guesses of the same by the published margins of one filter alone, which tell nothing of few people:
    the best blind guess is one answer for all, or those where they are better.
    """
    rates: list[float] = []
    true: Counter[Hashable] = Counter()
    for guessed, secret in trials:
        rates.append(_rate(guessed, secret))
        true.update(secret)
    known = [_rate(*trial) for trial in by_margins]
    constant = 100 * max(true.values()) / true.total()
    blind = max(constant, float(np.mean(known)) if known else 0.0)
    return Success(tuple(rates), blind, true.total())


def _rate(guessed: Sequence[Hashable], secret: Sequence[Hashable]) -> float:
    return 100 * sum(g == s for g, s in zip(guessed, secret, strict=True)) / len(secret)
