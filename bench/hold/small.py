"""How long do small requests wait meanwhile, each on a connection of its own as a new reader's is?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from threading import Event
from time import perf_counter, sleep

from bench.hold.clients import clients, status_of
from bench.report import p95

CLIENTS = 4
PAUSE_S = 0.1
WAIT_S = 60
PATH = "/export/dictionnaire.csv"
"""An answer of some milliseconds, which no part of the dashboard remembers."""


class Waits:
    """What so many small requests waited, in milliseconds, and how many were not answered."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.failed = 0

    def told(self) -> str:
        """In one line."""
        if not self.waits:
            return f"no small request was answered, {self.failed} failed"
        return (
            f"{len(self.waits)} small requests: p95 {p95(self.waits):.0f} ms, slowest {max(self.waits):.0f} ms, "
            f"{self.failed} not answered"
        )

    @property
    def slowest(self) -> float:
        """The longest wait; endless where nothing was answered."""
        return max(self.waits, default=float("inf"))

    @property
    def p95(self) -> float:
        """The 95th percentile of the waits; endless where nothing was answered."""
        return p95(self.waits) if self.waits else float("inf")


@contextmanager
def asked(address: str, path: str = PATH) -> Iterator[Waits]:
    """Small requests, as long as the block lasts."""
    told = Waits()

    def client(ended: Event) -> None:
        while not ended.is_set():
            start = perf_counter()
            if status_of(address, path, WAIT_S) == HTTPStatus.OK:
                told.waits.append(1000 * (perf_counter() - start))
            else:
                told.failed += 1
            sleep(PAUSE_S)

    with clients(CLIENTS, client):
        yield told
