"""How does a client ask once, on a connection of its own, and how do several ask until enough is seen?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread
from urllib.parse import urlsplit


def status_of(address: str, path: str, wait_s: float) -> int:
    """The status of the answer; 0 where there is none."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=wait_s)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
    return answer.status


@contextmanager
def clients(number: int, client: Callable[[Event], None]) -> Iterator[None]:
    """So many threads of `client`, each of which returns soon after the event that it is given, as the block ends."""
    ended = Event()
    threads = [Thread(target=client, args=(ended,)) for _ in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()
