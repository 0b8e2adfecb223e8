"""How large is the circle of a value on a map?"""

from __future__ import annotations

from math import sqrt

LARGEST_SYMBOL = 42
"""Diameter in pixels of the circle of the largest value."""


def diameter(value: int, top: int, *, small: bool = False) -> float:
    """The circle's diameter in pixels: its area is in proportion to `value`. On a `small` map it is half as wide."""
    largest = LARGEST_SYMBOL / 2 if small else LARGEST_SYMBOL
    return round(largest * sqrt(value / top), 1) if top else 0.0
