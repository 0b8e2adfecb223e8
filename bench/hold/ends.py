"""What is cut off when a worker dies, when workers are started anew, and when the service is stopped?"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from threading import Event, Lock
from time import sleep
from urllib.parse import urlsplit

from bench.hold.clients import clients
from bench.hold.processes import Served, send

CLIENTS = 8
LOADED_S = 3.0
STARTING_S = 8.0
PATH = "/export/emploi.csv"


class Cut:
    """Requests that were answered, and those that were cut off or refused, by how that was seen."""

    def __init__(self) -> None:
        self.answered = 0
        self.cut: list[str] = []
        self.lock = Lock()


def main(served: Served) -> list[str]:
    """Kills a worker, has all started anew, stops the service; gives what was cut that should not have been."""
    print()
    faults = []
    with _loaded(served.address) as killed:
        sleep(LOADED_S)
        send(served.workers[0], signal.SIGKILL)
        sleep(STARTING_S)
    print(
        f"kill -9 of a worker: {killed.answered} answered, cut off: {killed.cut or 'none'}",
        flush=True,
    )
    if len(killed.cut) > CLIENTS:
        faults.append("more was cut off than a worker held")
    with _loaded(served.address) as renewed:
        sleep(LOADED_S)
        send(served.master, signal.SIGHUP)
        sleep(STARTING_S)
    print(f"reload: {renewed.answered} answered, cut off: {renewed.cut or 'none'}", flush=True)
    if renewed.cut:
        faults.append("a reload cuts requests off")
    with _loaded(served.address, stops=True) as stopped:
        sleep(LOADED_S)
        send(served.master, signal.SIGTERM)
        sleep(STARTING_S)
    print(f"stop: {stopped.answered} answered, cut off: {stopped.cut or 'none'}", flush=True)
    if stopped.cut:
        faults.append("a stop cuts requests off")
    return faults


@contextmanager
def _loaded(address: str, *, stops: bool = False) -> Iterator[Cut]:
    """Requests from several clients, one after the other, each on a connection of its own, as long as the block lasts.

    `stops`: the service ends meanwhile, and nobody is cut off who only could not connect.
    """
    told = Cut()

    def client(ended: Event) -> None:
        while not ended.is_set():
            connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
            try:
                connection.connect()
            except OSError as error:
                if stops:
                    return
                _note(told, f"connect: {type(error).__name__}")
                sleep(0.05)
                continue
            try:
                connection.request("GET", PATH)
                answer = connection.getresponse()
                answer.read()
                _note(told, "" if answer.status == HTTPStatus.OK else str(answer.status))
            except (OSError, HTTPException) as error:
                _note(told, type(error).__name__)
            finally:
                connection.close()

    with clients(CLIENTS, client):
        yield told


def _note(told: Cut, fault: str) -> None:
    with told.lock:
        if fault:
            told.cut.append(fault)
        else:
            told.answered += 1
