"""How does a cluster count stored tables, through Spark Connect: Apache Spark 4, or Sail?

It reads their Parquet files where it sees them; elsewhere they are sent to it through the connection, once a process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Lock, Thread, Timer, get_ident
from weakref import finalize

import grpc
import pyarrow as pa
import pyarrow.parquet as pq
from sqlglot import exp

from dashboard.domain.errors import SettingError, SourceError
from dashboard.domain.query import Query
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.engine import Crossings
from dashboard.sources.sql.answers import answered
from dashboard.sources.sql.forks import closed_before_forks
from dashboard.sources.sql.patience import CONNECTING_S, PATIENCE_S
from dashboard.sources.sql.rest import Rest, UnreachableError
from dashboard.sources.sql.spark_client import (
    DefaultChannelBuilder,
    DefaultPolicy,
    PySparkException,
    SparkSession,
)
from dashboard.sources.sql.statements import Statements
from dashboard.text.typography import unbroken

RETRIES = 3
"""How often the client asks again where the connection breaks: left alone, it does for ten minutes."""


class SparkEngine:
    """Counts the tables of one version in a session of its own, which is opened again where the cluster forgets it."""

    def __init__(
        self,
        url: str,
        stored: StoredTables,
        *,
        seen: bool,
        patience_s: float = PATIENCE_S,
    ) -> None:
        """`seen`: whether the cluster sees the files of `stored` under the same path.

        Raises SettingError where `url` is no address.
        """
        _check_address(url)
        self._url = url
        self._stored = stored
        self._seen = seen
        self._patience_s = patience_s
        self._statements = Statements("spark", stored, exp.to_table)
        self._rest = Rest()
        self._lock = Lock()
        self._sessions: list[SparkSession] = []
        closed_before_forks(self)
        # When a process ends it leaves its session to the cluster, which forgets what is idle.
        finalize(self, _end_elsewhere, self._sessions).atexit = False

    def crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        """What each query finds, in one statement; raises KeyError, ValueError or SourceError."""
        run = partial(self._rest.asked, self._run)
        return answered(queries, self._stored, self._statements, run)

    def close(self) -> None:
        """Ends the session; the next question opens another."""
        with self._lock:
            _end(self._sessions)

    def _run(self, text: str, parameters: Sequence[int]) -> pa.Table:
        late = Event()
        with _told(self._url):
            try:
                return self._asked(text, parameters, late)
            except (PySparkException, grpc.RpcError) as error:
                if late.is_set():
                    raise SourceError(_late(self._patience_s)) from error
                # Clusters forget a session that is idle, and its tables with it.
                self.close()
                return self._asked(text, parameters, late)

    def _asked(self, text: str, parameters: Sequence[int], late: Event) -> pa.Table:
        session = self._opened()
        tag = f"dashboard-{get_ident()}"

        def interrupt() -> None:
            late.set()
            session.interruptTag(tag)

        alarm = Timer(self._patience_s, interrupt)
        session.addTag(tag)
        alarm.start()
        try:
            return session.sql(text, args=list(parameters)).toArrow()
        finally:
            alarm.cancel()
            session.removeTag(tag)

    def _opened(self) -> SparkSession:
        with self._lock:
            if not self._sessions:
                self._sessions.append(self._open())
            return self._sessions[0]

    def _open(self) -> SparkSession:
        channel = DefaultChannelBuilder(self._url).toChannel()
        try:
            # Whether anybody answers is known here: the client would go on asking.
            grpc.channel_ready_future(channel).result(timeout=CONNECTING_S)
        finally:
            channel.close()
        session: SparkSession = SparkSession.builder.remote(self._url).create()
        session.client.set_retry_policies([DefaultPolicy(max_retries=RETRIES)])
        for counted in self._stored.columns:
            file = str(self._stored.file(counted))
            rows = (
                session.read.parquet(file)
                if self._seen
                else session.createDataFrame(pq.read_table(file))
            )
            rows.createOrReplaceTempView(counted)
        return session


def _check_address(url: str) -> None:
    """Raises SettingError where `url` cannot be read, without a word of it: it may hold a token."""
    try:
        DefaultChannelBuilder(url)
    except (PySparkException, ValueError):
        raise SettingError(
            unbroken(
                "DASHBOARD_SOURCE : adresse de Spark Connect mal écrite ; attendu : sc://serveur:15002/ puis, s'il en "
                "faut, des paramètres tels que ;token=… ou ;tables=/dossier."
            )
        ) from None


def _end_elsewhere(sessions: list[SparkSession]) -> None:
    """Ends the session in a thread of its own, which nobody waits for.

    An engine that nobody holds is found by the collector of garbage, in whatever thread that runs: one that waited for
    the cluster there could hold up the very answer that it waits for.
    """
    Thread(target=_end, args=(sessions,), daemon=True).start()


def _end(sessions: list[SparkSession]) -> None:
    """Ends the session, if there is one."""
    while sessions:
        session = sessions.pop()
        # A cluster that has gone, or has forgotten the session, has nothing to end, and is not waited for.
        session.client.set_retry_policies([])
        with suppress(PySparkException, grpc.RpcError):
            session.stop()


def _late(patience_s: float) -> str:
    return unbroken(
        f"La grappe Spark n'a pas répondu en {patience_s:g} s. Voyez ce qui l'occupe, ou docs/scale.md."
    )


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Tells in French what the cluster refuses or does not do; what is told never has a token."""
    host = url.removeprefix("sc://").partition("/")[0]
    try:
        yield
    except grpc.FutureTimeoutError as error:
        raise UnreachableError(
            unbroken(
                f"Spark ne répond pas à {host} ({CONNECTING_S} s). Vérifiez l'adresse dans DASHBOARD_SOURCE, et que le "
                "serveur Spark Connect est en marche."
            )
        ) from error
    except (PySparkException, grpc.RpcError) as error:
        first = str(error).strip().partition("\n")[0].rstrip(".")
        raise SourceError(
            unbroken(
                f"Spark, à {host}, ne peut compter les tables ({first}). Vérifiez que la grappe voit le dossier donné "
                "par tables= dans DASHBOARD_SOURCE, et qu'elle a de la place."
            )
        ) from error
