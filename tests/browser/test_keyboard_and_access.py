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


def test_a_cell_of_a_matrix_filters_by_keyboard(page: Page) -> None:
    page.goto("/territoires")
    page.wait_for_selector("#filters-to-come", state="detached")
    cell = page.locator(
        '#regions-promotions [data-mark][aria-label^="Alsace, promotion 2014-2015"]'
    )
    expect(cell).to_have_attribute("role", "button")
    cell.focus()
    page.keyboard.press("Enter")
    shows(page, 25)
    assert parameters(page) == {"region": "alsace", "promotion": "2014-2015"}


def test_a_mark_that_gets_the_focus_from_a_script_answers_to_keys(page: Page) -> None:
    visit(page)
    page.locator('#carte [data-mark][aria-label^="Alsace"]').focus()
    expect(page.locator(".tip")).to_contain_text("Alsace")
    page.keyboard.press("Enter")
    shows(page, 128)


def test_the_focus_stays_in_the_page_when_the_last_filter_is_taken_off(page: Page) -> None:
    visit(page, "/?genre=F&region=alsace")
    for _ in range(2):
        page.locator(".chip").last.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-asking]")).to_have_count(0)
    expect(page.locator(".chip")).to_have_count(0)
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


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
