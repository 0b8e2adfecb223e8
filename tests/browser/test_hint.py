"""Is a first visitor told, once and in place, that regions and flows can be clicked?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import click_region, shows, visit

HINT = "button.hint"
WORDS = "Cliquez sur une région ou un flux"


def test_a_first_visitor_is_told_beside_the_map_until_a_region_is_clicked(page: Page) -> None:
    visit(page)
    hint = page.locator(HINT)
    expect(hint).to_contain_text(WORDS)
    assert hint.evaluate("(e) => e.closest('article').id") == "carte"
    card = page.locator("#carte").bounding_box()
    click_region(page, "Alsace")
    shows(page, 128)
    expect(hint).to_have_count(0)
    assert page.locator("#carte").bounding_box() == card
    visit(page)
    expect(hint).to_have_count(0)


def test_who_closes_it_by_keyboard_stays_on_the_card_and_is_not_told_again(page: Page) -> None:
    page.goto("/devenir?promotion=2013-2014")
    page.wait_for_selector("#filters-to-come", state="detached")
    expect(page.locator(HINT)).to_contain_text("Cliquez sur un flux pour")
    page.locator(HINT).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#titre-contrats")).to_be_focused()
    page.get_by_role("link", name="Vue d'ensemble").click()
    expect(page.locator("#carte svg.chart")).to_be_visible()
    expect(page.locator(HINT)).to_have_count(0)


@pytest.mark.parametrize("path", ["/presentation", "/formations"])
def test_nobody_is_told_where_nothing_of_it_is_drawn_or_in_a_room(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector("#filters-to-come", state="detached")
    expect(page.locator(HINT)).to_have_count(0)


def test_where_storage_is_refused_it_goes_all_the_same(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
    )
    visit(page)
    page.locator(HINT).click()
    expect(page.locator(HINT)).to_have_count(0)
