"""Is anybody held up by clients that drip their headers or their question, do not read, or do not go away?"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from threading import Event, Thread
from time import sleep
from urllib.parse import urlsplit

from bench.hold.processes import Served
from bench.hold.small import asked

CLIENTS = 50
DRIP_S = 0.5
SECONDS = 20.0
BLOCKED_MS = 1000

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + b"x" * 4000
POSTED = b"POST /answer HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n"
CONTINUED = POSTED.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")
WHOLE = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 40
REFUSED = b"GARBAGE\r\n\r\n"

KINDS = {
    "drip their headers": (b"", HEAD),
    "drip their question": (POSTED, b"{" * 4000),
    "are told to go on, and drip": (CONTINUED, b"{" * 4000),
    "ask and do not read": (WHOLE, b""),
    "are refused and stay": (REFUSED, b""),
}


def main(served: Served, clients: int = CLIENTS, seconds: float = SECONDS) -> list[str]:
    """Each kind, beside small requests; gives those that hold somebody up."""
    print()
    faults = []
    for kind, (first, dripped) in KINDS.items():
        with ExitStack() as opened:
            connections = [opened.enter_context(_connected(served.address)) for _ in range(clients)]
            ended = Event()
            dripping = Thread(target=_drip, args=(connections, first, dripped, ended.is_set))
            dripping.start()
            sleep(1)
            with asked(served.address) as small:
                sleep(seconds)
            ended.set()
            dripping.join()
        print(f"{clients} that {kind}: {small.told()}", flush=True)
        if small.slowest > BLOCKED_MS or small.failed:
            faults.append(f"clients that {kind} hold others up")
    return faults


def _connected(address: str) -> socket.socket:
    place = urlsplit(address)
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect((place.hostname, place.port))
    connection.settimeout(0.5)
    return connection


def _drip(
    connections: list[socket.socket], first: bytes, dripped: bytes, ended: Callable[[], bool]
) -> None:
    """A letter each, every half second; who is cut off is left."""
    for connection in connections:
        _sent(connection, first)
    for place in range(len(dripped)):
        for connection in connections:
            if ended():
                return
            _sent(connection, dripped[place : place + 1])
        sleep(DRIP_S)


def _sent(connection: socket.socket, data: bytes) -> None:
    with suppress(OSError):
        connection.sendall(data)
