"""How long do small requests wait meanwhile, each on a connection of its own as a new reader's is?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread
from time import perf_counter, sleep
from urllib.parse import urlsplit

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
    told, ended = Waits(), Event()

    def client() -> None:
        while not ended.is_set():
            start = perf_counter()
            if _answered(address, path):
                told.waits.append(1000 * (perf_counter() - start))
            else:
                told.failed += 1
            sleep(PAUSE_S)

    threads = [Thread(target=client) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def _answered(address: str, path: str) -> bool:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=WAIT_S)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return answer.status == HTTPStatus.OK
