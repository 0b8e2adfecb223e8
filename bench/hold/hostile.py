"""What becomes of thousands of hostile requests: which status, how much is sent, what is kept?"""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http import HTTPStatus
from time import perf_counter
from urllib.parse import urlsplit

from bench.hold.corpus import Hostile, hostile
from bench.hold.processes import Served

CLIENTS = 4
WAIT_S = 120
OURS = range(500, 600)
"""The statuses that say that an error is ours."""

GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"
CUT = 0
"""The status of a request that got no answer."""


def main(served: Served, count: int) -> list[str]:
    """Sends them twice, prints what became of the second half; gives what is not as it should be."""
    ask_all(served.address, hostile(count, seed=1))
    before, logged = served.megabytes, served.tracebacks
    start = perf_counter()
    told = ask_all(served.address, hostile(count))
    seconds = perf_counter() - start
    statuses = Counter(status for status, _, _ in told)
    longest = max(size for _, size, _ in told)
    slowest = max(wait for _, _, wait in told)
    kept, traced = served.megabytes - before, served.tracebacks - logged
    print(f"\n{count} hostile requests in {seconds:.0f} s: {dict(sorted(statuses.items()))}")
    print(
        f"largest answer {longest / 1e6:.2f} MB, slowest {slowest:.1f} s, {traced} tracebacks logged"
    )
    print(
        f"memory of the workers: {before} MiB after as many before, {kept:+} MiB since", flush=True
    )
    faults = []
    if any(status in OURS and status != HTTPStatus.SERVICE_UNAVAILABLE for status in statuses):
        faults.append("errors of ours (5xx)")
    if traced:
        faults.append(f"{traced} tracebacks")
    return faults


def ask_all(address: str, requests: Iterable[Hostile]) -> list[tuple[int, int, float]]:
    """The status, the bytes and the seconds of each answer."""
    place = urlsplit(address)
    at = (place.hostname or "", place.port or 0)

    def ask(request: Hostile) -> tuple[int, int, float]:
        start = perf_counter()
        status, size = answered(at, request.written())
        return status, size, perf_counter() - start

    with ThreadPoolExecutor(CLIENTS) as pool:
        return [*pool.map(ask, requests)]


def answered(at: tuple[str, int], sent: bytes) -> tuple[int, int]:
    """The status of the answer to what is sent, and its bytes; `CUT` where there is none."""
    size, first = 0, b""
    try:
        with socket.create_connection(at, timeout=WAIT_S) as connection:
            # It may be answered before all of it has been read.
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(sent)
            while piece := connection.recv(65536):
                size += len(piece)
                first = first or piece.removeprefix(GO_ON)[:64]
    except OSError:
        if not first:
            return CUT, size
    words = first.split()
    return (int(words[1]) if len(words) > 1 and words[1].isdigit() else CUT), size
