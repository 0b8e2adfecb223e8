"""Are files of diffusion until exact ones are asked for, and is each page of these marked?"""

from __future__ import annotations

from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pptx
import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.current import Current
from dashboard.disclosure.policy import (
    DIFFUSION,
    INTERNAL,
    INTERNAL_DOCUMENT,
    Policy,
    internal_of,
)
from dashboard.web.server import create_app
from dashboard.web.taking_away.exact_exports import CHOICE
from tests.support.exhibits import plain
from tests.support.leaving import client_of
from tests.support.publications import keyed
from tests.support.sessions import OneSession

WOMEN = "?genre=F"


@pytest.fixture(scope="module")
def session() -> OneSession:
    return OneSession()


@pytest.fixture(scope="module")
def server(session: OneSession) -> FlaskClient:
    client: FlaskClient = create_app(Current(keyed()), access=session).server.test_client()
    return client


@pytest.fixture
def client(server: FlaskClient, session: OneSession) -> FlaskClient:
    session.exact = False
    return server


def head_of(sheet: Worksheet) -> str:
    """What stands at the head of each printed page of a sheet."""
    head = sheet.oddHeader
    return str(head.center.text) if head else ""


def test_a_page_of_exact_counts_writes_rounded_files_until_it_is_asked_for_exact_ones(
    client: FlaskClient, session: OneSession
) -> None:
    page = client.get(f"/devenir{WOMEN}").text
    assert 'data-exports="diffusion"' in page
    assert 'data-files="Fichiers arrondis"' in page
    assert 'data-change="Passer aux fichiers exacts…"' in page
    assert "arrondis au hasard" in client.get(f"/export/statut.csv{WOMEN}").text
    session.exact = True
    assert 'data-exports="interne"' in client.get(f"/devenir{WOMEN}").text
    assert INTERNAL_DOCUMENT in client.get(f"/export/statut.csv{WOMEN}").text


def test_every_page_of_an_exact_export_says_that_it_stays_within_the_house(
    client: FlaskClient, session: OneSession
) -> None:
    session.exact = True
    answers = {
        suffix: client.get(f"/export/csp.{suffix}{WOMEN}") for suffix in ("csv", "xlsx", "pptx")
    }
    for suffix, answer in answers.items():
        assert answer.headers["Content-Disposition"].endswith(f'-interne.{suffix}"')
    assert answers["csv"].text.lstrip("\ufeff").startswith(INTERNAL_DOCUMENT)
    book = load_workbook(BytesIO(answers["xlsx"].data))
    for sheet in book:
        assert INTERNAL_DOCUMENT in head_of(sheet)
        cells = [cell.value for row in sheet.iter_rows() for cell in row]
        assert INTERNAL_DOCUMENT in cells
    deck = client.get(f"/deck.pptx{WOMEN.replace('genre', 'filtre=genre%3DF&expo=statut&x')}")
    for data in (answers["pptx"].data, deck.data, client.get("/fiche.pptx?region=bretagne").data):
        for slide in pptx.Presentation(BytesIO(data)).slides:
            assert INTERNAL_DOCUMENT in [shape.name for shape in slide.shapes]
    for picture in (f"/export/carte.svg{WOMEN}", f"/export/statut/picture.svg{WOMEN}"):
        assert INTERNAL_DOCUMENT in client.get(picture).text
    for document in ("/fiche?region=bretagne", f"/bilan{WOMEN}"):
        style = client.get(document).text.split("@page", 1)[1].split("</style>")[0]
        assert f'@top-center {{ content: "{INTERNAL_DOCUMENT}" }}' in style


def test_the_workbook_in_a_slide_is_marked_as_well(
    client: FlaskClient, session: OneSession
) -> None:
    session.exact = True
    with ZipFile(BytesIO(client.get(f"/export/cadres.pptx{WOMEN}").data)) as package:
        (book,) = [name for name in package.namelist() if name.endswith(".xlsx")]
        embedded = load_workbook(BytesIO(package.read(book)))
    for sheet in embedded:
        assert INTERNAL_DOCUMENT in head_of(sheet)


def test_what_a_page_prints_of_exact_counts_is_marked(client: FlaskClient) -> None:
    assert f'@top-center {{ content: "{INTERNAL_DOCUMENT}" }}' in client.get("/").text


def test_the_picture_of_a_plotly_chart_has_the_numbers_of_files_and_not_of_the_page(
    client: FlaskClient, session: OneSession
) -> None:
    rounded = client.get(f"/export/cadres/figure.json{WOMEN}").data
    session.exact = True
    assert client.get(f"/export/cadres/figure.json{WOMEN}").data != rounded


def test_whose_pages_are_rounded_is_offered_no_exact_files(
    client: FlaskClient, session: OneSession
) -> None:
    assert CHOICE in client.get("/").text
    session.pages, before = DIFFUSION, session.pages
    try:
        assert CHOICE not in client.get("/").text
    finally:
        session.pages = before


def test_the_demonstration_writes_what_it_shows_without_a_mark() -> None:
    alone = client_of(keyed())
    answer = alone.get(f"/export/statut.csv{WOMEN}")
    assert "Effectifs exacts" in answer.text
    assert INTERNAL_DOCUMENT not in answer.text
    assert answer.headers["Content-Disposition"].endswith('-demonstration.csv"')


def test_the_choice_comes_back_to_its_place_on_the_page(client: FlaskClient) -> None:
    page = client.get(f"/devenir{WOMEN}").text
    assert 'name="retour" value="/devenir?genre=F#exports"' in page


SEVERAL = "region=bretagne,centre"
BELOW = "par « Passer aux fichiers exacts… », ou au bas de la page"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (INTERNAL, True),
        (internal_of(("24", "53")), True),
        (internal_of(("53",)), False),
        (DIFFUSION, False),
    ],
    ids=["all", "of their own regions", "of one of them", "rounded"],
)
def test_a_refusal_says_where_exact_files_are_asked_for_if_these_are_answered(
    client: FlaskClient,
    session: OneSession,
    monkeypatch: pytest.MonkeyPatch,
    pages: Policy,
    told: bool,
) -> None:
    monkeypatch.setattr(session, "pages", pages)
    paths = (
        f"/export/statut.csv?{SEVERAL}",
        f"/bilan?{SEVERAL}",
        f"/deck.pptx?expo=statut~{quote(SEVERAL)}",
    )
    for path in paths:
        session.exact = False
        refused = client.get(path)
        assert refused.status_code == 403
        assert "n'est pas diffusée" in refused.text
        assert (BELOW in plain(refused.text)) == told
        session.exact = True
        assert client.head(path).status_code == (200 if told else 403)
