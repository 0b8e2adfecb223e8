"""How is one version of the tables given to PostgreSQL, whole or not at all?

Each version has a schema of its own, made in one transaction: nobody ever sees half of it.
"""

from __future__ import annotations

import io

import psycopg
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
from psycopg import sql

from dashboard.domain.query import Counted
from dashboard.ingest.derive.analysis import PERSON
from dashboard.ingest.stored.tables import ROWS_TOGETHER, StoredTables
from dashboard.sources.sql.patience import CONNECTING_S

TYPES = {pa.int16(): "smallint", pa.int32(): "integer", pa.int64(): "bigint"}

LOCK = 0x64617368
"""The number of the lock that whoever loads a version holds: a second one waits, and finds it there."""

Connection = psycopg.Connection[tuple[object, ...]]


def schema_of(stored: StoredTables) -> str:
    """The schema that has the tables of a version."""
    return f"dashboard_{stored.key}"


def connected(url: str) -> Connection:
    """A connection to the server at `url`, each statement of which stands alone."""
    # Statements are not prepared: their plan follows from what is selected, and a pooler between may lose them.
    return psycopg.connect(
        url, autocommit=True, prepare_threshold=None, connect_timeout=CONNECTING_S
    )


def load(url: str, stored: StoredTables) -> None:
    """Copies the tables to a schema of their own, whole or not at all, if it is not there."""
    with connected(url) as connection:
        if is_there(connection, stored):
            return
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            if is_there(connection, stored):
                return
            connection.execute(
                sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema_of(stored)))
            )
            for counted in stored.columns:
                _copy(connection, stored, counted)


def is_there(connection: Connection, stored: StoredTables) -> bool:
    """Whether the server has this version."""
    found = connection.execute(
        "SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema_of(stored)]
    ).fetchone()
    return found is not None


def _copy(connection: Connection, stored: StoredTables, counted: Counted) -> None:
    file = pq.ParquetFile(stored.file(counted))
    table = sql.Identifier(schema_of(stored), counted)
    columns = [
        sql.SQL("{} {} NOT NULL").format(sql.Identifier(column.name), sql.SQL(TYPES[column.type]))
        for column in file.schema_arrow
    ]
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table, sql.SQL(", ").join(columns)))
    with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN (FORMAT csv)").format(table)) as copy:
        for batch in file.iter_batches(ROWS_TOGETHER):
            text = io.BytesIO()
            pyarrow.csv.write_csv(batch, text, pyarrow.csv.WriteOptions(include_header=False))
            copy.write(text.getbuffer())
    if counted == "beneficiary":
        connection.execute(
            sql.SQL("ALTER TABLE {} ADD PRIMARY KEY ({})").format(table, sql.Identifier(PERSON))
        )
    connection.execute(sql.SQL("ANALYZE {}").format(table))
