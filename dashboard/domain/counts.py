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

from collections.abc import Callable
from dataclasses import dataclass
from math import nan
from typing import NoReturn, Self

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


Count = int | Suppressed
"""A released cell."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a policy releases what is asked of a group of people.

    `count` is given how many they are; `weight` what they weigh together, and how many they are: `nan` where the weight
    may not be released. Each is called for each sum that somebody asks for: for a margin by itself, with all its
    people, and never for the sum of its released cells. So, with counts rounded to 5, women and men may be 10 and
    15 of 20.
    """

    count: Callable[[int], Count]
    weight: Callable[[float, int], float]


def _same_count(people: int) -> int:
    return people


def _same_weight(weight: float, _: int) -> float:
    return weight


EXACT = Rules(_same_count, _same_weight)
"""Everything is released as it is."""
