"""How long do loading, counting and answering take on the server alone, without a browser?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

from dashboard.web.state import read
from flask.testing import FlaskClient

from bench.questions import asked_of_us
from bench.report import heading_alone, tell
from bench.selections import searches
from bench.timing import REPEATS, timed
from bench.today import asked_in_dash
from dashboard.content.page import PAGES, Page
from dashboard.content.view import Scene
from dashboard.disclosure.policy import INTERNAL
from dashboard.publication import Current, Publication, open_publication
from dashboard.views.registry import views_of
from dashboard.web.server import create_app
from tools.served import ROOT

ASKED = 48
LOADING_S = 60
"""A million beneficiaries thirty times over would take a quarter of an hour."""

HEADERS = {"Accept-Encoding": "br, gzip"}

Ask = Callable[[str], object]


def main(data: Path | None = None, label: str = "1,044 people") -> None:
    """Prints the server's times on the tables of `data`, or the demonstration's."""
    folder = data or ROOT / "data" / "demonstration"
    heading_alone(f"server alone, {label}")
    publication = _load(folder)
    for page in PAGES:
        if views_of(page):
            tell(f"tabulate {page.title}", timed(_tabulator(page, publication), searches(ASKED)))
    client = create_app(
        Current(open_publication(folder, ROOT / "data", INTERNAL))
    ).server.test_client()
    for page in PAGES:
        if any(view.filtered for view in views_of(page)):
            sizes: list[float] = []
            ask = _asker(client, page, sizes)
            ask("")
            tell(f"answer, not seen before: {page.title}", timed(ask, searches(ASKED)))
            tell("seen before", timed(ask, searches(ASKED)))
            tell("sent, compressed", sizes, "kB")


def _load(folder: Path) -> Publication:
    """Loads `REPEATS` times, or as often as `LOADING_S` allows."""
    times: list[float] = []
    while len(times) < REPEATS and sum(times) < 1000 * LOADING_S:
        start = perf_counter()
        publication = open_publication(folder, ROOT / "data", INTERNAL)
        times.append(1000 * (perf_counter() - start))
    tell("load: read, check and encode the tables", times)
    return publication


def _tabulator(page: Page, publication: Publication) -> Ask:
    def tabulate(search: str) -> None:
        address = read(search, publication)
        scene = Scene(address.selection, address.switches, publication.vocabulary)
        for view in views_of(page):
            publication.tabulate_all(view.ask(scene))

    return tabulate


def _asker(client: FlaskClient, page: Page, sizes: list[float]) -> Ask:
    """Asks what a filter change on `page` shows, whole, as the browser does: the request through Flask."""
    dependencies = client.get("/_dash-dependencies").get_json()
    path, body = asked_of_us(page.path, "")
    answers = client.post(path, json=body).status_code == HTTPStatus.OK
    known: Mapping[str, str] = {}

    def ask(search: str) -> None:
        path, body = (
            asked_of_us(page.path, search, known)
            if answers
            else asked_in_dash(dependencies, page, search, known)
        )
        answer = client.post(path, json=body, headers=HEADERS)
        if answer.status_code != HTTPStatus.OK:
            raise RuntimeError(answer.get_data(as_text=True)[:500])
        sizes.append(len(answer.data) / 1000)

    return ask
