"""How does a PostgreSQL server count stored tables, which are copied there once for each version?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from queue import Empty, LifoQueue
from weakref import finalize

import psycopg
import pyarrow as pa
from psycopg.conninfo import conninfo_to_dict
from sqlglot import exp

from dashboard.domain.errors import SettingError, SourceError
from dashboard.domain.query import Counted, Query
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.engine import Crossings
from dashboard.sources.sql.answers import answered
from dashboard.sources.sql.forks import closed_before_forks
from dashboard.sources.sql.patience import PATIENCE_S
from dashboard.sources.sql.postgresql_loading import Connection, connected, load, schema_of
from dashboard.sources.sql.rest import Rest, UnreachableError
from dashboard.sources.sql.statements import Statements
from dashboard.text.typography import unbroken


class PostgresqlEngine:
    """Counts the tables of one version, in connections that may only read; a connection is lent for one question."""

    def __init__(self, url: str, stored: StoredTables, patience_s: float = PATIENCE_S) -> None:
        """Loads `stored` where the server has not got it; raises SourceError, SettingError for what is no address."""
        _check_address(url)
        self._url = url
        self._stored = stored
        self._patience_s = patience_s
        self._schema = schema_of(stored)
        self._statements = Statements("postgres", stored, self._table_of)
        self._rest = Rest()
        self._idle: LifoQueue[Connection] = LifoQueue()
        closed_before_forks(self)
        finalize(self, _close_all, self._idle)
        with _told(self._patience_s):
            load(url, stored)

    def crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        """What each query finds, in one statement; raises KeyError, ValueError or SourceError."""
        run = partial(self._rest.asked, self._run)
        return answered(queries, self._stored, self._statements, run)

    def close(self) -> None:
        """Closes the connections that nobody uses; the next question opens another."""
        _close_all(self._idle)

    def _run(self, text: str, parameters: Sequence[int]) -> pa.Table:
        with _told(self._patience_s):
            try:
                connection = self._idle.get_nowait()
            except Empty:
                return self._asked(self._connected(), text, parameters)
            try:
                return self._asked(connection, text, parameters)
            except psycopg.errors.QueryCanceled:
                raise
            except psycopg.OperationalError:
                # The server, or a firewall between, had closed it while it was idle; so it had the others.
                self.close()
                return self._asked(self._connected(), text, parameters)

    def _asked(self, connection: Connection, text: str, parameters: Sequence[int]) -> pa.Table:
        try:
            # The text is written by sqlglot from names of ours; what a user chose is in the parameters, as numbers.
            cursor = connection.execute(text.encode(), list(parameters), binary=True)
            rows, names = cursor.fetchall(), [column.name for column in cursor.description or ()]
        except psycopg.Error:
            connection.close()
            raise
        self._idle.put(connection)
        columns = zip(*rows, strict=True) if rows else ((),) * len(names)
        arrays = [pa.array(column, pa.int64()) for column in columns]
        return pa.Table.from_arrays(arrays, names=names)

    def _connected(self) -> Connection:
        connection = connected(self._url)
        connection.execute("SET default_transaction_read_only = on")
        connection.execute(
            "SELECT set_config('statement_timeout', %s, false)",
            [f"{1000 * self._patience_s:.0f}ms"],
        )
        return connection

    def _table_of(self, counted: Counted) -> exp.Table:
        return exp.table_(counted, db=self._schema, quoted=True)


def _check_address(url: str) -> None:
    """Raises SettingError where `url` cannot be read, without a word of it: it may hold a password."""
    try:
        conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise SettingError(
            unbroken(
                "DASHBOARD_SOURCE : adresse de PostgreSQL mal écrite ; attendu : "
                "postgresql://compte@serveur:5432/base. Un mot de passe se donne plutôt dans ~/.pgpass."
            )
        ) from None


def _close_all(idle: LifoQueue[Connection]) -> None:
    while True:
        try:
            idle.get_nowait().close()
        except Empty:
            return


@contextmanager
def _told(patience_s: float) -> Iterator[None]:
    """Tells in French what the server refuses or does not do; what is told never has a password."""
    try:
        yield
    except psycopg.errors.QueryCanceled as error:
        raise SourceError(
            unbroken(
                f"PostgreSQL n'a pas répondu en {patience_s:g} s. Voyez ce qui l'occupe, ou docs/scale.md."
            )
        ) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise SourceError(
            unbroken(
                f"PostgreSQL refuse ce compte ({_first_line(error)}). Pour charger une version, il lui faut le droit "
                "CREATE sur la base ; pour la compter, USAGE et SELECT sur ses schémas."
            )
        ) from error
    except psycopg.OperationalError as error:
        raise UnreachableError(
            unbroken(
                f"PostgreSQL ne peut être joint ({_first_line(error)}). Vérifiez l'adresse, le compte et la base dans "
                "DASHBOARD_SOURCE, et que le serveur est en marche."
            )
        ) from error
    except psycopg.Error as error:
        raise SourceError(
            unbroken(
                f"PostgreSQL ne peut compter les tables ({_first_line(error)}). Si leur schéma a été supprimé ou "
                "modifié, redémarrez le tableau de bord : il le charge de nouveau s'il manque."
            )
        ) from error


def _first_line(error: psycopg.Error) -> str:
    return str(error).partition("\n")[0].rstrip(".")
