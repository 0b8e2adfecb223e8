"""Which of the workers takes a new connection, so that each has its part of them?"""

from __future__ import annotations

from ctypes import c_int
from multiprocessing.sharedctypes import RawArray

NOBODY = -1


class Division:
    """How many connections each worker has, in memory that all processes share which are forked after this was made.

    `join` and `leave` are for the process that starts workers, which alone does one after the other.
    """

    def __init__(self, most: int) -> None:
        self._held = RawArray(c_int, [NOBODY] * most)

    def join(self) -> int:
        """A place for another worker."""
        place = list(self._held).index(NOBODY)
        self._held[place] = 0
        return place

    def leave(self, place: int) -> None:
        """The worker of this place takes no connection any more."""
        self._held[place] = NOBODY

    def tell(self, place: int, held: int) -> None:
        """The worker of this place has so many."""
        self._held[place] = held

    def is_least(self, place: int) -> bool:
        """Whether no worker has fewer than that of this place."""
        own = self._held[place]
        return all(held >= own for held in list(self._held) if held != NOBODY)
