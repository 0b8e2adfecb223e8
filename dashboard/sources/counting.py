"""How often did cubes answer, how often had an engine to count, and how long did that take?"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Counting:
    """What one process has counted since it started: questions answered from cubes, and those that an engine counted.

    `seconds` is how long whoever asked has waited for the engine in all, cubes that were made for it included. `cubes`
    are those that are kept now, and `kept_bytes` what they take.
    """

    hits: int = 0
    misses: int = 0
    seconds: float = 0.0
    cubes: int = 0
    kept_bytes: int = 0


class Counter:
    """Adds up; several threads may at once."""

    def __init__(self) -> None:
        self._read = Counting()
        self._lock = Lock()

    def add(self, hits: int, misses: int, seconds: float) -> None:
        """So many questions more; `seconds` for the misses."""
        with self._lock:
            was = self._read
            self._read = Counting(was.hits + hits, was.misses + misses, was.seconds + seconds)

    def read(self) -> Counting:
        """All so far."""
        return self._read
