"""Do the switches for experts wait behind their button, and does the keyboard stay where it is?"""

from playwright.sync_api import Page, expect

from tests.browser.journeys import parameters, visit

OPTIONS = "#csp .settings"


def test_an_expert_switch_is_set_by_keyboard_and_keeps_the_focus(page: Page) -> None:
    visit(page)
    corrected = page.locator(f'{OPTIONS} [data-set*="oui"]')
    expect(corrected).to_be_hidden()
    page.locator(f"{OPTIONS} > summary").focus()
    page.keyboard.press("Enter")
    corrected.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{OPTIONS} > summary")).to_have_text("Options\u00a0: redressement")
    expect(corrected).to_be_focused()
    assert parameters(page) == {"csp.redressement": "oui"}


def test_a_base_that_takes_the_correction_away_says_so(page: Page) -> None:
    visit(page, "/?csp.redressement=oui")
    page.locator(f"{OPTIONS} > summary").click()
    page.locator(f'{OPTIONS} [data-set*="interroges"]').click()
    expect(page.locator(f'{OPTIONS} [data-set*="oui"]')).to_be_disabled()
    expect(page.locator(OPTIONS)).to_contain_text("il n'est pas appliqué")
    expect(page.locator(f"{OPTIONS} > summary")).to_contain_text("redressement sans effet")
