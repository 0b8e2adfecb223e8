"""Is plotly fetched when a chart first needs it, does it draw, follow its box and answer clicks, under our policy?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.web.browser_files import PLOTLY, BrowserFiles
from dashboard.web.server import ROOT
from tests.browser.conftest import Network
from tests.browser.modules import called

MODULE = "charts/plotly.js"
ADDRESS = BrowserFiles(ROOT / "assets").address(PLOTLY)
BOX = "#box"

FIGURE = {
    "data": [{"type": "bar", "x": [1, 2], "y": [3, 4], "hovertemplate": "essai<extra></extra>"}],
    "layout": {"meta": {"targets": {"points": {"0": [{"genre": "F"}, {"genre": "H"}]}}}},
}
DRAW = "(plotly, figure) => plotly.draw(document.querySelector('#box'), figure).catch(() => null)"


@pytest.fixture
def laid(page: Page) -> Page:
    """An address of the dashboard that loads its modules when it is asked for one, and has a box to draw in."""
    page.route(
        "**/essai",
        lambda route: route.fulfill(
            content_type="text/html; charset=utf-8",
            headers={
                "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'"
            },
            body=f"""<!doctype html><html lang="fr"><title>essai</title>
            <link rel="preload" href="{BrowserFiles(ROOT / "assets").address("scripts/main.js")}">
            <body data-plotly="{ADDRESS}"><div class="canvas"><div id="box"
            style="width: 600px; height: 300px; position: relative"></div></div>""",
        ),
    )
    page.goto("/essai")
    return page


def _width(page: Page) -> float:
    width: float = page.locator(f"{BOX} .main-svg").first.evaluate("svg => svg.clientWidth")
    return width


def test_it_is_fetched_when_a_chart_first_needs_it(laid: Page, network: Network) -> None:
    called(laid, MODULE, "() => null")
    assert not any(PLOTLY in url for url in network.requests)
    for _ in range(2):
        called(laid, MODULE, DRAW, FIGURE)
    assert laid.locator(f"{BOX} .barlayer .point").count() == 2
    assert sum(PLOTLY in url for url in network.requests) == 1


def test_of_two_figures_the_later_is_drawn_into_the_same_drawing(laid: Page) -> None:
    called(laid, MODULE, DRAW, FIGURE)
    one: dict[str, Any] = {"data": [{"type": "bar", "x": [1], "y": [1]}], "layout": {}}
    kept = called(
        laid,
        MODULE,
        """async (plotly, [first, later]) => {
          const box = document.querySelector("#box");
          const before = box.querySelector(".main-svg");
          await Promise.all([plotly.draw(box, first), plotly.draw(box, later)]);
          return before === box.querySelector(".main-svg");
        }""",
        [FIGURE, one],
    )
    assert kept
    assert laid.locator(f"{BOX} .barlayer .point").count() == 1


def test_a_chart_that_could_not_be_loaded_says_so_and_is_tried_again(
    laid: Page, network: Network
) -> None:
    network.expect("Failed to load resource")
    laid.route(f"**{ADDRESS}", lambda route: route.abort())
    called(laid, MODULE, DRAW, FIGURE)
    told = laid.locator(f"{BOX} [role=alert]")
    assert told.inner_text() == "Ce graphique n'a pas pu être chargé : rechargez la page."
    laid.unroute(f"**{ADDRESS}")
    called(laid, MODULE, DRAW, FIGURE)
    assert told.count() == 0
    assert laid.locator(f"{BOX} .barlayer .point").count() == 2


def test_a_chart_follows_the_size_of_its_box_and_of_paper(laid: Page) -> None:
    called(laid, MODULE, DRAW, FIGURE)
    assert _width(laid) == 600
    laid.locator(BOX).evaluate("box => { box.style.width = '400px'; }")
    expect(laid.locator(f"{BOX} .main-svg").first).to_have_attribute("width", "400")
    laid.locator(BOX).evaluate("box => { box.style.width = '500px'; }")
    called(laid, MODULE, "plotly => plotly.fit(document.querySelector('#box'))")
    assert _width(laid) == 500


def test_a_click_on_a_mark_goes_into_the_address(laid: Page) -> None:
    called(laid, MODULE, DRAW, FIGURE)
    called(laid, MODULE, "plotly => plotly.clear(document.querySelector('#box'))")
    assert laid.locator(BOX).inner_html() == ""
    called(laid, MODULE, DRAW, FIGURE)
    laid.locator(f"{BOX} .barlayer .point").nth(1).hover(force=True)
    laid.locator(f"{BOX} .hoverlayer").get_by_text("essai").wait_for()
    laid.mouse.down()
    laid.mouse.up()
    laid.wait_for_url("**/essai?genre=H")


def test_a_picture_is_drawn_of_a_figure_that_no_page_shows(laid: Page) -> None:
    text = called(laid, MODULE, "(plotly, figure) => plotly.drawnAsText(figure, 900, 400)", FIGURE)
    assert text.startswith("<svg")
    assert 'width="900"' in text
