"""Can everything be done by keyboard, and does axe-core find nothing serious?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import barriers
from tests.browser.journeys import parameters, shows, visit


def test_a_region_is_filtered_through_the_table_by_keyboard_alone(page: Page) -> None:
    visit(page)
    page.locator("[data-table=carte]").focus()
    page.keyboard.press("Enter")
    row = page.get_by_role("button", name="Filtrer : Alsace")
    expect(row).to_be_visible()
    row.focus()
    page.keyboard.press("Enter")
    shows(page, 128)
    assert parameters(page) == {"region": "alsace"}


def test_a_path_is_filtered_through_the_table_by_keyboard_alone(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    page.locator("[data-table=statut]").focus()
    page.keyboard.press("Enter")
    row = page.get_by_role("button", name="Demandeur d'emploi, En recherche d'emploi").first
    row.focus()
    page.keyboard.press("Enter")
    shows(page, 68)


def test_tab_reaches_filters_switches_and_exports_with_a_visible_focus(page: Page) -> None:
    visit(page)
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name, visible = page.evaluate(
            """() => {
              const at = document.activeElement, style = getComputedStyle(at);
              if (at === document.body) return ["", true];
              return [at.textContent.trim() || at.id,
                      style.outlineStyle !== 'none' || style.boxShadow !== 'none'];
            }"""
        )
        reached.append(name)
        assert visible, f"no visible focus on {name}"
    text = " ".join(reached)
    assert text.count("Toutes") >= 3  # The lists of promotions, regions and ages.
    for wanted in ("Aller au contenu", "Plus de filtres", "Réinitialiser", "Tableau", "Exporter"):
        assert wanted in text


def test_a_filter_is_chosen_by_keyboard_alone(page: Page) -> None:
    visit(page)
    page.locator(".skip").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id.includes('genre')"):
            break
    page.keyboard.press("Enter")
    # Dash moves the focus a moment after a key; no reader is as fast as a test, so each step waits for the one before.
    switch = page.get_by_role("option")
    expect(switch.filter(has_text="Femmes").locator(":focus")).to_be_attached()
    page.keyboard.press("ArrowDown")
    expect(switch.filter(has_text="Hommes").locator(":focus")).to_be_attached()
    page.keyboard.press("Space")
    expect(switch.filter(has_text="Hommes")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#headline")).to_contain_text("Hommes")


def test_axe_finds_nothing_serious(page: Page) -> None:
    visit(page, "/?region=alsace&genre=X")
    page.locator("[data-table=carte]").click()
    page.wait_for_selector("#carte table")
    assert barriers(page) == []


@pytest.mark.parametrize("name", ["Région", "Genre"])
def test_an_open_list_of_a_filter_has_its_name(page: Page, name: str) -> None:
    visit(page, "/?region=alsace")
    page.locator("#filters .filter", has_text=name).locator("button").first.click()
    expect(page.get_by_role("listbox", name=name)).to_be_visible()
    # Dash puts a box to tick into each option (ARCHITECTURE.md).
    assert barriers(page, apart_from=("nested-interactive",)) == []


@pytest.mark.parametrize("width", [390, 820])
def test_no_screen_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    visit(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for wider in (1440, 1920):
        page.set_viewport_size({"width": wider, "height": 900})
        page.wait_for_function(
            "(width) => document.documentElement.scrollWidth <= width", arg=wider
        )
