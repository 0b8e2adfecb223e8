"""Is whoever takes away or presents exact counts of very few people asked first, and may they refuse by keyboard?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Network
from tests.browser.journeys import visit

FEW = "?region=limousin&genre=H&age=moins-de-30-ans"
"""One man."""


def test_escape_refuses_a_file_and_leads_back_to_its_menu(page: Page, network: Network) -> None:
    network.expect("status of 428")
    taken: list[str] = []
    page.on("download", lambda download: taken.append(download.suggested_filename))
    visit(page, f"/{FEW}")
    menu = page.locator("#carte details.export summary")
    menu.click()
    button = page.locator("#carte").get_by_role("button", name="Données CSV")
    button.focus()
    page.keyboard.press("Enter")
    asked = page.get_by_role("alertdialog", name="Très peu de personnes")
    expect(asked).to_contain_text("1 personne")
    expect(asked.get_by_role("button", name="Annuler")).to_be_focused()
    page.keyboard.press("Escape")
    expect(asked).to_have_count(0)
    expect(menu).to_be_focused()
    expect(page.locator("#carte")).to_contain_text("Rien n'a été exporté.")
    page.keyboard.press("Enter")
    button.press("Enter")
    with page.expect_download() as download:
        asked.get_by_role("button", name="Continuer").click()
    assert taken == [download.value.suggested_filename]


def test_a_presentation_shows_few_people_once_the_speaker_agrees(page: Page) -> None:
    page.goto(f"/presentation{FEW}")
    gate = page.locator(".told-first")
    expect(gate.get_by_role("heading")).to_have_text("Très peu de personnes")
    expect(gate.get_by_role("button", name="Présenter quand même")).to_be_focused()
    page.keyboard.press("Enter")
    expect(gate).to_have_count(0)
    expect(page.locator("article[data-shown] h2")).to_be_focused()
