"""How are repeated times summarised: by their median and their 95th percentile?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median, quantiles
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


def report(label: str, milliseconds: list[float], unit: str = "ms") -> None:
    """Prints one line: the label, the median, the 95th percentile and how many times."""
    p95 = quantiles(milliseconds, n=20)[-1] if len(milliseconds) > 1 else milliseconds[0]
    print(
        f"  {label:<58} {median(milliseconds):>10.1f} {p95:>10.1f} {unit:<4} n = {len(milliseconds)}",
        flush=True,
    )
