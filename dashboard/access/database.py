"""Where are accounts, sessions and attempts kept, such that several processes write there and nobody else reads?"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import local

from dashboard.domain.errors import AccessError
from dashboard.text.typography import unbroken

FILE = "acces.sqlite"

WAITS_S = 10
"""How long one process waits for another that writes."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, regions TEXT NOT NULL, password TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0, since TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, account TEXT NOT NULL COLLATE NOCASE,
    begun REAL NOT NULL, seen REAL NOT NULL, held TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sessions_by_account ON sessions (account);
CREATE TABLE IF NOT EXISTS attempts (key TEXT PRIMARY KEY, number INTEGER NOT NULL, until REAL NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS delays (key TEXT PRIMARY KEY, level REAL NOT NULL, last REAL NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS devices (
    id TEXT NOT NULL, account TEXT NOT NULL COLLATE NOCASE, until REAL NOT NULL, PRIMARY KEY (id, account)
) STRICT;
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


class _Kept(local):
    """The connections of one thread, by process: that of the process that was forked is left alone, and not closed."""

    def __init__(self) -> None:
        self.by_process: dict[int, sqlite3.Connection] = {}


class Database:
    """The SQLite file in `folder`, made at need, with rights for its owner alone.

    Each thread keeps a connection, which no other process takes over after a fork: a request that had to open one would
    take a third of a millisecond longer (measured). Raises AccessError where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._kept = _Kept()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Before SQLite makes it, with the rights that the umask leaves; its other files take theirs from it.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            self.path.chmod(0o600)
            with closing(self._opened()) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(SCHEMA)
        except (OSError, sqlite3.Error) as error:
            told = f"{folder} : le dossier des accès ne peut être ouvert ({error}). "
            how = "Donnez-le en écriture au compte du service."
            raise AccessError(unbroken(told + how)) from error

    def _connection(self) -> sqlite3.Connection:
        """That of this thread, in this process."""
        known = self._kept.by_process.get(os.getpid())
        if known is None:
            known = self._kept.by_process[os.getpid()] = self._opened()
        return known

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=WAITS_S, isolation_level=None)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """To ask it something."""
        yield self._connection()

    @contextmanager
    def writing(self, *, for_good: bool = False) -> Iterator[sqlite3.Connection]:
        """To change it: all that is done here, or nothing, while nobody else writes.

        `for_good`: it is on the disk afterwards. Else a power cut may undo the last changes, never half of one.
        """
        connection = self._connection()
        connection.execute(f"PRAGMA synchronous = {'FULL' if for_good else 'NORMAL'}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def hindrance(self) -> str:
        """Why nothing could be written now, in the system's words; empty where something could."""
        try:
            with self.writing():
                return ""
        except sqlite3.Error as error:
            return str(error)

    def secret(self, name: str) -> str:
        """A secret that all processes share, made once and never shown."""
        with self.writing(for_good=True) as connection:
            made = (name, secrets.token_urlsafe(48))
            connection.execute("INSERT OR IGNORE INTO secrets VALUES (?, ?)", made)
            (value,) = connection.execute(
                "SELECT value FROM secrets WHERE name = ?", (name,)
            ).fetchone()
        return str(value)
