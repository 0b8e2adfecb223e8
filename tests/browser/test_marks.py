"""Do the marks of a drawing answer to a mouse, a finger and a keyboard alike?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect

from tests.browser.journeys import parameters, shows, visit
from tests.browser.marked_page import NAMES, SILENT, marked_page, markup

HINT = "Touchez encore pour filtrer"
PHONE = ViewportSize(width=390, height=700)


@pytest.fixture
def marked(context: BrowserContext) -> Page:
    return marked_page(context)


@pytest.fixture
def touched(new_context: Callable[..., BrowserContext]) -> Page:
    page = marked_page(new_context(has_touch=True))
    page.set_viewport_size(PHONE)
    return page


def mark(page: Page, name: str) -> Locator:
    return page.locator(f'[data-mark][aria-label^="{name}"]')


def tip(page: Page) -> Locator:
    return page.locator(".tip")


def says(page: Page, name: str, number: int = 12) -> None:
    expect(tip(page).locator("p")).to_have_text([name, f"{number} personnes", "20 %"])


def covers(page: Page, x: float, y: float) -> bool:
    """Whether the tip, or a part of it, stands out of the window or over that place."""
    box = tip(page).bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    inside = box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    inside = inside and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
    over = box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"]
    return over or not inside


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_mouse_over_a_mark_shows_its_name_and_no_longer_beside_it(marked: Page) -> None:
    mark(marked, "Bretagne").hover()
    says(marked, "Bretagne")
    assert tip(marked).get_attribute("aria-hidden") == "true"
    bold = "(name) => getComputedStyle(name).fontWeight"
    assert tip(marked).locator("p").first.evaluate(bold) == "600"
    mark(marked, "Corse").hover()
    says(marked, "Corse")
    marked.locator("#after").hover()
    expect(tip(marked)).to_be_hidden()


@pytest.mark.parametrize("name", NAMES)
def test_the_tip_stands_in_the_window_and_not_under_the_pointer(name: str, marked: Page) -> None:
    mark(marked, name).hover()
    says(marked, name)
    assert not covers(marked, *middle(mark(marked, name)))


def test_scrolling_or_escape_hides_the_tip_of_the_pointer(marked: Page) -> None:
    mark(marked, "Alsace").hover()
    says(marked, "Alsace")
    marked.keyboard.press("Escape")
    expect(tip(marked)).to_be_hidden()
    mark(marked, "Corse").hover()
    says(marked, "Corse")
    marked.mouse.wheel(0, 300)
    expect(tip(marked)).to_be_hidden()


def test_a_click_filters_and_the_same_click_takes_it_off(marked: Page) -> None:
    mark(marked, "Corse").click()
    assert parameters(marked) == {"region": "corse"}
    mark(marked, "Corse").click()
    assert parameters(marked) == {}
    mark(marked, SILENT).click()
    assert parameters(marked) == {}


def test_a_finger_reads_first_and_filters_at_the_second_tap(touched: Page) -> None:
    mark(touched, "Alsace").tap()
    expect(tip(touched).locator("p")).to_have_text(["Alsace", "12 personnes", "20 %", HINT])
    assert not covers(touched, *middle(mark(touched, "Alsace")))
    mark(touched, "Picardie").tap()
    expect(tip(touched).locator("p").first).to_have_text("Picardie")
    assert not covers(touched, *middle(mark(touched, "Picardie")))
    assert parameters(touched) == {}
    mark(touched, "Picardie").tap()
    expect(tip(touched)).to_be_hidden()
    assert parameters(touched) == {"region": "picardie"}


def test_a_finger_that_filters_nothing_reads_only(touched: Page) -> None:
    for _ in range(2):
        mark(touched, SILENT).tap()
        says(touched, SILENT)
    touched.touchscreen.tap(200, 600)
    expect(tip(touched)).to_be_hidden()
    assert parameters(touched) == {}


def test_the_tabulator_stops_once_a_drawing(marked: Page) -> None:
    marked.locator("#before").focus()
    marked.keyboard.press("Tab")
    expect(mark(marked, "Alsace")).to_be_focused()
    says(marked, "Alsace")
    marked.keyboard.press("Tab")
    expect(marked.locator("#after")).to_be_focused()
    expect(tip(marked)).to_be_hidden()
    marked.keyboard.press("Shift+Tab")
    expect(mark(marked, "Alsace")).to_be_focused()


def test_arrows_go_to_the_nearest_mark_and_the_tabulator_comes_back_to_it(marked: Page) -> None:
    marked.locator("#before").focus()
    marked.keyboard.press("Tab")
    for key, name in (
        ("ArrowRight", "Bretagne"),
        ("ArrowDown", "Lorraine"),
        ("ArrowLeft", "Limousin"),
        ("ArrowUp", "Alsace"),
        ("End", "Picardie"),
        ("Home", "Alsace"),
        ("ArrowDown", "Limousin"),
    ):
        marked.keyboard.press(key)
        expect(mark(marked, name)).to_be_focused()
        says(marked, name)
    assert marked.evaluate("() => window.scrollY") == 0
    marked.keyboard.press("Tab")
    marked.keyboard.press("Shift+Tab")
    expect(mark(marked, "Limousin")).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_filters_as_a_click_does(key: str, marked: Page) -> None:
    marked.locator("#before").focus()
    marked.keyboard.press("Tab")
    marked.keyboard.press("End")
    marked.keyboard.press(key)
    assert parameters(marked) == {"region": "picardie"}
    assert marked.evaluate("() => window.scrollY") == 0


def test_escape_hides_the_tip_and_leaves_the_focus(marked: Page) -> None:
    marked.locator("#before").focus()
    marked.keyboard.press("Tab")
    says(marked, "Alsace")
    marked.keyboard.press("Escape")
    expect(tip(marked)).to_be_hidden()
    expect(mark(marked, "Alsace")).to_be_focused()


def test_the_focus_comes_back_into_a_drawing_that_was_replaced(marked: Page) -> None:
    marked.locator("#before").focus()
    marked.keyboard.press("Tab")
    marked.keyboard.press("ArrowRight")
    marked.evaluate("(markup) => relaid(markup)", markup(7, NAMES[1:]))
    expect(mark(marked, "Bretagne")).to_be_focused()
    says(marked, "Bretagne", 7)
    marked.evaluate("(markup) => relaid(markup)", markup(8, NAMES[2:]))
    expect(mark(marked, "Corse")).to_be_focused()
    marked.keyboard.press("Tab")
    marked.evaluate("(markup) => relaid(markup)", markup(9, NAMES))
    expect(marked.locator("#after")).to_be_focused()
    marked.keyboard.press("Shift+Tab")
    expect(mark(marked, "Corse")).to_be_focused()


def test_a_tip_goes_with_the_drawing_that_it_told_of(marked: Page) -> None:
    mark(marked, "Alsace").hover()
    says(marked, "Alsace")
    marked.evaluate("() => relaid('')")
    expect(tip(marked)).to_be_hidden()


@pytest.fixture
def presented(context: BrowserContext) -> Page:
    return marked_page(context, "/presentation")


def shown(page: Page) -> str | None:
    return page.locator("article[data-shown]").get_attribute("id")


def test_in_a_presentation_arrows_are_those_of_a_drawing_that_the_tabulator_reached(
    presented: Page,
) -> None:
    presented.locator("#before").focus()
    presented.keyboard.press("Tab")
    presented.keyboard.press("ArrowRight")
    expect(mark(presented, "Bretagne")).to_be_focused()
    assert shown(presented) == "un"
    presented.keyboard.press("Escape")
    expect(mark(presented, "Bretagne")).not_to_be_focused()
    assert "/presentation" in presented.url
    presented.keyboard.press("ArrowRight")
    assert shown(presented) == "deux"


def test_in_a_presentation_arrows_move_screens_after_a_click_on_a_mark(presented: Page) -> None:
    mark(presented, "Corse").click()
    assert parameters(presented) == {"region": "corse"}
    presented.keyboard.press("ArrowRight")
    assert shown(presented) == "deux"


def test_who_comes_back_from_another_window_finds_the_page_as_it_was_left(marked: Page) -> None:
    mark(marked, "Alsace").click()
    marked.locator("#after").hover()
    marked.evaluate(
        """() => {
          const at = document.activeElement;
          window.dispatchEvent(new Event("blur"));
          at.blur();
          at.focus();
        }"""
    )
    expect(tip(marked)).to_be_hidden()
    marked.keyboard.press("ArrowRight")
    expect(mark(marked, "Alsace")).to_be_focused()


def test_the_words_of_a_node_answer_for_it_and_not_for_the_ribbon_under_them(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    node = page.locator('#statut .node[aria-label^="En recherche d\'emploi à T1"]')
    name = node.get_attribute("data-named")
    words = page.locator(f'#statut [data-names="{name}"]')
    words.hover()
    expect(page.locator(".tip")).to_contain_text("En recherche d'emploi à T1")
    words.click()
    page.wait_for_url("**/?promotion=2013-2014&situation.T1=en-recherche-d-emploi")
    shows(page, 68)
