"""How long do loading, counting and answering take on the server alone, without a browser?"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

from flask.testing import FlaskClient

from bench.plain.site import changing, create_server
from bench.questions import Question, asked_of_dash, asked_of_us, shown
from bench.report import compare, heading, heading_alone, tell
from bench.selections import searches
from bench.timing import REPEATS, timed
from dashboard.content.page import Page
from dashboard.content.view import Scene
from dashboard.current import Current
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.views.registry import views_of
from dashboard.web.pages import read
from dashboard.web.server import create_app
from tools.served import ROOT

ASKED = 48
LOADING_S = 60
"""A million beneficiaries thirty times over would take a quarter of an hour."""

HEADERS = {"Accept-Encoding": "br, gzip"}

Ask = Callable[[str], object]
Asked = Callable[[str], Question]


def main(data: Path | None = None, label: str = "1,044 people") -> None:
    """Prints the server's times on the tables of `data`, or the demonstration's."""
    folder = data or ROOT / "data" / "demonstration"
    heading_alone(f"server alone, {label}")
    publication = _load(folder)
    for page in changing():
        tell(f"tabulate {page.title}", timed(_tabulator(page, publication), searches(ASKED)))
    ours = create_app(
        Current(open_publication(folder, ROOT / "data", INTERNAL))
    ).server.test_client()
    plain = create_server(open_publication(folder, ROOT / "data", INTERNAL)).test_client()
    heading(f"answers of the server alone, {label}")
    for page in changing():
        sizes: tuple[list[float], list[float]] = ([], [])
        asks = (
            _posting(ours, _asked_of_ours(ours, page), sizes[0]),
            _posting(plain, _asked_of_plain(plain, page), sizes[1]),
        )
        for ask in asks:
            ask("")
        for seen in ("not seen before", "seen before"):
            first, second = (timed(ask, searches(ASKED)) for ask in asks)
            compare(f"{page.title}, {seen}", first, second)
        compare("sent", *sizes, "kB")


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


def _posting(client: FlaskClient, asked: Asked, sizes: list[float]) -> Ask:
    """Asks what a filter change shows, as a browser does: the request through Flask."""

    def ask(search: str) -> None:
        path, body = asked(search)
        answer = client.post(path, json=body, headers=HEADERS)
        if answer.status_code != HTTPStatus.OK:
            raise RuntimeError(answer.get_data(as_text=True)[:500])
        sizes.append(len(answer.data) / 1000)

    return ask


def _asked_of_ours(client: FlaskClient, page: Page) -> Asked:
    path, body = asked_of_us(page.path, "")
    known = shown(client.post(path, json=body).get_json())
    return lambda search: asked_of_us(page.path, search, known)


def _asked_of_plain(client: FlaskClient, page: Page) -> Asked:
    (dependency,) = client.get(f"{page.path.rstrip('/')}/_dash-dependencies").get_json()
    return lambda search: asked_of_dash(page.path, dependency, search)
