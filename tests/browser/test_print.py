"""Does any page give clean A4 landscape pages: no menus, no chart cut, everything said under each?"""

from __future__ import annotations

import re
from math import ceil

import pytest
from playwright.sync_api import Page, expect

from dashboard.content.page import PAGES
from dashboard.web.presentation import PRESENTATION
from tests.browser.journeys import parameters, shows
from tests.browser.screens import opened

MENUS = (
    ".masthead",
    ".filters",
    ".other-filters",
    ".actions",
    ".switches",
    ".chips",
    ".screen-controls",
)
FILTERED = [page.path + "?promotion=2013-2014" for page in (*PAGES, PRESENTATION)]
A4_LANDSCAPE = (842, 595)
PAPER_MM = (277, 186)
"""What the margins leave of a page."""

PIXELS_PER_MM = 96 / 25.4

CHARTS = """() => [...document.querySelectorAll('article:not(.tiled) .graph')].map((chart) => {
  const inner = chart.getBoundingClientRect(), outer = chart.closest('article').getBoundingClientRect();
  return [inner.width, inner.height, outer.height,
          inner.left >= outer.left && inner.right <= outer.right + 1
          && inner.top >= outer.top && inner.bottom <= outer.bottom];
})"""
"""How wide and high each chart is, how high its card, and whether it is inside."""


def on_paper(page: Page, path: str) -> None:
    """Opens `path` and shows it as it is printed."""
    opened(page, path)
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_selector("html.printing")


@pytest.mark.parametrize("path", ["/?promotion=2013-2014", "/presentation?promotion=2013-2014"])
def test_pages_are_a4_landscape_with_an_exhibit_or_two_on_each(page: Page, path: str) -> None:
    opened(page, path)
    data = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
    sizes = {(round(float(width)), round(float(height))) for width, height in boxes}
    assert sizes == {A4_LANDSCAPE}
    # The key figures and the map share the first; the sentences at the end find room on the last.
    assert len(boxes) == page.locator("article").count() - 1


@pytest.mark.parametrize("path", FILTERED)
def test_paper_shows_whole_exhibits_and_no_menus(page: Page, path: str) -> None:
    on_paper(page, path)
    for selector in MENUS:
        for menu in page.locator(selector).all():
            expect(menu).to_be_hidden()
    expect(page.locator("#headline")).to_be_visible()
    charts = page.evaluate(CHARTS)
    assert charts
    # Below a chart of another page there may be a table or a chapter, which goes on overleaf.
    short = path.startswith(("/?", PRESENTATION.path))
    for width, height, card_height, inside in charts:
        assert inside
        assert width == pytest.approx(PAPER_MM[0] * PIXELS_PER_MM, abs=1)
        assert (card_height if short else height) < PAPER_MM[1] * PIXELS_PER_MM
    # What is wider than the paper is printed smaller, down to letters that nobody reads.
    page.set_viewport_size({"width": ceil(PAPER_MM[0] * PIXELS_PER_MM), "height": 703})
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    for card in page.locator("article").all():
        expect(card).to_be_visible()
        expect(card.locator(".card-details p").first).to_be_visible()
        expect(card.locator(".card-details")).to_contain_text("synthétiques")
        expect(card.locator(".shortened:visible")).to_have_count(0)
        # Over what nobody has told there is nothing to read aloud.
        if card.locator(".lecture").count():
            expect(card.locator("p:visible", has_text="Lecture\u00a0:")).to_have_count(1)
    for table in page.locator(".data-table-scroll").all():
        assert table.evaluate("(e) => e.scrollHeight <= e.clientHeight + 2")


def test_each_printed_page_says_at_its_head_whom_it_is_about(page: Page) -> None:
    opened(page, "/?genre=F&region=pays-de-la-loire")
    heads = "() => [...document.head.querySelectorAll('style')].map((s) => s.textContent).join()"
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    headline = page.locator("#headline").inner_text()
    assert "131" in headline
    assert f'@top-left {{ content: "{headline}" }}' in page.evaluate(heads)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert headline not in page.evaluate(heads)


def test_what_is_printed_is_drawn_at_once_and_light(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, "/")
    node = "document.querySelector('#csp .node:last-child').getBoundingClientRect().x"
    at_once, theme, ink = page.evaluate(
        f"""() => {{ window.dispatchEvent(new Event('beforeprint'));
          return [{node}, document.documentElement.dataset.bsTheme,
                  getComputedStyle(document.querySelector('#csp svg.chart text:not([fill])')).fill]; }}"""
    )
    page.wait_for_timeout(800)
    assert page.evaluate(node) == pytest.approx(at_once, abs=1)
    assert theme == "light"
    assert ink == "rgb(28, 39, 51)"


def test_after_printing_the_page_is_as_before(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, "/?promotion=2013-2014")
    sizes = "[...document.querySelectorAll('.graph')].map((s) => s.getBoundingClientRect().width)"
    before = page.evaluate(sizes)
    page.pdf(prefer_css_page_size=True)
    page.wait_for_timeout(300)
    assert page.evaluate(sizes) == before
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    page.get_by_role("button", name="Retirer le filtre").first.click()
    shows(page, 1044)
    assert parameters(page) == {}


def test_an_open_table_is_printed_whole(page: Page) -> None:
    opened(page, "/")
    page.locator("[data-table=statut]").click()
    page.wait_for_selector("#statut table")
    page.emulate_media(media="print")
    box = page.locator("#statut .data-table-scroll")
    assert box.evaluate("(e) => e.scrollHeight <= e.clientHeight + 2")
