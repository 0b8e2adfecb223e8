"""How many requests were answered, how fast, from what, and what of that may Prometheus read at `/metrics`?

Each worker of gunicorn counts in files of its own, in a folder that `gunicorn.conf.py` makes; whichever is asked adds
all of them up. A process without that folder counts in its memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from ipaddress import ip_address
from threading import Lock
from typing import Protocol

from flask import Flask, Response, abort, current_app, has_request_context, request
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import InfoMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from dashboard.current import Current
from dashboard.publication import Publication

EXTENSION = "dashboard-metrics"

PREPARING = "dashboard.preparing"
"""Of a request: that it is one of our own, which makes pages ready, and that nobody has asked."""

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""The bounds that durations are counted between: from an answer that is remembered to a deck of twenty slides."""

FORWARDED = (
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Port",
    "Forwarded",
    "X-Real-IP",
)
"""What a proxy adds to a request, be it configured or not."""


class Counted(Protocol):
    """What a source has counted since it was opened: from cubes, and by its engine, in so many seconds."""

    @property
    def hits(self) -> int:
        """Questions that a cube answered."""

    @property
    def misses(self) -> int:
        """Those that an engine counted."""

    @property
    def seconds(self) -> float:
        """How long whoever asked has waited for it."""


class Metrics:
    """What one application counts; several threads may."""

    def __init__(self) -> None:
        # Of this application alone: a process may hold several, as tests do.
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "dashboard_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "dashboard_request_seconds",
            "Seconds from a request to the end of its answer.",
            ("route",),
            buckets=SECONDS,
            registry=self._registry,
        )
        self._answers = Counter(
            "dashboard_answers",
            "Answers of pages, by whether they were made or remembered.",
            ("origin",),
            registry=self._registry,
        )
        self._waiting = Gauge(
            "dashboard_documents_waiting",
            "Decks and documents asked for and not yet sent.",
            multiprocess_mode="livesum",
            registry=self._registry,
        )
        self._tables = Counter(
            "dashboard_tables",
            "Tables counted, by whether a cube held them (hit) or an engine counted (miss).",
            ("cube",),
            registry=self._registry,
        )
        self._missed = Counter(
            "dashboard_table_miss_seconds",
            "Seconds waited for an engine where no cube held a table.",
            registry=self._registry,
        )
        self._lock = Lock()
        self._last: tuple[str, int, int, float] = ("", 0, 0, 0.0)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request has been answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def given(self, origin: str) -> None:
        """The answer of a page was `made` or `remembered`."""
        self._answers.labels(origin).inc()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While a deck or a document is being asked for."""
        self._waiting.inc()
        try:
            yield
        finally:
            self._waiting.dec()

    def counted(self, version: str, now: Counted) -> None:
        """What the source of this version has counted so far; another version begins again."""
        with self._lock:
            known, hits, misses, seconds = self._last
            if known != version:
                hits, misses, seconds = 0, 0, 0.0
            self._last = (version, now.hits, now.misses, now.seconds)
        self._tables.labels("hit").inc(max(now.hits - hits, 0))
        self._tables.labels("miss").inc(max(now.misses - misses, 0))
        self._missed.inc(max(now.seconds - seconds, 0.0))

    def written(self, publication: Publication) -> bytes:
        """Everything that all workers have counted, and which data are shown, as Prometheus reads it."""
        registry, data = CollectorRegistry(), CollectorRegistry()
        try:
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # As it is published.
        except ValueError:
            # There is no such folder.
            registry = self._registry
        data.register(_Data(publication))
        return generate_latest(registry) + generate_latest(data)


class _Data(Collector):
    """Which data are shown."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def collect(self) -> Iterator[InfoMetricFamily]:
        """Their version and their day."""
        told = {"version": self._publication.version, "dated": self._publication.dated.isoformat()}
        yield InfoMetricFamily("dashboard_data", "The data that are shown.", told)


def metrics() -> Metrics | None:
    """Those of the application that answers; None where nobody asks, or where it only makes its pages ready."""
    if not has_request_context() or PREPARING in request.environ:
        return None
    return current_app.extensions.get(EXTENSION)


def register_metrics(server: Flask, current: Current, counting: Metrics) -> None:
    """Adds `/metrics` to `server`, for this machine alone: for everybody else there is nothing."""
    server.extensions[EXTENSION] = counting

    @server.get("/metrics")
    def told() -> Response:
        if not asked_from_here():
            abort(HTTPStatus.NOT_FOUND)
        return Response(counting.written(current.get()), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def asked_from_here() -> bool:
    """Whether the request begins on this machine, and no proxy has passed it on: what one says may be made up.

    Who is connected is looked at, and not whom `mount.py` believes the outermost proxy to have been asked by.
    """
    if any(name in request.headers for name in FORWARDED):
        return False
    connected = request.environ.get("werkzeug.proxy_fix.orig", request.environ)
    try:
        return ip_address(connected.get("REMOTE_ADDR") or "").is_loopback
    except ValueError:
        return False
