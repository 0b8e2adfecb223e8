"""Does what stands around the cards take as little of a screen as it can, and say what is filtered where it stays?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.journeys import choice, shows, visit


def _top(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"]


def _bottom(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def _lines(page: Page) -> int:
    """On how many lines the links, buttons and menus of the head stand."""
    parts = page.locator(".masthead > :not(.brand, .pages), .masthead .page-link").all()
    lines, end = 0, 0.0
    for top, bottom in sorted((_top(part), _bottom(part)) for part in parts):
        if top >= end:
            lines += 1
            end = bottom
    return lines


@pytest.mark.parametrize(
    ("width", "lines"), [(1280, 1), (1366, 1), (1440, 1), (1920, 1), (1024, 2), (768, 2)]
)
def test_the_menu_is_on_one_line_of_a_laptop_and_on_two_of_a_tablet(
    overview: Page, width: int, lines: int
) -> None:
    overview.set_viewport_size({"width": width, "height": 900})
    assert _lines(overview) == lines
    assert _bottom(overview.locator(".masthead")) <= 40 * lines + 8
    assert overview.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_first_screen_holds_filters_key_figures_and_the_whole_map(
    page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    visit(page)
    end = 0.0
    for selector in ("#filters", "#headline", "#chiffres-cles", "#carte .canvas"):
        assert _top(page.locator(selector)) >= end - 1, selector
        end = _bottom(page.locator(selector))
    assert end <= height
    marks = page.locator("#carte svg.chart :is(.legend, .regions)")
    assert all(_bottom(mark) <= height for mark in marks.all())


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    page = new_context(is_mobile=True, has_touch=True).new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def test_on_a_phone_the_first_figure_is_in_the_first_half_of_the_screen(phone: Page) -> None:
    visit(phone, "/?promotion=2015-2016&genre=F")
    first = phone.locator("#chiffres-cles .tile").first
    expect(first.locator(".tile-value")).not_to_be_empty()
    assert _bottom(first) <= 844 / 2


def test_the_bar_that_stays_on_a_phone_says_how_many_filters_hold_and_whom_they_keep(
    phone: Page,
) -> None:
    visit(phone, "/?promotion=2015-2016&genre=F")
    told = phone.locator("#filters .drawer-told")
    expect(told).to_contain_text("2 filtres")
    expect(told).to_contain_text("Femmes, promotion 2015-2016")
    phone.mouse.wheel(0, 1500)
    expect(phone.locator("#headline")).not_to_be_in_viewport()
    expect(told).to_be_in_viewport()
    phone.locator("#filters > summary").tap()
    phone.locator("#filters .filter", has_text="Genre").locator("button").first.tap()
    choice(phone, "Femmes").tap()
    expect(told).to_contain_text("1 filtre")
    expect(told).not_to_contain_text("Femmes")
    expect(told).to_contain_text("Promotion 2015-2016")


def test_the_bar_of_a_phone_says_so_before_any_script_has_run(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/?genre=F")
    expect(page.locator("#filters-to-come .drawer")).to_contain_text("Filtres1 filtreFemmes")


def test_everybody_is_no_filter(phone: Page) -> None:
    visit(phone)
    shows(phone, 1044)
    expect(phone.locator("#filters .drawer-told")).to_contain_text("Toutes les promotions")
    expect(phone.locator("#filters .drawer-count")).to_have_count(0)


def test_the_bar_of_a_laptop_says_how_many_filters_hold_also_those_that_have_no_list(
    page: Page,
) -> None:
    visit(page, "/?genre=F&situation.T1=en-etude")
    page.mouse.wheel(0, 1500)
    expect(page.locator("#headline")).not_to_be_in_viewport()
    reset = page.get_by_role("button", name="Réinitialiser")
    expect(reset).to_be_in_viewport()
    expect(reset).to_have_text("Réinitialiser (2)")
    reset.click()
    expect(reset).to_have_text("Réinitialiser")
