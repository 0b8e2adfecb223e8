"""How often has something been tried lately? Counted for all processes together, in place of a server of its own."""

from __future__ import annotations

import sqlite3
from time import time

from limits.storage import Storage

from dashboard.access.database import Database

LONGEST_S = 24 * 3600
"""For how long at most a number is kept: one that lasts longer was written by a clock that was ahead."""

SCHEME = "acces"
"""By which Flask-Limiter is told to count here: `acces://`."""


class Attempts(Storage):
    """Numbers by key, each until it is forgotten, in the database of accounts."""

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012 - as its base has it.

    def __init__(
        self,
        uri: str | None = None,
        *,
        database: Database,
        wrap_exceptions: bool = False,
    ) -> None:
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        self._database = database

    @property
    def base_exceptions(self) -> type[Exception]:
        return sqlite3.Error

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """One attempt more, and how many there are; the first one says after how many seconds they are forgotten."""
        now = time()
        with self._database.writing() as connection:
            _forget(connection, now)
            (number,) = connection.execute(
                "INSERT INTO attempts VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET number = number + excluded.number RETURNING number",
                (key, amount, now + expiry),
            ).fetchone()
        return int(number)

    def get(self, key: str) -> int:
        """How many there are."""
        return int(self._row(key)[0])

    def get_expiry(self, key: str) -> float:
        """When they are forgotten, in seconds since 1970."""
        return float(self._row(key)[1])

    def check(self) -> bool:
        """Whether it can be asked."""
        self._row("")
        return True

    def reset(self) -> int:
        """Forgets all of them, and says how many keys there were."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM attempts").rowcount

    def clear(self, key: str) -> None:
        """Forgets those of `key`."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM attempts WHERE key = ?", (key,))

    def forget(self) -> None:
        """Removes those that are over."""
        with self._database.writing() as connection:
            _forget(connection, time())

    def _row(self, key: str) -> tuple[int, float]:
        now = time()
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT number, until FROM attempts WHERE key = ? AND until > ?", (key, now)
            ).fetchone()
        return found or (0, now)


def _forget(connection: sqlite3.Connection, now: float) -> None:
    connection.execute("DELETE FROM attempts WHERE until <= ? OR until > ?", (now, now + LONGEST_S))
