"""Does a reader find their way on a long page, and is no room of it empty?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import parameters, visit
from tests.browser.screens import opened

BELOW_THE_DETAILS = """() => [...document.querySelectorAll('article:not(.tiled)')].map((card) =>
  card.getBoundingClientRect().bottom - card.querySelector('.details').getBoundingClientRect().bottom)"""
"""How much of each card is left under its last line."""


@pytest.mark.parametrize("width", [1440, 390])
def test_a_view_is_reached_from_the_list_of_the_page_by_keyboard(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, "/formations?genre=F")
    page.get_by_role("navigation", name="Sur cette page").get_by_role("link", name="Coût").focus()
    page.keyboard.press("Enter")
    heading = page.locator("#titre-cout")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    filters = page.locator("#filters").bounding_box()
    place = heading.bounding_box()
    assert filters
    assert place
    assert place["y"] >= filters["y"] + filters["height"]
    assert parameters(page) == {"genre": "F"}


def test_a_card_does_not_stretch_beside_an_open_table(page: Page) -> None:
    visit(page)
    page.locator("[data-table=csp]").click()
    page.wait_for_selector("#csp table")
    page.locator("#statut .details > summary").click()
    left = page.evaluate(BELOW_THE_DETAILS)
    assert left
    assert max(left) <= 24
