"""How many filter changes a second do the workers answer at 20 and at 100 clients, and how long does one wait?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

from bench.clients import ask_at_once
from bench.questions import Question, asked_of_dash, asked_of_us, shown
from bench.report import compare, heading
from bench.selections import searches
from bench.sites import both
from dashboard.content.page import OVERVIEW

CLIENTS = (20, 100)
SECONDS = 10.0
SEEN = 40
"""So many selections asked again and again are all remembered soon."""

MOST = 20_000
"""More questions than any machine answers in the time."""

JSON = {"Content-Type": "application/json"}

Ask = Callable[[str], Question]
"""How a selection is asked for."""


def main(data: Path | None = None) -> None:
    """Prints answers a second and the wait of one, on the overview, of new selections and of known ones."""
    with both(data) as (ours, plain):
        heading("filter changes on the overview, many clients at once")
        asked = (
            (ours.address, asked_of_ours(ours.address)),
            (plain.address, asked_of_plain(plain.address)),
        )
        new = [(address, map(ask, searches(MOST))) for address, ask in asked]
        for clients in CLIENTS:
            _compare(f"{clients} clients, not seen before", new, clients)
        for address, ask in asked:
            for _ in range(2):
                ask_at_once(address, map(ask, searches(SEEN) * 2), 4, SECONDS)
        known = [(address, map(ask, cycle(searches(SEEN)))) for address, ask in asked]
        for clients in CLIENTS:
            _compare(f"{clients} clients, seen before", known, clients)


def _compare(label: str, sites: Sequence[tuple[str, Iterator[Question]]], clients: int) -> None:
    ours, plain = (ask_at_once(*site, clients, SECONDS) for site in sites)
    compare(f"{label}: one waits", ours.waits, plain.waits)
    compare("answers a second", [ours.a_second], [plain.a_second], "")
    if ours.failed or plain.failed:
        print(f"\nnot answered: ours {ours.failed}, plain Dash {plain.failed}\n")


def asked_of_ours(address: str) -> Ask:
    """How the overview of the dashboard at `address` is asked for a selection, where everybody is shown."""
    connection = HTTPConnection(urlsplit(address).netloc)
    path, body = asked_of_us(OVERVIEW.path, "")
    connection.request("POST", path, json.dumps(body), JSON)
    known = shown(json.loads(connection.getresponse().read()))
    return lambda search: asked_of_us(OVERVIEW.path, search, known)


def asked_of_plain(address: str) -> Ask:
    """How the plain overview at `address` is."""
    (dependency,) = _dependencies(address)
    return lambda search: asked_of_dash(OVERVIEW.path, dependency, search)


def _dependencies(address: str) -> list[dict[str, object]]:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", "/_dash-dependencies")
    listed: list[dict[str, object]] = json.loads(connection.getresponse().read())
    return listed
