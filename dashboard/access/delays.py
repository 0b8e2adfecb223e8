"""How long has an account to wait before a browser that it does not know may try it again, however many addresses try?

What is tried fills a level that leaks: whoever mistypes a few times waits for nothing, whoever guesses from many
addresses waits longer and longer, and an account is never shut for longer than `LONGEST_S`.
"""

from __future__ import annotations

from collections.abc import Callable
from time import time

from dashboard.access.database import Database

FREE = 30
"""Attempts for which nobody waits: one address alone, which has no more in an hour, makes nobody wait for long."""

LONGEST_S = 60
"""The longest wait. Somebody at a new browser gets in, if with patience, while their account is attacked; whoever
attacks it has sixty guesses in an hour, by whatever number of addresses."""

LEAKS_S = 60
"""One attempt is forgotten in so many seconds."""


class Delays:
    """Levels by key, in the database of accounts, so that all processes count together."""

    def __init__(self, database: Database, clock: Callable[[], float] = time) -> None:
        self._database = database
        self._clock = clock

    def take(self, key: str) -> float:
        """0, and the attempt is counted; or how many seconds are still to be waited, and it is not.

        What has to wait does not lengthen the wait: else whoever asks often enough would shut the account for good.
        """
        now = self._clock()
        with self._database.writing() as connection:
            # What stands in the future was counted by a clock that has been set back since.
            connection.execute(
                "DELETE FROM delays WHERE last + level * ? <= ? OR last > ?", (LEAKS_S, now, now)
            )
            found = connection.execute(
                "SELECT level, last FROM delays WHERE key = ?", (key,)
            ).fetchone()
            level, last = found or (0.0, now)
            wait = last + _wait(level) - now
            if wait > 0:
                return float(wait)
            left = max(0.0, level - (now - last) / LEAKS_S)
            connection.execute("REPLACE INTO delays VALUES (?, ?, ?)", (key, left + 1, now))
        return 0.0

    def forget(self, key: str) -> None:
        """Somebody has shown that the account is theirs."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM delays WHERE key = ?", (key,))


def _wait(level: float) -> float:
    """After an attempt that filled it up to `level`: nothing, then two seconds, four, eight, up to the longest."""
    over = level - FREE
    return min(LONGEST_S, 2.0**over) if over > 0 else 0.0
