"""How are questions put by many clients at once, and how long does each wait?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from threading import Lock
from time import perf_counter
from urllib.parse import urlsplit

from bench.questions import Question

WAIT_S = 60
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "br, gzip"}


@dataclass(frozen=True)
class Load:
    """What so many clients got: the wait of each answer in milliseconds, the seconds it took, and how many failed."""

    waits: tuple[float, ...]
    seconds: float
    failed: int

    @property
    def a_second(self) -> float:
        """How many answers came a second."""
        return len(self.waits) / self.seconds


class _Questions:
    """The questions that no client has put yet, until the time is over."""

    def __init__(self, questions: Iterator[Question], end: float) -> None:
        self._questions = questions
        self._end = end
        self._lock = Lock()

    def next(self) -> Question | None:
        if perf_counter() >= self._end:
            return None
        with self._lock:
            return next(self._questions, None)


def ask_at_once(address: str, questions: Iterator[Question], clients: int, seconds: float) -> Load:
    """`clients` put one question after the other, each on a connection of its own, until `seconds` are over.

    A client waits for its answer, whole, and asks again at once: this is the most that so few can ask.
    """
    start = perf_counter()
    left = _Questions(questions, start + seconds)
    host = urlsplit(address).netloc
    with ThreadPoolExecutor(clients) as pool:
        answers = [*pool.map(lambda _: _client(host, left), range(clients))]
    waits = tuple(wait for own, _ in answers for wait in own)
    return Load(waits, perf_counter() - start, sum(failed for _, failed in answers))


def _client(host: str, left: _Questions) -> tuple[list[float], int]:
    connection = HTTPConnection(host, timeout=WAIT_S)
    waits, failed = [], 0
    while (question := left.next()) is not None:
        start = perf_counter()
        if _answered(connection, question):
            waits.append(1000 * (perf_counter() - start))
        else:
            failed += 1
    connection.close()
    return waits, failed


def _answered(connection: HTTPConnection, question: Question) -> bool:
    path, body = question
    try:
        connection.request("POST", path, json.dumps(body), HEADERS)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        # The next question opens the connection again.
        connection.close()
        return False
    return answer.status == HTTPStatus.OK
