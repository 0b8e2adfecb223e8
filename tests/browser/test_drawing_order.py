"""Which charts does plotly draw without waiting for a browser that rests? Those in sight, and all of them for paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import shows, visit

NEVER_RESTS = "window.requestIdleCallback = () => 0"


@pytest.fixture
def busy(page: Page) -> Page:
    """A page whose browser never rests."""
    page.add_init_script(NEVER_RESTS)
    return page


def test_after_a_change_of_page_charts_in_sight_are_drawn(busy: Page) -> None:
    visit(busy, "/")
    busy.locator("[data-page='/beneficiaires']").click()
    expect(busy.locator("#genre-age .js-plotly-plot .main-svg").first).to_be_visible()
    expect(busy.locator("#genre-age [data-due]")).to_have_count(0)
    expect(busy.locator("[data-due]").first).to_be_attached()


def test_after_a_filter_charts_in_sight_are_drawn(busy: Page) -> None:
    busy.goto("/apports?genre=F")
    shows(busy, 543)
    busy.get_by_role("button", name="Retirer le filtre").click()
    shows(busy, 1044)
    expect(busy.locator("#apports [data-due]")).to_have_count(0)


def test_what_waits_for_a_browser_that_rests_is_drawn_for_paper(busy: Page) -> None:
    busy.goto("/formations")
    expect(busy.locator(".js-plotly-plot").first).to_be_visible()
    expect(busy.locator("[data-due]").first).to_be_attached()
    busy.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert busy.locator("[data-due]").count() == 0


def test_until_plotly_comes_what_is_below_the_screen_shows_the_new_selection(page: Page) -> None:
    page.route("**/plotly.min.js", lambda route: None)
    page.goto("/formations?genre=F")
    base = page.locator("#equipes .base")
    before = base.text_content()
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 1044)
    expect(base).not_to_have_text(before or "")
