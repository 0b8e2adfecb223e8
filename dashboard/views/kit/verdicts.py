"""How is it said whether a group stands apart from the others?"""

from __future__ import annotations

from dashboard.content.data_table import Key
from dashboard.domain.statistics.comparisons import Difference
from dashboard.text.numbers import ABSENT, difference_in_words, signed

CONCLUSIVE, INCONCLUSIVE, UNTESTED = "écart établi", "écart non concluant", "écart non testé"

_CODES = {CONCLUSIVE: "conclusive", INCONCLUSIVE: "inconclusive", UNTESTED: "untested"}


def verdict_of(difference: Difference | None) -> str:
    """What the numbers allow to conclude."""
    if difference is None or not difference.tested:
        return UNTESTED
    return CONCLUSIVE if difference.conclusive else INCONCLUSIVE


def verdict_key(verdict: str) -> Key:
    """The verdict as a row's key: it names no category, and a comparison of two selections leaves it out."""
    return Key("verdict", _CODES[verdict], verdict)


def short_verdict(difference: Difference | None) -> str:
    """The verdict where the word « écart » stands beside; a dash where there is nothing to compare with."""
    return ABSENT if difference is None else verdict_of(difference).removeprefix("écart ")


def gap_in_words(difference: Difference, unit: str) -> str:
    """`+13,2 points [+2,1 ; +24,0]`; `unit` is given in the plural."""
    low, high = difference.interval
    return f"{difference_in_words(difference.value, unit)} [{signed(low)} ; {signed(high)}]"
