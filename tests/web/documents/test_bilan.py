"""What does `/bilan` answer: a document with contents, whose figures and tables are numbered, and found?"""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from lxml import html

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.documents.bilan import roman
from dashboard.web.server import create_app


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


@pytest.fixture(scope="module")
def printed(client: FlaskClient) -> html.HtmlElement:
    answer = client.get("/bilan")
    assert answer.status_code == 200
    return html.fromstring(answer.text)


@pytest.mark.parametrize("word", ["Figure", "Tableau"])
def test_numbers_follow_each_other_without_a_gap(word: str, printed: html.HtmlElement) -> None:
    labels = [label.text_content() for label in printed.xpath("//figure//*[@class='number']")]
    numbers = [int(label.split()[1]) for label in labels if label.startswith(word)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 15


def test_every_figure_tells_its_n(printed: html.HtmlElement) -> None:
    for figure in printed.xpath("//figure"):
        text = figure.text_content().replace("\u00a0", " ")
        tiles = figure.xpath(".//*[contains(@class, 'tile-base')]")
        assert "n = " in text or tiles


def test_every_drawn_figure_has_champ_lecture_and_source(printed: html.HtmlElement) -> None:
    for figure in printed.xpath("//figure[contains(@class, 'drawn')]"):
        for name in ("champ", "lecture", "source"):
            assert figure.xpath(f"string(.//p[@class='{name}'])"), figure.get("data-view")


def test_contents_and_sentences_lead_to_what_is_there(printed: html.HtmlElement) -> None:
    places = set(printed.xpath("//@id"))
    links = printed.xpath("//main//a/@href")
    assert len(links) > 40
    assert {link for link in links if link.removeprefix("#") not in places} == set()
    headings = [h.text_content() for h in printed.xpath("//section/div[@class='lead']/h2")]
    listed = [a.text_content() for a in printed.xpath("//ol[@class='chapters']//a")]
    assert listed == headings
    plates = [a.text_content() for a in printed.xpath("//ol[@class='plates']//a")]
    titles = [h.text_content() for h in printed.xpath("//figcaption/h3")]
    # The annex of numbers is one entry of the contents.
    assert plates == titles[: len(plates)]
    assert len(set(plates)) == len(plates) >= 25


def test_the_selection_is_at_the_head_of_each_page_and_the_data_at_its_foot(
    client: FlaskClient, publication: Publication
) -> None:
    text = client.get("/bilan?genre=F&region=bretagne").text
    (margins,) = re.findall(r"<style>(@page.*?)</style>", text)
    assert "Femmes" in margins.split("@top-right")[0]
    assert "Bretagne" in margins.split("@top-right")[0]
    assert publication.version in margins
    assert ":first" not in margins
    assert "synth" in margins


def test_a_long_selection_is_cut_at_the_head_of_pages(client: FlaskClient) -> None:
    regions = "alsace,aquitaine,bretagne,centre,franche-comte,hauts-de-france,ile-de-france"
    text = client.get(
        f"/bilan?region={regions},languedoc-roussillon,limousin,normandie,midi-pyrenees,poitou-charentes"
    ).text
    (margins,) = re.findall(r"<style>(@page.*?)</style>", text)
    assert "\\2026" in margins


def test_what_is_not_understood_is_refused(client: FlaskClient) -> None:
    answer = client.get("/bilan?region=atlantide")
    assert answer.status_code == 400
    assert "atlantide" in answer.text


def test_nobody_is_said_so(client: FlaskClient) -> None:
    answer = client.get("/bilan?region=corse")
    assert answer.status_code == 200
    assert "Aucun bénéficiaire dans cette sélection." in answer.text
    assert "<figure" not in answer.text


def test_pages_lead_to_it_with_their_filters(client: FlaskClient) -> None:
    link = '<a href="/bilan?promotion=2015-2016" class="document-link">'
    assert link in client.get("/devenir?promotion=2015-2016").text
    assert 'href="/bilan' not in client.get("/comparer").text


@pytest.mark.parametrize(
    ("number", "written"), [(1, "I"), (4, "IV"), (6, "VI"), (9, "IX"), (14, "XIV"), (39, "XXXIX")]
)
def test_annexes_have_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written
