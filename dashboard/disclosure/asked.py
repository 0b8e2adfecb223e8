"""How many different selections has somebody asked for today, and may they ask for one more?

Each selection tells something of a few people; hundreds of them, put together, tell more than any should. Whoever asks
again for what they have had is answered. Nobody can read here who asked for what: both are kept as digests by a key
that is of one day, in a file that all workers share.
"""

from __future__ import annotations

import hmac
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from pathlib import Path
from threading import Lock

from dashboard.disclosure.thresholds import MOST_SELECTIONS
from dashboard.domain.errors import AllowanceError, SettingError
from dashboard.text.numbers import count

_TABLE = "CREATE TABLE IF NOT EXISTS asked (day TEXT, who BLOB, what BLOB, PRIMARY KEY (who, what)) WITHOUT ROWID"
_WAIT_S = 5
"""How long a worker waits for another one to have written."""


class Asked:
    """What each person, or address, has asked for in the day under way; of any thread or process.

    From `secret` the key of the digests is derived. Without a `file` a process counts for itself, and forgets at its
    end: for a demonstration, whose tables hold nobody. `now` is the clock by which a day ends. Raises SettingError, in
    French, where the file cannot be written.
    """

    def __init__(
        self,
        secret: str,
        file: Path | None = None,
        most: int = MOST_SELECTIONS,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        # Of a key of its own: what is kept here helps nobody to guess the one that rounds.
        self._secret = hmac.digest(secret.encode(), b"selections", sha256)
        self._most = most
        self._now = now
        self._file = file
        self._turn = Lock()
        self._opened: dict[int, sqlite3.Connection] = {}
        if file:
            self._try(file)

    def _try(self, file: Path) -> None:
        """Whether it can be written is known before anybody is served. By its owner alone; what is over is removed."""
        try:
            # Before SQLite makes it, with the rights that the umask leaves; its other files take theirs from it.
            os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
            for path in file.parent.glob(f"{file.name}*"):
                path.chmod(0o600)
            with closing(_opened(file)) as database:
                self._forget(database)
        except (OSError, sqlite3.Error) as error:
            raise SettingError(
                f"DASHBOARD_ACCESS_FOLDER : le fichier « {file} », où les sélections consultées sont comptées, ne peut "
                f"pas être écrit ({error}). Vérifiez le dossier et ses droits."
            ) from error

    def take(self, who: str, what: Iterable[str]) -> None:
        """Counts the selections `what`, as an address writes them, for `who`; what was asked before is free.

        Raises AllowanceError, in French, where there would be more than a day allows; then none of them is counted.
        """
        today = self._today()
        person = self._digest(today, "who", who)
        asked = {self._digest(today, who, selection) for selection in what}
        if not asked:
            return
        with self._turn:
            self._write(self._database(), today, person, asked)

    def forget(self) -> None:
        """Removes what was asked on another day."""
        with self._turn, self._database() as database:
            self._forget(database)

    def _forget(self, database: sqlite3.Connection) -> None:
        database.execute("DELETE FROM asked WHERE day <> ?", (self._today(),))

    def _today(self) -> str:
        return self._now().date().isoformat()

    def _database(self) -> sqlite3.Connection:
        """That of this process: a connection does not outlive a fork."""
        process = os.getpid()
        if process not in self._opened:
            self._opened = {process: _opened(self._file or ":memory:")}
        return self._opened[process]

    def _write(
        self, database: sqlite3.Connection, today: str, person: bytes, asked: set[bytes]
    ) -> None:
        known = {
            what
            for what in asked
            if database.execute(
                "SELECT 1 FROM asked WHERE who = ? AND what = ?", (person, what)
            ).fetchone()
        }
        if known == asked:
            return
        with database:
            # From here on no other process writes: what is counted is what will be there.
            database.execute("BEGIN IMMEDIATE")
            database.execute("DELETE FROM asked WHERE day <> ?", (today,))
            database.executemany(
                "INSERT OR IGNORE INTO asked VALUES (?, ?, ?)",
                [(today, person, what) for what in asked],
            )
            (number,) = database.execute(
                "SELECT count(*) FROM asked WHERE who = ?", (person,)
            ).fetchone()
            if number > self._most:
                raise AllowanceError(self._spent(), self._left_s())

    def _spent(self) -> str:
        tomorrow = self._now() + timedelta(days=1)
        return (
            f"Vous avez consulté aujourd'hui {count(self._most)} sélections différentes, autant qu'il en est permis "
            "par jour, pour que personne ne puisse être reconnu en les recoupant. Celles que vous avez déjà consultées "
            f"restent ouvertes ; de nouvelles le seront le {tomorrow:%d/%m/%Y} à partir de minuit."
        )

    def _left_s(self) -> int:
        """Seconds until the day ends."""
        now = self._now()
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        return ceil((midnight - now).total_seconds())

    def _digest(self, *parts: str) -> bytes:
        return hmac.new(self._secret, "\n".join(parts).encode(), sha256).digest()[:16]


def _opened(file: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_WAIT_S, isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute(_TABLE)
    return database
