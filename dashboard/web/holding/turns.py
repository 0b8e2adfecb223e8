"""Whose turn is it, of all the threads of all workers that want to make what takes seconds of a core?"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from threading import Lock
from weakref import finalize

_TURN = 0
"""The byte whose lock is the turn; each of those after it is a place to wait at."""


class Turns:
    """One turn, and so many `places` to have it or wait for it at, over all processes forked after it was made.

    Locks of the system on a file without a name: they end with the process that has them, however it ends. They know
    processes only, so that the threads of one have locks among themselves too.
    """

    def __init__(self, places: int) -> None:
        self._places = range(_TURN + 1, _TURN + 1 + places)
        self._file = _without_a_name()
        finalize(self, os.close, self._file)
        self._ours = set[int]()
        self._choosing, self._turn = Lock(), Lock()

    @contextmanager
    def place(self) -> Iterator[bool]:
        """A place to wait at, while the block lasts; False where there is none left."""
        place = self._take()
        try:
            yield place is not None
        finally:
            if place is not None:
                self._give_back(place)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The turn, once those before have had theirs."""
        with self._turn:
            fcntl.lockf(self._file, fcntl.LOCK_EX, 1, _TURN)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN, 1, _TURN)

    def _take(self) -> int | None:
        with self._choosing:
            for place in self._places:
                if place not in self._ours and self._is_free(place):
                    self._ours.add(place)
                    return place
        return None

    def _is_free(self, place: int) -> bool:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except OSError:
            return False
        return True

    def _give_back(self, place: int) -> None:
        with self._choosing:
            self._ours.discard(place)
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, place)


def _without_a_name() -> int:
    """A file that ends with the last process that has it open."""
    file, path = mkstemp(prefix="dashboard-turns-")
    Path(path).unlink()
    return file
