"""Do the files that a user takes away hold what the page shows?"""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Page

from tests.browser.journeys import rows, visit

SVG = "{http://www.w3.org/2000/svg}"


def _export(page: Page, view: str, label: str) -> Path:
    page.locator(f"#{view} details.export summary").click()
    with page.expect_download() as download:
        page.locator(f"#{view}").get_by_role("button", name=label).click()
    return Path(download.value.path())


def test_csv_is_what_the_page_shows(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    text = _export(page, "carte", "Données CSV").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    by_region = {row["région"]: row for row in rows(text)}
    assert by_region["Pays de la Loire"]["effectif"] == "74"  # study, annexe I
    assert by_region["Pays de la Loire"]["base"] == "245"
    assert "," in by_region["Pays de la Loire"]["part"]
    assert "synthétiques" in text


def test_svg_carries_its_own_words_and_no_raster(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    picture = ElementTree.fromstring(_export(page, "statut", "Image SVG").read_text("utf-8"))
    text = " ".join("".join(t.itertext()) for t in picture.iter(f"{SVG}text"))
    for words in ("Situation professionnelle", "Promotion 2013-2014", "Champ", "Source", "synth"):
        assert words in text
    assert "142" in text
    assert not list(picture.iter(f"{SVG}image"))


def test_a_chart_that_plotly_draws_stands_among_the_words_of_the_server(page: Page) -> None:
    page.goto("/beneficiaires")
    page.wait_for_selector("#genre-age .js-plotly-plot .main-svg")
    picture = ElementTree.fromstring(_export(page, "genre-age", "Image SVG").read_text("utf-8"))
    (chart,) = picture.findall(f"{SVG}svg")
    assert [chart.get(side) for side in ("x", "width", "height")] == ["36", "1128", "460"]
    assert "Femmes" in ["".join(t.itertext()) for t in chart.iter(f"{SVG}text")]
    assert any("Champ : " in "".join(t.itertext()) for t in picture.findall(f"{SVG}text"))


def test_png_is_drawn_at_twice_its_size(page: Page) -> None:
    visit(page)
    data = _export(page, "carte", "Image PNG").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width == 2400
    assert height > 1400


def test_key_figures_are_a_picture_too(page: Page) -> None:
    visit(page)
    picture = ElementTree.fromstring(_export(page, "chiffres-cles", "Image SVG").read_text("utf-8"))
    text = " ".join("".join(t.itertext()) for t in picture.iter(f"{SVG}text"))
    assert "1\u202f044" in text
