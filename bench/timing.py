"""How long does each of many cases take?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import TypeVar

REPEATS = 30
"""The fewest times anything is measured."""

Case = TypeVar("Case")


def timed(run: Callable[[Case], object], cases: Iterable[Case]) -> list[float]:
    """How many milliseconds `run` takes for each of `cases`."""
    times = []
    for case in cases:
        start = perf_counter()
        run(case)
        times.append(1000 * (perf_counter() - start))
    return times
