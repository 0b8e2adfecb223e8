"""Where one view fails, does the rest of its page stand, and does the reader learn of it in French?"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import NoReturn

import pytest

from dashboard.content.content import Content
from dashboard.content.page import OVERVIEW, Page
from dashboard.content.view import Scene
from dashboard.current import Current
from dashboard.domain.switches import Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.exhibits.composition import FAILED
from dashboard.publication import Publication
from dashboard.views import registry
from dashboard.web import failures
from dashboard.web.presentation import PRESENTATION
from dashboard.web.server import create_app
from tests.studies.answers import package_texts
from tests.support.pages import answer_to, parts_at

VIEWS = dict(registry.views())


@pytest.fixture(params=["ask", "tell"])
def publication_with_a_failing_view(
    request: pytest.FixtureRequest, publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> Publication:
    """The demonstration, of whose views `csp` fails, each time in other words; the log knows nothing of it yet."""
    numbers = count()

    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError(f"no. {next(numbers)}")

    monkeypatch.setattr(failures, "_LOGGED", set())
    known = dict(registry.offered(publication.vocabulary))
    csp = known["csp"]
    known["csp"] = replace(csp, ask=fails) if request.param == "ask" else replace(csp, tell=fails)
    monkeypatch.setattr(registry, "offered", lambda _: known)
    monkeypatch.setattr("dashboard.web.presentation.offered", lambda _: known)
    return publication


@pytest.mark.parametrize("page", [OVERVIEW, PRESENTATION], ids=lambda page: page.name)
def test_the_rest_of_the_page_stands(
    publication_with_a_failing_view: Publication, page: Page
) -> None:
    parts = parts_at(page.path, "", publication_with_a_failing_view)
    told = {name for name, card in parts.items() if "pas pu être calculée" in card["empty"]}
    assert told == {"csp"}
    assert "<svg" in parts["statut"]["chart"]


def test_a_failure_is_logged_once_however_often_it_comes(
    publication_with_a_failing_view: Publication, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        for search in ("", "genre=F", "region=corse"):
            parts_at("/", search, publication_with_a_failing_view)
    assert [record.getMessage() for record in caplog.records] == [
        "the view csp failed at its own address"
    ]
    assert caplog.records[0].exc_info


def test_a_file_of_it_is_refused_in_french_and_others_are_not(
    publication_with_a_failing_view: Publication,
) -> None:
    client = create_app(Current(publication_with_a_failing_view)).server.test_client()
    refused = client.get("/export/csp.csv")
    assert refused.status_code == 500
    assert "Cette vue n'a pas pu être calculée" in refused.text
    assert client.get("/export/statut.csv").status_code == 200


def test_a_deck_says_on_its_slide_that_it_failed(
    publication_with_a_failing_view: Publication,
) -> None:
    client = create_app(Current(publication_with_a_failing_view)).server.test_client()
    deck = client.get("/deck.pptx?expo=statut&expo=csp")
    assert deck.status_code == 200
    assert "pas pu être calculée" in package_texts(deck.data)


def test_a_view_without_filters_is_asked_again_once_it_has_failed(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = registry.views()["methode"]
    broken = [True]

    def sometimes(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
        if broken[0]:
            raise ZeroDivisionError
        return method.tell(scene, tables)

    known = {**registry.offered(publication.vocabulary), "methode": replace(method, tell=sometimes)}
    monkeypatch.setattr(registry, "offered", lambda _: known)
    first = parts_at("/enquete", "", publication)["methode"]
    broken[0] = False
    second = parts_at("/enquete", "", publication)["methode"]
    assert "pas pu être calculée" in first["empty"]
    assert not second["empty"]


def test_a_reconciliation_that_fails_leaves_the_overview(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("dashboard.web.study_gaps.unexplained", fails)
    assert answer_to("/", "", publication).bar.headline


@pytest.mark.parametrize("part", ["title", "choices"])
def test_a_view_whose_words_cannot_be_told_is_left_out_and_the_others_stand(
    publication: Publication, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError

    sector = registry.views()["secteur"]
    failing = (
        replace(sector, title=fails)
        if part == "title"
        else replace(sector, switches=(Switch("secteur.base", "Base", "", fails),))
    )
    monkeypatch.setattr(registry, "views", lambda: {**VIEWS, "secteur": failing})
    vocabulary = replace(publication.vocabulary)
    assert set(VIEWS) - set(registry.offered(vocabulary)) == {"secteur"}
    reasons = {lack.name: lack.reasons for lack in registry.not_offered(vocabulary)}
    assert reasons["secteur"] == (registry.NOT_PREPARED,)


def test_a_deck_whose_key_figures_cannot_be_written_is_written_all_the_same(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("dashboard.outputs.deck.chart.draw_tiles", fails)
    client = create_app(Current(publication)).server.test_client()
    deck = client.get("/deck.pptx?expo=statut")
    assert deck.status_code == 200


def test_the_message_says_what_to_do() -> None:
    assert "Retirez le dernier filtre" in FAILED
