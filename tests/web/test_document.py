"""Does the first HTML hold the whole page before any script has run, and does nothing of an address run in it?"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from lxml import html
from lxml.html import HtmlElement

from dashboard.content.page import PAGES
from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web import remembered
from dashboard.web.server import create_app
from tests.outputs.taken import hostile_publication
from tests.support.exhibits import plain
from tests.support.pages import answer_to

PHONE = {"Sec-CH-UA-Mobile": "?1"}
HOSTILE = "\"'><script>alert(1)</script>"
HEIGHTS = r"--tall:[^;]*\d+px[^;]*;--tall-narrow:\d+px(;--(broad|least):\d+px)*"
"""What a canvas says: its height, on a page and on a phone, and what it needs where that is more than usual."""

INLINE = "//script[not(@src) and not(@type='application/json') and not(ancestor::template)]"


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def page(client: FlaskClient, path: str, headers: Mapping[str, str] | None = None) -> HtmlElement:
    """What a browser reads at an address."""
    return html.document_fromstring(client.get(path, headers=headers).text)


def text_of(read: HtmlElement, place: str) -> str:
    """What is read in the element of that `id`, with ordinary spaces."""
    return plain(read.get_element_by_id(place).text_content())


def main_of(read: HtmlElement) -> HtmlElement:
    return read.get_element_by_id("page")


def test_the_page_says_what_it_is_of_whom_and_in_which_numbers(client: FlaskClient) -> None:
    read = page(client, "/")
    assert read.findtext(".//h1") == "Que sont devenus les bénéficiaires\u202f?"
    assert text_of(read, "headline").endswith("1 044 bénéficiaires")
    assert "1 044" in text_of(read, "chiffres-cles")
    assert not read.xpath("//*[@id='chips']//button")
    assert text_of(read, "messages") == ""


def test_the_icon_is_an_image_that_a_browser_keeps(client: FlaskClient) -> None:
    (icon,) = page(client, "/").xpath("//link[@rel='icon']/@href")
    answer = client.get(icon)
    assert answer.mimetype == "image/png"
    assert answer.data.startswith(b"\x89PNG")
    assert answer.cache_control.immutable


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/", ["/"]),
        ("/devenir", ["/devenir"]),
        ("/devenir/", ["/devenir"]),
        ("/presentation", ["/presentation"]),
        ("/rien", []),
    ],
)
def test_the_link_of_the_page_at_the_address_is_marked(
    client: FlaskClient, path: str, marked: list[str]
) -> None:
    assert page(client, path).xpath("//a[@aria-current='page']/@href") == marked


def test_it_is_of_the_selection_of_its_address(client: FlaskClient) -> None:
    read = page(client, "/devenir?genre=F&region=corse,bretagne")
    assert text_of(read, "headline").startswith("Femmes")
    assert read.xpath("//*[@id='chips']/button/@data-remove") == ["genre", "region"]
    assert read.find("body").get("data-shown-page") == "devenir"


def test_its_menu_keeps_filters_and_switches_before_any_script_has_run(client: FlaskClient) -> None:
    asked = "/?genre=F&b.genre=H&carte.mesure=ue&carte.annee=2013-2014&utm_source=lettre&expo=carte"
    menu = page(client, asked).xpath("//nav[@class='pages']/a/@href")
    assert menu == [f"{each.path}?genre=F&b.genre=H&carte.mesure=ue" for each in PAGES]


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_it_holds_the_page_as_it_is_answered_to_a_change(client: FlaskClient, path: str) -> None:
    assert answer_to(path, "?genre=F").html in client.get(f"{path}?genre=F").text


def test_it_tells_scripts_which_question_it_answers(client: FlaskClient) -> None:
    main = main_of(page(client, "/devenir?emploi.base=repondants&genre=H,F"))
    assert main.get("data-path") == "/devenir"
    assert main.get("data-search") == "?emploi.base=repondants&genre=H,F"
    assert main.get("data-best") == answer_to("/devenir", main.get("data-search")).best
    assert "data-best" not in main_of(page(client, "/?couleur=bleu")).attrib
    assert main_of(page(client, "/")).get("data-search") == ""


def test_filters_have_their_place_and_their_names_before_dash_brings_them(
    client: FlaskClient, publication: Publication
) -> None:
    read, vocabulary = page(client, "/"), publication.vocabulary
    assert len(read.xpath("//*[@id='filters-place']//*[@id='react-entry-point']")) == 1
    filters = vocabulary.codebook.filters
    assert read.xpath("//*[@id='filters-to-come']//*[@class='label']/text()") == [
        vocabulary.variable(name).label for name in filters.order if name not in filters.more
    ]
    assert "Plus de filtres" in text_of(read, "filters-to-come")


@pytest.mark.parametrize("path", ["/", "/territoires", "/devenir", "/comparer?b.genre=F"])
def test_every_chart_has_its_height_before_it_is_drawn(client: FlaskClient, path: str) -> None:
    canvases = main_of(page(client, path)).xpath(".//*[contains(@class, 'canvas')]")
    assert canvases
    for canvas in canvases:
        assert re.fullmatch(HEIGHTS, canvas.get("style"))


def test_the_charts_that_we_draw_are_there_with_their_words(client: FlaskClient) -> None:
    main = main_of(page(client, "/"))
    (chart,) = main.xpath(".//article[@id='carte']//*[local-name()='svg' and @role='group']")
    assert chart.get("aria-label") == "Bénéficiaires par région"
    foot = plain(main.xpath(".//article[@id='carte']//*[@class='card-foot']")[0].text_content())
    assert foot.startswith("Carte")
    for name in ("Champ : ", "Lecture : ", "Source : "):
        assert name in foot


def test_the_only_script_in_the_page_is_the_one_that_the_policy_knows(client: FlaskClient) -> None:
    for path in ("/", "/presentation", "/nope"):
        answer = client.get(path)
        read = html.document_fromstring(answer.text)
        (script,) = read.xpath(INLINE)
        digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"]
        assert read.xpath("//@*[starts-with(name(), 'on')]") == []


def test_dash_s_scripts_wait_in_a_template(client: FlaskClient) -> None:
    read = page(client, "/")
    (ours,) = read.xpath("//script[@src and not(ancestor::template)]")
    assert ours.get("src").endswith("/scripts/boot.js")
    assert ours.get("type") == "module"
    kept = read.xpath("//template[@id='dash-scripts']//script/@src")
    assert len(kept) > 3
    assert all(source.startswith("/_dash-component-suites/") for source in kept)
    later = read.xpath("//template[@id='scripts-to-come']//link[@as='script']/@href")
    assert later[-len(kept) :] == kept
    # Nothing that the first frame does not need is fetched before it.
    early = read.xpath("//link[@as='script' and not(ancestor::template)]/@href")
    assert [address.rpartition("/")[2] for address in early] == ["boot.js", "message.js"]
    assert not set(early) & set(later)


@pytest.mark.parametrize(
    ("headers", "narrow"),
    [
        ({}, False),
        ({"Sec-CH-UA-Mobile": "?0"}, False),
        (PHONE, True),
        ({"User-Agent": "Mozilla/5.0 (Android 15; Mobile; rv:140.0)"}, True),
    ],
)
def test_a_phone_is_sent_the_charts_of_a_phone(
    client: FlaskClient, headers: dict[str, str], narrow: bool
) -> None:
    main = main_of(page(client, "/", headers))
    assert ("data-narrow" in main.attrib) is narrow
    (digest,) = main.xpath(".//*[@data-part='statut/chart']/@data-digest")
    assert digest == answer_to("/", narrow=narrow).digests["statut/chart"]


def test_an_unknown_page_is_not_found_and_shows_the_overview(client: FlaskClient) -> None:
    assert client.get("/nope").status_code == 404
    read = page(client, "/nope")
    assert "La page « /nope » n'existe pas : voici la vue d'ensemble." in text_of(read, "messages")
    assert "1 044" in text_of(read, "chiffres-cles")


def test_a_value_that_is_not_there_is_told(client: FlaskClient) -> None:
    answer = client.get("/?genre=%FF&region=corse")
    assert answer.status_code == 200
    read = html.document_fromstring(answer.text)
    assert "du paramètre « genre » n'existe pas" in text_of(read, "messages")
    assert read.xpath("//*[@id='chips']/button/@data-remove") == ["region"]


def test_a_presentation_is_a_stage_of_its_screens(client: FlaskClient) -> None:
    read = page(client, "/presentation?expo=carte~genre%3DF~Où ?&expo=statut")
    main = main_of(read)
    assert main.get("class") == "page page-presentation"
    assert main.xpath(".//article/@id") == ["carte", "statut"]
    assert main.xpath(".//article[@id='carte']//h2/text()") == ["Où\u202f?"]
    assert main.xpath(".//*[@class='screen-controls']//@data-act") == [
        *("back", "on", "words", "keys", "full", "out")
    ]


@pytest.mark.parametrize(
    "path",
    [
        f"/{quote(HOSTILE)}",
        f"/?genre={quote(HOSTILE)}",
        f"/?{quote(HOSTILE)}=1",
        f"/presentation?expo=carte~~{quote(HOSTILE)}",
        f"/?titre={quote(HOSTILE)}&expo=carte",
    ],
)
def test_nothing_of_an_address_runs(client: FlaskClient, path: str) -> None:
    read = page(client, path)
    assert len(read.xpath(INLINE)) == 1
    assert read.xpath("//@*[starts-with(name(), 'on')]") == []


@pytest.fixture(scope="module")
def hostile_book(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return hostile_publication(tmp_path_factory.mktemp("codebook"))


@pytest.mark.parametrize("path", ["/devenir", "/beneficiaires"])
def test_no_word_of_a_codebook_ends_the_data_of_a_chart(
    hostile_book: Publication, path: str
) -> None:
    read = html.document_fromstring(answer_to(path, "", hostile_book).html)
    scripts = read.xpath("//script")
    assert {(each.get("type"), each.get("class")) for each in scripts} == {
        ("application/json", "plotly-figure")
    }
    for script in scripts:
        assert set(json.loads(script.text)) >= {"data", "layout"}
    assert read.xpath("//img") == []


def test_an_error_of_ours_is_told_in_french(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError("what only we may read")

    monkeypatch.setattr(remembered, "answer", fails)
    answer = client.get("/devenir?genre=H&region=corse")
    assert answer.status_code == 500
    assert "Une erreur inattendue" in answer.text
    assert "only we" not in answer.text
    assert "Traceback" not in answer.text
    assert any(record.exc_info for record in caplog.records)
