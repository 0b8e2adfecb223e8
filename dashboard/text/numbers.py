"""How are numbers, shares and dates written in French?"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from math import isnan

from babel.dates import format_date
from babel.numbers import format_decimal

from dashboard.domain.counts import SUPPRESSED_TEXT, Suppressed
from dashboard.domain.statistics.rates import Share

NARROW = "\u202f"
"""The narrow no-break space that French puts between thousands and before a percent sign."""

NO_BREAK = "\u00a0"
"""The wide one, which French puts before a colon; also between words that have to stay together."""

ABSENT = "–"
"""What stands where there is no number: nobody to count a share of."""

MINUS = "\u2212"
"""The minus sign, which no line breaks after and which is as wide as the plus."""

FRAGILE = "△"
"""Beside a share whose base is small."""

SILENT = "◇"
"""Beside a share of people of whom many gave no answer to the question: item non-response."""

HIDDEN_SHARE = "part non diffusée"
"""What stands in a sentence instead of a share that is not told."""

PLURAL = 2
"""From two on, French counts in the plural: 1,9 point."""


@lru_cache(maxsize=65536, typed=True)
def count(number: int) -> str:
    """`1 044`, with narrow no-break spaces; `s` for one that may not be released."""
    if isinstance(number, Suppressed):
        return SUPPRESSED_TEXT
    return format_decimal(number, format="#,##0", locale="fr_FR").replace("-", MINUS)


def rounded(number: float, digits: int) -> float:
    """`number` with so many decimals; a tie goes away from zero, as taught in schools and done by spreadsheets."""
    step = Decimal(1).scaleb(-digits)
    return float(Decimal(repr(float(number))).quantize(step, rounding=ROUND_HALF_UP))


def to_hundredths(number: float | None) -> float | None:
    """A computed number of a table, such as a gap; a count stays as it is, and so does None."""
    return number if number is None or isinstance(number, int) else rounded(number, 2)


def without_minus_zero(number: float, digits: int) -> float:
    """`number`, or 0 where it is 0, or below by so little that `digits` decimals would show minus zero."""
    return 0.0 if -0.5 * 10**-digits < number <= 0 else number


@lru_cache(maxsize=65536)
def decimal(number: float | None, digits: int = 1) -> str:
    """`2,5`; a dash where there is no number, `s` where it may not be told (`nan`)."""
    if number is None:
        return ABSENT
    if isnan(number):
        return SUPPRESSED_TEXT
    shown = without_minus_zero(number, digits)
    with localcontext() as context:
        context.rounding = ROUND_HALF_UP
        text = format_decimal(shown, format="#,##0." + "0" * digits, locale="fr_FR")
    return text.replace("-", MINUS)


def signed(number: float, digits: int = 1) -> str:
    """`+0,9`, `−2,1`, `0,0`: a difference, which has no sign where it rounds to nothing."""
    shown = rounded(number, digits)
    return f"{'+' if shown > 0 else MINUS if shown < 0 else ''}{decimal(abs(shown), digits)}"


def signed_bounds(ends: tuple[float, float]) -> tuple[str, str]:
    """`−0,9`, `+2,1`: the ends of the interval of a difference; `+0,04` where one decimal would hide the sign.

    On which side of zero an end lies is what decides of the difference.
    """
    low, high = (signed(end, _digits_that_tell_the_sign(end)) for end in ends)
    return low, high


def _digits_that_tell_the_sign(number: float) -> int:
    """One decimal, or as many as it takes for a number that is not 0 not to be written as 0."""
    digits = 1
    while number and not rounded(number, digits):
        digits += 1
    return digits


def signed_count(number: int) -> str:
    """`+13`, `−2`, `0`: a difference of whole numbers."""
    return f"{'+' if number > 0 else MINUS if number < 0 else ''}{count(abs(number))}"


def difference_in_words(number: float, unit: str) -> str:
    """`+0,9 point`, `−2,1 points`, `s` where it may not be told; `unit` is given in the plural, or empty."""
    if isnan(number):
        return SUPPRESSED_TEXT
    plural = abs(rounded(number, 1)) >= PLURAL or not unit.endswith("s")
    return f"{signed(number)} {unit if plural else unit.removesuffix('s')}".rstrip()


def points(number: float | None) -> str:
    """`+0,9 point`, `−2,1 points`; a dash where there is no number."""
    return ABSENT if number is None else difference_in_words(number, "points")


def percent(number: float | None, digits: int = 1) -> str:
    """`57,3 %`, with a narrow no-break space; as `decimal` where there is no number. `number` is in percent."""
    text = decimal(number, digits)
    return text if text in (ABSENT, SUPPRESSED_TEXT) else f"{text}{NARROW}%"


def share(part: Share, digits: int = 1) -> str:
    """A share without its base, for a place that states the base beside it; `s` where it is not told."""
    return SUPPRESSED_TEXT if part.hidden else percent(part.percent, digits)


def share_in_words(part: Share, digits: int = 1) -> str:
    """The same within a sentence: `57,3 %`, or `part non diffusée`."""
    return HIDDEN_SHARE if part.hidden else share(part, digits)


def base_in_brackets(*bases: int) -> str:
    """`(n = 142)`, which no line may break; `(n = 140 à 142)` where there are several, ascending."""
    ends = dict.fromkeys((bases[0], bases[-1]))
    return f"(n\u00a0=\u00a0{f'{NO_BREAK}à{NO_BREAK}'.join(map(count, ends))})"


def interval(part: Share) -> str:
    """`[40,4 ; 59,6]`; a dash where there is no number, `s` where it is not told."""
    return SUPPRESSED_TEXT if part.hidden else bounds(part.interval)


def bounds(ends: tuple[float, float] | None) -> str:
    """`[40,4 ; 59,6]`, an interval in percent; a dash where there is none."""
    return ABSENT if ends is None else f"[{decimal(ends[0])} ; {decimal(ends[1])}]"


def day(value: date) -> str:
    """`1er septembre 2016`, whose first two words no line parts."""
    text = format_date(value, format="d MMMM y", locale="fr_FR")
    return f"1er\u00a0{text[2:]}" if value.day == 1 else text
