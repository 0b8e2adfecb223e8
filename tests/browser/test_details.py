"""Do details wait until they are asked for, and then stay?"""

from playwright.sync_api import Page, expect

from tests.browser.journeys import shows, visit

DETAILS = "#statut > .details"


def test_details_wait_behind_a_button_that_a_keyboard_reaches(page: Page) -> None:
    visit(page)
    said = page.locator(f"{DETAILS} .card-details")
    expect(said).to_be_hidden()
    page.locator(f"{DETAILS} > summary").focus()
    page.keyboard.press("Enter")
    expect(said).to_be_visible()
    expect(said).to_contain_text("Traitement")


def test_open_details_stay_open_when_a_filter_changes_what_they_say(page: Page) -> None:
    visit(page)
    page.locator(f"{DETAILS} > summary").click()
    page.locator('#carte [data-mark][aria-label^="Pays de la Loire"]').click()
    shows(page, 243)
    expect(page.locator(f"{DETAILS} .card-details")).to_be_visible()


def test_what_paper_has_unfolded_is_folded_again(page: Page) -> None:
    visit(page)
    page.emulate_media(media="print")
    expect(page.locator(f"{DETAILS} .card-details")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator(f"{DETAILS} .card-details")).to_be_hidden()
