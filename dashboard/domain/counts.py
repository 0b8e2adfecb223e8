"""What is a released cell: a number of people, or the statement that it may not be released?

`Suppressed` stands where a count may not be released. It is an `int` for the type checker, so that a view adds,
compares and divides counts without asking each time whether one is there, and it behaves as a missing value does:

- a sum, a difference or a product with a suppressed count is suppressed; a quotient is not a number (`nan`);
- a `Share` of it, or with it as a base, has no percent and no interval, as a share of nobody has none;
- it is true, since there may be somebody, equals nothing but another suppressed count, and is written as `s`;
- `int`, `float` and `round` of it raise TypeError.

Where the difference matters, before a number is written into a file, `isinstance(count, Suppressed)` narrows the type.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from math import nan
from typing import NoReturn, Self, cast

ROUNDING_BASE = 5
"""Counts that are rounded are multiples of this."""

MOST_ROUNDED_OFF = ROUNDING_BASE - 1
"""So far may a rounded count be from the number it stands for."""

VARIANCE_OF_ROUNDING = sum(r * (ROUNDING_BASE - r) for r in range(ROUNDING_BASE)) // ROUNDING_BASE
"""The variance of what rounding adds to a count, where all remainders are as frequent."""

LEAST_DETAILED = 30
"""A group of fewer, rounded, is counted as a whole and not broken down; and so no share of it is told (ADR 63)."""

SUPPRESSED_TEXT = "s"
"""How a suppressed count is written, as in the tables of official statistics ("secret statistique")."""


class Suppressed(int):
    """A count that may not be released; in an order it stands as low as zero."""

    def __new__(cls) -> Self:
        return super().__new__(cls, 0)

    def _suppressed(self, _: int) -> Suppressed:
        return self

    def _no_number(self, *_: object) -> NoReturn:
        raise TypeError("a suppressed count has no number")

    def _not_a_number(self, _: int) -> float:
        return nan

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _suppressed
    __truediv__ = __rtruediv__ = _not_a_number
    __int__ = __index__ = __float__ = __round__ = _no_number
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _suppressed

    def __neg__(self) -> Suppressed:
        return self

    def __abs__(self) -> Suppressed:
        return self

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Suppressed)

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, Suppressed)

    def __hash__(self) -> int:
        return hash(Suppressed)

    def __repr__(self) -> str:
        return "Suppressed()"

    def __str__(self) -> str:
        return SUPPRESSED_TEXT

    def __format__(self, spec: str) -> str:
        return SUPPRESSED_TEXT


class Rounded(int):
    """A count that was rounded at random, or what was added up of such: no share, mean or median is told of few.

    Sums, differences and products with it are rounded as well. A zero is a number below the base of rounding, or
    nobody: which of the two it is, is not told.
    """

    roundings = 1
    """How many rounded counts it was added up of: each may be `MOST_ROUNDED_OFF` from the number it stands for."""

    def __add__(self, other: int) -> int:
        # Thousands of times a page, in sums over distributions: of these there is nothing to ask.
        if type(other) is Rounded or type(other) is int:
            return _of(int.__add__(self, other), self.roundings + _roundings(other))
        return self._with(other, int(self).__add__)

    def __sub__(self, other: int) -> int:
        return self._with(other, int(self).__sub__)

    def __rsub__(self, other: int) -> int:
        return self._with(other, int(self).__rsub__)

    def __mul__(self, other: int) -> int:
        if isinstance(other, Suppressed):
            return other
        try:
            times = operator.index(other)
        except TypeError:
            return cast("int", NotImplemented)
        return _of(int(self) * times, self.roundings * abs(times))

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self) -> Rounded:
        return _of(-int(self), self.roundings)

    def __abs__(self) -> Rounded:
        return _of(abs(int(self)), self.roundings)

    def _with(self, other: int, compute: Callable[[int], int]) -> int:
        """A sum or difference; NotImplemented where the other is no whole number, and decides itself."""
        if isinstance(other, Suppressed):
            return other
        try:
            return _of(compute(operator.index(other)), self.roundings + _roundings(other))
        except TypeError:
            # As an operator says that the other side decides; the type of it is no matter of the caller's.
            return cast("int", NotImplemented)


def _of(number: int, roundings: int) -> Rounded:
    made = Rounded(number)
    if roundings != 1:
        made.roundings = roundings
    return made


def _roundings(count: int) -> int:
    return count.roundings if isinstance(count, Rounded) else 0


def at_least(count: int) -> int:
    """The smallest number of people that a released count may stand for."""
    if not is_told(count):
        return 0
    return max(int(count) - MOST_ROUNDED_OFF * _roundings(count), 0)


def at_most(count: int) -> int:
    """The largest; of a suppressed one, since it is a part of fewer than can be told in detail."""
    if not is_told(count):
        return LEAST_DETAILED - 1
    return max(int(count) + MOST_ROUNDED_OFF * _roundings(count), 0)


def variance_of_rounding(count: int) -> int:
    """How much rounding adds to the variance of a count: a remainder r of the base, r(base − r), 4 on average."""
    return VARIANCE_OF_ROUNDING * _roundings(count)


def is_told(count: int) -> bool:
    """Whether a count is a number: not one that may not be released."""
    return type(count) is not Suppressed


def step_of(counts: Iterable[object]) -> int:
    """What all of these numbers are multiples of, for a legend: those that were rounded, of the base of rounding."""
    numbers = [*counts]
    rounded = numbers and all(isinstance(number, Rounded) for number in numbers)
    return ROUNDING_BASE if rounded else 1


def are_rounded(counts: Iterable[object]) -> bool:
    """Whether any of these numbers was rounded or is not told: whoever runs a region is told of it exactly."""
    return any(isinstance(number, (Rounded, Suppressed)) for number in counts)


def is_nobody(count: int) -> bool:
    """Whether a count says that there is nobody: of a rounded zero there may be a few."""
    return count == 0 and not isinstance(count, Rounded)


def left_of(whole: Count, part: Count) -> Count:
    """`whole` less `part`, and never less than nobody, as rounded numbers may leave that are each rounded by itself."""
    left = whole - part
    if isinstance(left, Suppressed) or left > 0:
        return left
    return _of(0, left.roundings) if isinstance(left, Rounded) else 0


Count = int | Suppressed
"""A released cell."""
