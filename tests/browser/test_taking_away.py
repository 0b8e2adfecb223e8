"""Do the files that a user takes away hold what the page shows?"""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from dashboard.content.theme import SEQUENTIAL
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


@pytest.mark.parametrize(
    ("path", "view", "number"),
    [("/territoires", "regions-promotions", "243"), ("/enquete", "methode", "hors champ")],
)
def test_a_matrix_is_made_of_shapes_as_the_page_colours_them(
    page: Page, path: str, view: str, number: str
) -> None:
    page.goto(path)
    page.wait_for_selector(f"#{view} .heatmaplayer image")
    picture = ElementTree.fromstring(_export(page, view, "Image SVG").read_text("utf-8"))
    assert not list(picture.iter(f"{SVG}image"))
    assert number in ["".join(t.itertext()) for t in picture.iter(f"{SVG}text")]
    (layer,) = (g for g in picture.iter(f"{SVG}g") if g.get("class") == "heatmaplayer mlayer")
    shapes = [(float(r.get("width", 0)), r.get("fill")) for r in layer.iter(f"{SVG}rect")]
    values = page.evaluate(
        """(view) => document.querySelector(`#${view} .js-plotly-plot`).data[0].z.flat()
             .filter((value) => value !== null)""",
        view,
    )
    assert len(shapes) == len(values)
    assert min(width for width, _ in shapes) > 30
    darkest = shapes[values.index(max(values))][1]
    assert darkest == f"rgb({','.join(str(c) for c in bytes.fromhex(SEQUENTIAL[2][1:]))})"


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
