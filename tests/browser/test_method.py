"""Does every page lead to the glossary, with its filters, and is the long reconciliation drawn at once?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.journeys import visit


def test_a_term_leads_to_its_definition_and_keeps_the_filters(page: Page) -> None:
    visit(page, "/?genre=F")
    page.locator("#statut .champ .term", has_text="répondants").first.click()
    definition = page.locator("#glossaire-repondant")
    expect(definition).to_be_in_viewport()
    expect(definition).to_be_focused()
    assert "genre=F" in page.url
    page.go_back()
    expect(page.locator("#carte")).to_be_visible()


def test_the_glossary_is_one_click_away(page: Page) -> None:
    visit(page)
    page.get_by_role("link", name="Glossaire").click()
    expect(page.locator("#glossaire")).to_be_in_viewport()


def test_an_address_may_point_to_a_term(page: Page) -> None:
    page.goto("/enquete#glossaire-deld")
    expect(page.locator("#glossaire-deld")).to_be_in_viewport()


def test_the_reconciliation_is_drawn_and_filtered(page: Page) -> None:
    page.goto("/enquete")
    rows = page.locator("#rapprochement tbody tr")
    expect(rows).to_have_count(349)
    page.locator("#rapprochement .choice", has_text="Écarts expliqués").click()
    expect(rows).to_have_count(13)


def test_focus_stays_on_the_row_that_was_pressed(page: Page) -> None:
    visit(page)
    page.locator("[data-table=carte]").click()
    row = page.get_by_role("button", name="Filtrer : Alsace")
    row.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#carte tbody tr")).to_have_count(1)
    expect(page.get_by_role("button", name="Filtrer : Alsace")).to_be_focused()
