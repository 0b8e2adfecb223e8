"""How is it said whether a group stands apart from the others?"""

from __future__ import annotations

from dashboard.domain.comparisons import Difference
from dashboard.text.numbers import difference_in_words, signed

CONCLUSIVE, INCONCLUSIVE, UNTESTED = "écart établi", "écart non concluant", "écart non testé"


def verdict_of(difference: Difference | None, *, tested: bool) -> str:
    """What the numbers allow to conclude."""
    if difference is None or not tested:
        return UNTESTED
    return CONCLUSIVE if difference.conclusive else INCONCLUSIVE


def gap_in_words(difference: Difference, unit: str) -> str:
    """`+13,2 points [+2,1 ; +24,0]`; `unit` is given in the plural."""
    low, high = difference.interval
    return f"{difference_in_words(difference.value, unit)} [{signed(low)} ; {signed(high)}]"
