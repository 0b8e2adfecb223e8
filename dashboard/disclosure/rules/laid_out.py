"""Along which dimensions of a table is something asked, and where does it stand among what is told along them?"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from dashboard.domain.frequency_table import FrequencyTable, Where
from dashboard.domain.margins import Along

Numbers = NDArray[Any]
"""Whole counts, or weights, of the groups along some dimensions."""


class LaidOut:
    """What is told along some dimensions of a table, `numbers`, and where in it each group stands."""

    def __init__(self, counts: FrequencyTable, along: Along, numbers: Numbers) -> None:
        self.numbers = numbers
        self._places = [(counts.names[axis], counts.places(axis)) for axis, _ in along]

    def number(self, where: Where) -> float | None:
        """That of the group with one code along each dimension; None where several are asked for, or one unknown."""
        place = []
        for name, places in self._places:
            code = where[name]
            at = places.get(code) if isinstance(code, str) else None
            if at is None:
                return None
            place.append(at)
        number: float = self.numbers.item(*place)
        return number


def along_of(counts: FrequencyTable, where: Where) -> tuple[Along, tuple[int, ...]]:
    """The conditions of `where` that leave anything out, and at which place what is asked for stands along them."""
    along: list[tuple[int, tuple[int, ...] | None]] = []
    place = []
    for axis, kept in counts.wanted(where):
        if len(kept) == len(counts.codes[axis]):
            continue
        if len(kept) == 1:
            along.append((axis, None))
            place.append(kept[0])
        else:
            along.append((axis, tuple(sorted(kept))))
            place.append(0)
    return tuple(along), tuple(place)


def shape_of(counts: FrequencyTable, along: Along) -> list[int]:
    """How many groups there are along each of some dimensions: one where codes are put together."""
    return [1 if kept is not None else len(counts.codes[axis]) for axis, kept in along]


def cells_of(counts: FrequencyTable, along: Along) -> int:
    """How many groups there are along some dimensions."""
    return math.prod(shape_of(counts, along))
