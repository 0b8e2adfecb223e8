"""What does `/fiche` answer: the document of one region, or which regions have one?"""

from __future__ import annotations

import json
import re
from io import BytesIO

import pptx
import pytest
from flask.testing import FlaskClient
from lxml import html

from dashboard.current import Current
from dashboard.disclosure.policy import internal_of, marked
from dashboard.domain.counts import Rounded
from dashboard.exhibits.told import nobody_of
from dashboard.publication import Publication
from dashboard.web.server import create_app
from tests.studies.studies import study
from tests.support.exhibits import plain
from tests.support.publications import keyed


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def test_every_figure_is_numbered_in_order_and_tells_its_base(client: FlaskClient) -> None:
    answer = client.get("/fiche?region=bretagne")
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    figures = page.xpath("//figure")
    assert len(figures) >= 5
    numbers = [figure.xpath("string(.//*[@class='number'])") for figure in figures]
    assert numbers == [f"Figure {i} – " for i in range(1, len(figures) + 1)]
    for figure in figures:
        bases = figure.xpath(".//*[@class='base'] | .//*[contains(@class, 'tile-base')]")
        assert any(char.isdigit() for base in bases for char in base.text_content())
        drawn = figure.xpath(
            ".//svg | .//*[@class='plotly-figure'] | .//*[contains(@class, 'tiles')]"
        )
        assert len(drawn) >= 1
        assert figure.xpath("string(.//*[@class='lecture'])")
    assert len(page.xpath("//*[@class='sheet']")) == 2
    titles = page.xpath("//section/h2/text()")
    assert titles[:2] == ["Chiffres clés", "Depuis la promotion précédente"]
    assert titles[-1] == "Comment lire cette fiche"


def test_the_selection_the_stamp_and_the_version_stand_in_the_margins(
    client: FlaskClient, publication: Publication
) -> None:
    page = client.get("/fiche?region=bretagne&genre=F").text
    (margins,) = re.findall(r"<style>(@page.*?)</style>", page)
    for place in ("top-left", "bottom-left", "bottom-right"):
        assert f"@{place}" in margins
    assert "Bretagne" in margins
    assert "Femmes" in margins
    assert publication.version in margins
    assert "counter(page)" in margins


def test_nothing_on_it_leads_to_a_filter(client: FlaskClient) -> None:
    text = client.get("/fiche?region=bretagne").text
    assert "data-target" not in text
    figures = html.fromstring(text).xpath("//script[@class='plotly-figure']/text()")
    assert len(figures) >= 3
    for figure in map(json.loads, figures):
        targets = figure["layout"]["meta"]["targets"]["points"].values()
        assert not any(target for trace in targets for target in trace)


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        ("", "Choisissez une seule région dans la liste."),
        ("?region=bretagne,alsace", "Choisissez une seule région dans la liste."),
        ("?region=atlantide", "« atlantide »"),
    ],
)
@pytest.mark.parametrize("path", ["/fiche", "/fiche.pptx"])
def test_without_one_region_it_offers_those_that_there_are(
    path: str, search: str, reason: str, client: FlaskClient
) -> None:
    answer = client.get(f"{path}{search}")
    assert answer.status_code == 400
    assert reason in plain(answer.text)
    links = html.fromstring(answer.text).xpath("//ul[@class='choices']//a/@href")
    assert "/fiche?region=bretagne" in links
    assert "/fiche?region=corse" not in links
    assert client.get(links[0]).status_code == 200


def test_other_filters_are_kept_where_a_region_is_chosen(client: FlaskClient) -> None:
    page = html.fromstring(client.get("/fiche?genre=F").text)
    links = page.xpath("//ul[@class='choices']//a/@href")
    assert links
    assert all("genre=F" in link for link in links)


def test_a_region_with_nobody_says_so(client: FlaskClient) -> None:
    answer = client.get("/fiche?region=corse")
    assert answer.status_code == 200
    assert "Aucun bénéficiaire dans cette sélection." in answer.text
    assert "<figure" not in answer.text
    assert client.get("/fiche.pptx?region=corse").status_code == 404


def test_the_slides_are_named_after_the_region(client: FlaskClient) -> None:
    answer = client.get("/fiche.pptx?region=bretagne")
    assert answer.status_code == 200
    named = answer.headers["Content-Disposition"]
    assert 'filename="fiche-bretagne-2017-10-31-demonstration.pptx"' in named
    assert len(pptx.Presentation(BytesIO(answer.data)).slides) >= 6


@pytest.mark.parametrize("path", ["/fiche", "/fiche.pptx"])
def test_a_study_without_regions_has_no_such_document(path: str) -> None:
    client = create_app(Current(study("une_vague"))).server.test_client()
    answer = client.get(path)
    assert answer.status_code == 404
    assert "ne connaît pas de régions" in answer.text


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/territoires", '<a href="/fiche" class="document-link">Fiches des régions</a>'),
        (
            "/?region=bretagne&genre=F",
            '<a href="/fiche?region=bretagne&amp;genre=F" class="document-link">Fiche de la région</a>',
        ),
    ],
)
def test_pages_lead_to_it(path: str, link: str, client: FlaskClient) -> None:
    assert link in client.get(path).text


@pytest.mark.parametrize("path", ["/", "/?region=bretagne,alsace", "/comparer?region=bretagne"])
def test_pages_lead_nowhere_without_one_region(path: str, client: FlaskClient) -> None:
    assert 'href="/fiche' not in client.get(path).text


def test_in_a_document_of_exact_numbers_a_figure_of_rounded_ones_says_so() -> None:
    own = keyed().under(marked(internal_of(("53",))))
    client: FlaskClient = create_app(Current(own)).server.test_client()
    figures = html.fromstring(client.get("/fiche?region=bretagne").text).xpath("//figure")
    said = ["Effectifs arrondis" in figure.text_content() for figure in figures]
    assert said == [False, False, True, *[False] * (len(said) - 3)]


def test_of_a_region_that_may_have_somebody_no_document_says_that_it_has_nobody() -> None:
    assert nobody_of(0) == "Aucun bénéficiaire dans cette sélection."
    assert nobody_of(Rounded(0)).endswith(", ou trop peu pour que ce soit diffusé.")
