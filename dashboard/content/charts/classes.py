"""Into which classes do values fall, so that a legend reads well?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

MOST_CLASSES = 5


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes by their lower bounds, ascending; the last one is open at the top. Values below the first fall in it.

    There are some: classes are made of all years together, and a single year may lie below. Counts that were rounded
    are multiples of `step`, and no class is of others.
    """

    lower: tuple[float, ...]
    step: int = 1

    def index(self, value: float) -> int:
        """The class that `value` falls in, from 0."""
        return max(0, bisect_right(self.lower, value) - 1)


def count_classes(values: Sequence[int], step: int = 1) -> Classes:
    """At most five classes of counts, each about twice the one before (counts of people by region are skewed).

    `step`: what all of the counts are multiples of, one of 1, 2, 5, 10…
    """
    top = max(values, default=0)
    if top <= MOST_CLASSES * step:
        every = range(step, max(top, step) + 1, step)
        return Classes(tuple(map(float, every)), step)
    ladder = [m * 10**e for e in range(len(str(top)) + 1) for m in (1, 2, 5)]
    below = [bound for bound in ladder if step <= bound <= top][-(MOST_CLASSES - 1) :]
    first = step if below[0] > step else below.pop(0)
    return Classes(tuple(map(float, (first, *below[-(MOST_CLASSES - 1) :]))), step)


def even_classes(values: Sequence[float]) -> Classes:
    """At most five classes of equal, round width that cover `values`; two, if these are all the same."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if low == high:
        return Classes((0.0, _round_down(high)) if high > 0 else (0.0,))
    width = _round_up((high - low) / MOST_CLASSES)
    start = floor(low / width) * width
    while ceil((high - start) / width - 1e-9) > MOST_CLASSES:
        width = _round_up(width * 1.01)
        start = floor(low / width) * width
    bounds = [start]
    while bounds[-1] + width < high - 1e-9:
        bounds.append(bounds[-1] + width)
    return Classes(tuple(round(bound, 6) for bound in bounds))


def count_labels(classes: Classes, write: Callable[[int], str]) -> tuple[str, ...]:
    """`1 à 19`, `20 à 49`, `50 et plus`; of multiples of five `5 à 15`, `20 à 45`, `50 et plus`."""
    bounds = [int(bound) for bound in classes.lower]
    labels = []
    for low, following in pairwise(bounds):
        high = following - classes.step
        labels.append(write(low) if low == high else f"{write(low)} à {write(high)}")
    return (*labels, f"{write(bounds[-1])} et plus")


def even_labels(
    classes: Classes, write: Callable[[float], str], ceiling: float | None = None
) -> tuple[str, ...]:
    """`moins de 20 %`, `20 % à < 40 %`, `40 % et plus`: a class holds its lower bound, not its upper one.

    Nothing lies above the `ceiling`.
    """
    first, *others = classes.lower
    if not others:
        return (write(first),)
    last = others[-1]
    return (
        f"moins de {write(others[0])}",
        *(f"{write(a)} à < {write(b)}" for a, b in pairwise(others)),
        write(last) if last == ceiling else f"{write(last)} et plus",
    )


def round_symbols(top: int, step: int = 1) -> tuple[int, ...]:
    """Two or three round values for a legend of symbol sizes, descending, none above `top`, none below `step`."""
    if top < step:
        return ()
    first = int(_round_down(top))
    lower = (int(_round_down(max(step, first / part))) for part in (4, 20))
    return tuple(sorted({first, *lower}, reverse=True))


def _round_down(value: float) -> float:
    scale = 10.0 ** floor(log10(value))
    return max(step * scale for step in (1, 2, 5) if step * scale <= value)


def _round_up(width: float) -> float:
    scale = 10.0 ** floor(log10(width))
    for step in (1, 2, 2.5, 5, 10):
        if step * scale >= width - 1e-12:
            return step * scale
    return 10 * scale
