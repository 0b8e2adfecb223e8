"""Whose session is this, and does it still last? Kept on the server: at logout it is gone."""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import time

from dashboard.access.database import Database

NAMELESS_S = 15 * 60
"""How long somebody may take to log in: a session that is nobody's yet."""

NOTED_S = 30
"""How often at most it is written that a session is in use: not at each request."""

AHEAD_S = 30
"""By how much the clock may be set back under a session; by more, and nobody knows how old it is: it ends."""


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many seconds in which nobody asked for anything, and after how many at all, a session ends."""

    idle_s: float
    whole_s: float


@dataclass(frozen=True, slots=True)
class Session:
    """What is known of a session: the account, empty until somebody has logged in, and what else it holds, as JSON.

    `seen`: when it was last noted that somebody used it.
    """

    account: str
    held: Mapping[str, object]
    seen: float


class Sessions:
    """The sessions of a database. A browser has a random identifier, of which the hash alone is kept."""

    def __init__(
        self, database: Database, limits: Limits, clock: Callable[[], float] = time
    ) -> None:
        self._database = database
        self._limits = limits
        self._clock = clock

    def begin(self, account: str, held: Mapping[str, object]) -> str:
        """A new session, and its identifier; those that have ended are removed meanwhile."""
        identifier, now = secrets.token_urlsafe(32), self._clock()
        with self._database.writing() as connection:
            self._forget(connection, now)
            row = (_hashed(identifier), account, now, now, json.dumps(dict(held)))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", row)
        return identifier

    def find(self, identifier: str) -> Session | None:
        """The session of that identifier; None where there is none, or it has ended. To be found is no use of it."""
        now = self._clock()
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT account, begun, seen, held FROM sessions WHERE id = ?",
                (_hashed(identifier),),
            ).fetchone()
        if row is None:
            return None
        account, begun, seen, held = row
        whole = self._limits.whole_s if account else min(NAMELESS_S, self._limits.whole_s)
        ages = -AHEAD_S <= now - begun <= whole, -AHEAD_S <= now - seen <= self._limits.idle_s
        if not all(ages):
            self.end(identifier)
            return None
        return Session(account, json.loads(held), seen)

    def use(self, identifier: str, seen: float) -> None:
        """Somebody uses the session, of which that was noted at `seen`: it is idle from now on."""
        now = self._clock()
        if now - seen > min(NOTED_S, self._limits.idle_s / 4):
            with self._database.writing() as connection:
                connection.execute(
                    "UPDATE sessions SET seen = ? WHERE id = ?", (now, _hashed(identifier))
                )

    def hold(self, identifier: str, held: Mapping[str, object]) -> None:
        """Keeps something else in the session; nothing where it has ended meanwhile."""
        with self._database.writing() as connection:
            row = (json.dumps(dict(held)), _hashed(identifier))
            connection.execute("UPDATE sessions SET held = ? WHERE id = ?", row)

    def forget(self) -> None:
        """Removes those that have ended by themselves."""
        with self._database.writing() as connection:
            self._forget(connection, self._clock())

    def _forget(self, connection: sqlite3.Connection, now: float) -> None:
        connection.execute(
            "DELETE FROM sessions WHERE seen < ? OR begun < ? OR (account = '' AND begun < ?)"
            " OR max(seen, begun) > ?",
            (
                now - self._limits.idle_s,
                now - self._limits.whole_s,
                now - NAMELESS_S,
                now + AHEAD_S,
            ),
        )

    def end(self, identifier: str) -> None:
        """Logout: whoever has a copy of the identifier has nothing any more."""
        with self._database.writing(for_good=True) as connection:
            connection.execute("DELETE FROM sessions WHERE id = ?", (_hashed(identifier),))


def _hashed(identifier: str) -> str:
    """Whoever reads the database cannot enter by what it holds."""
    return hashlib.sha256(identifier.encode()).hexdigest()
