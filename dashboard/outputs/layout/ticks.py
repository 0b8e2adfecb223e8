"""At which round values is an axis marked, and how are they written?"""

from __future__ import annotations

from math import ceil, floor, log10

from dashboard.text.numbers import count, decimal


def step(span: float, most: int) -> float:
    """The smallest round step that crosses `span` in `most` steps or fewer; 2.5 would add a decimal."""
    if span <= 0:
        return 1
    scale = 10.0 ** floor(log10(span / most))
    sizes = (m * scale for m in ((1, 2, 2.5, 5, 10) if scale > 1 else (1, 2, 5, 10)))
    return next(size for size in sizes if span <= size * most * (1 + 1e-9))


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values between `low` and `high`, both included."""
    size = step(high - low, most)
    first, last = ceil(low / size - 1e-9), floor(high / size + 1e-9)
    return [round(size * i, 6) for i in range(first, last + 1)]


def number(value: float) -> str:
    """`1 000` or `2,5`: as many decimals as a round value needs, two at most."""
    if value == int(value):
        return count(int(value))
    return decimal(value, 1 if round(value, 1) == value else 2)
