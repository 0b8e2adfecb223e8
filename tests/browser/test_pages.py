"""Does every page show all of its exhibits, at every size, without anything serious for axe-core?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.content.page import COMPARISON, OVERVIEW, PAGES, SURVEY
from dashboard.content.page import Page as ViewPage
from dashboard.views.registry import views_of
from tests.browser.access import barriers
from tests.browser.journeys import parameters
from tests.browser.screens import opened, superimposed, texts

OFFERED = [page for page in PAGES if views_of(page)]
OTHERS = [page for page in OFFERED if page is not OVERVIEW]


def _open(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector("article .card-foot", state="attached")
    page.wait_for_timeout(400)


@pytest.mark.parametrize("target", OTHERS, ids=lambda page: page.name)
def test_a_page_shows_its_exhibits_to_everybody_at_every_size(page: Page, target: ViewPage) -> None:
    # The thirteen explained gaps have the cells of all 349 figures, which would take axe half a minute.
    few = "&rapprochement.statut=ecart-explique" if target is SURVEY else ""
    _open(page, f"{target.path}?genre=F{few}")
    expect(page.locator("#headline")).to_contain_text("Femmes")
    for view in views_of(target):
        card = page.locator(f"article#{view.name}")
        expect(card.locator("h2")).not_to_be_empty()
        expect(card.locator(".champ")).to_be_attached()
        # Under a long Lecture the source waits among the details.
        assert "Source" in (card.text_content() or "")
        expect(
            card.locator("svg.chart:visible, .js-plotly-plot:visible, .empty:visible").first
        ).to_be_visible()
    assert barriers(page) == []
    for width, height in ((390, 844), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            "(width) => document.documentElement.scrollWidth <= width", arg=width
        )


@pytest.mark.parametrize("target", OFFERED, ids=lambda page: page.name)
def test_on_a_phone_no_text_is_written_over_another(page: Page, target: ViewPage) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, target.path)
    # The first HTML guesses whether it is on a phone: this one is asked for again.
    expect(page.locator("#filters-to-come, [data-asking]")).to_have_count(0)
    # What a scrolling table hides stands over what follows it, for whoever asks only where a text is.
    page.add_style_tag(content=".card-table { display: none }")
    assert superimposed(texts(page)) == []


def test_the_menu_keeps_the_selection(page: Page) -> None:
    _open(page, "/?genre=F")
    page.get_by_role("link", name="Devenir").click()
    page.wait_for_url("**/devenir?genre=F")
    expect(page.locator("article#emploi h2")).to_be_visible()
    expect(page).to_have_title("Devenir – Que sont devenus les bénéficiaires ?")
    page.go_back()
    expect(page.locator("article#carte h2")).to_be_visible()
    expect(page).to_have_title("Vue d'ensemble – Que sont devenus les bénéficiaires ?")


def test_a_bar_filters_as_a_region_does(page: Page) -> None:
    _open(page, "/beneficiaires")
    bar = page.locator("#genre-age .barlayer .point path").first
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/beneficiaires?*")


def test_a_tap_on_a_bar_filters_once(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(has_touch=True).new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/beneficiaires")
    expect(page.locator("#filters-to-come, [data-asking]")).to_have_count(0)
    bar = page.locator("#genre-age .barlayer .point path").first
    bar.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = bar.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/beneficiaires?*")
    page.wait_for_timeout(500)
    assert set(parameters(page)) == {"promotion", "genre"}


def test_two_selections_stand_side_by_side(page: Page) -> None:
    _open(page, f"{COMPARISON.path}?genre=F&b.genre=H&comparer.vue=emploi")
    expect(page.locator("#headline")).to_contain_text("A : Femmes")
    expect(page.locator("#headline")).to_contain_text("B : Hommes")
    expect(page.locator("article#a .over")).to_have_text("A : Femmes")
    expect(page.locator("article#b .over")).to_have_text("B : Hommes")
    expect(page.locator("article#comparer h2")).to_have_text("Part en emploi : Femmes et hommes")
    page.get_by_role("button", name="Retirer le filtre B – Genre : Hommes").click()
    expect(page.locator("article#b .over")).to_contain_text("Toutes les promotions")
    expect(page.locator("article#comparer")).to_contain_text("bénéficiaires sont des deux côtés")
