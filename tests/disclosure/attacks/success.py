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
    """What share of the secrets an attack guesses, in percent, and the best guess that is the same for all of them.

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


def success_of(trials: Iterable[tuple[Sequence[Hashable], Sequence[Hashable]]]) -> Success:
    """The success of guesses, one pair of what was guessed and what is true for each secret of rounding."""
    rates: list[float] = []
    true: Counter[Hashable] = Counter()
    for guessed, secret in trials:
        right = sum(g == s for g, s in zip(guessed, secret, strict=True))
        rates.append(100 * right / len(secret))
        true.update(secret)
    return Success(tuple(rates), 100 * max(true.values()) / true.total(), true.total())
