"""How many filter changes a second do the workers answer at 20 and at 100 clients, and how long does one wait?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from bench.clients import Load, ask_at_once
from bench.questions import Question, asked_of_us
from bench.selections import searches
from bench.timing import report
from bench.today import asked_in_dash
from dashboard.content.page import OVERVIEW
from tools.served import served

CLIENTS = (20, 100)
SECONDS = 10.0
SEEN = 40
"""So many selections asked again and again are all remembered soon."""

MOST = 20_000
"""More questions than any machine answers in the time."""


def main(data: Path | None = None) -> None:
    """Prints answers a second and the wait of one, on the overview, of new selections and of known ones."""
    with TemporaryDirectory() as made, served(Path(made) / "log.txt", data=data) as address:
        ask = questions_of(address)
        new = map(ask, searches(MOST))
        for clients in CLIENTS:
            tell(f"{clients} clients, not seen before", ask_at_once(address, new, clients, SECONDS))
        seen = searches(MOST)[:SEEN]
        for _ in range(2):
            ask_at_once(address, map(ask, seen * 2), 4, SECONDS)
        for clients in CLIENTS:
            again: Iterator[Question] = map(ask, cycle(seen))
            tell(f"{clients} clients, seen before", ask_at_once(address, again, clients, SECONDS))


def tell(label: str, load: Load) -> None:
    """Prints one load."""
    report(f"{label}: one waits", [*load.waits])
    report("  answers a second", [load.a_second], "")
    if load.failed:
        print(f"  {load.failed} were not answered")


def questions_of(address: str) -> Callable[[str], Question]:
    """How the overview of the dashboard at `address` is asked for a selection."""
    if _post(address, "/answer") == HTTPStatus.OK:
        return lambda search: asked_of_us(OVERVIEW.path, search)
    dependencies = json.loads(_get(address, "/_dash-dependencies"))
    return lambda search: asked_in_dash(dependencies, OVERVIEW, search, {})


def _get(address: str, path: str) -> bytes:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path)
    return connection.getresponse().read()


def _post(address: str, path: str) -> int:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request(
        "POST", path, json.dumps(asked_of_us("/", "")[1]), {"Content-Type": "application/json"}
    )
    return connection.getresponse().status


if __name__ == "__main__":
    main()
