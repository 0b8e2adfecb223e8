"""What does a reader see when an answer of the server is lost?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Network
from tests.browser.journeys import click_region, shows, visit

ASKING = re.compile("/answer$")


def _once(page: Page, network: Network, fail: str) -> None:
    """Lets the next question fail: its connection breaks, or a proxy answers for the server."""
    network.expect("Failed to load resource")

    def lose(route: Route) -> None:
        if fail == "aborted":
            route.abort()
        else:
            route.fulfill(status=502, body="Bad gateway")

    page.route(ASKING, lose, times=1)


def _choose_women(page: Page) -> None:
    page.evaluate(
        """() => {
          window.history.pushState({}, "", "/?genre=F");
          window.dispatchEvent(new PopStateEvent("popstate"));
        }"""
    )


@pytest.mark.parametrize("fail", ["aborted", "refused"])
def test_a_lost_answer_is_reported_and_asked_for_again(
    page: Page, network: Network, fail: str
) -> None:
    visit(page)
    _once(page, network, fail)
    _choose_women(page)
    expect(page.locator("#messages")).to_contain_text("s'est perdue")
    expect(page.locator("#headline")).to_contain_text("Femmes", timeout=4000)
    expect(page.locator("#messages")).to_be_empty()
    assert page.locator("body[data-asking]").count() == 0


def test_a_change_after_a_loss_is_asked_at_once(page: Page, network: Network) -> None:
    visit(page)
    _once(page, network, "aborted")
    _choose_women(page)
    expect(page.locator("#messages")).to_contain_text("s'est perdue")
    page.locator("#reset").click()
    shows(page, 1044)
    expect(page.locator("#messages")).to_be_empty(timeout=900)


def test_while_an_answer_is_awaited_the_page_says_so_and_shows_the_last_press_alone(
    page: Page,
) -> None:
    visit(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(ASKING, hold)
    for region in ("Alsace", "Bretagne", "Aquitaine"):
        click_region(page, region)
    chosen = page.locator("#carte [data-chosen]")
    expect(chosen).to_have_count(1)
    expect(chosen).to_have_attribute("aria-label", re.compile("^Aquitaine"))
    expect(page.locator("#page")).to_have_attribute("aria-busy", "true")
    for place in ("#headline", "#page"):
        expect(page.locator(place)).to_have_css("opacity", "0.55")
    held[0].continue_()
    page.unroute(ASKING)
    shows(page, 78)
    expect(page.locator("#page")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#headline")).to_have_css("opacity", "1")
