"""What of an address goes on to the next page, and do lists show it as it filters?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.journeys import choice, parameters, shows, visit


def test_what_follows_a_reader_is_neither_told_nor_kept(page: Page) -> None:
    visit(page, "/?genre=F&utm_source=lettre&fbclid=IwAR0")
    shows(page, 543)
    page.wait_for_url("**/?genre=F")
    expect(page.locator("#messages")).to_be_empty()
    # Where something else is not understood, the address stays as it is until something is chosen.
    visit(page, "/?genre=F&couleur=bleu&utm_source=lettre")
    expect(page.locator("#messages")).to_contain_text("couleur")
    page.get_by_role("link", name="Devenir").click()
    page.wait_for_url("**/devenir?genre=F&couleur=bleu")
    link = page.get_by_role("link", name="Retirer de l'adresse")
    expect(link).to_have_attribute("href", "/devenir?genre=F")
    link.click()
    page.wait_for_url("**/devenir?genre=F")


def test_a_parameter_that_comes_twice_shows_in_its_list_as_it_filters(page: Page) -> None:
    # Something that is not understood keeps the address as it is.
    visit(page, "/?region=alsace&region=bretagne&couleur=bleu")
    shows(page, 166)
    place = page.locator("#filters .filter", has_text="Région")
    expect(place).to_contain_text("Bretagne")
    expect(place).to_contain_text("Alsace")
    page.get_by_role("button", name="Retirer le filtre Région").click()
    shows(page, 1044)
    assert set(parameters(page)) == {"couleur"}


def test_the_year_of_the_player_stays_on_its_page(page: Page) -> None:
    visit(page, "/?genre=F&carte.annee=2013-2014&carte.mesure=ue")
    page.get_by_role("link", name="Devenir").click()
    page.wait_for_url("**/devenir?genre=F&carte.mesure=ue")
    page.get_by_role("link", name="Vue d'ensemble").click()
    page.wait_for_url("**/?genre=F&carte.mesure=ue")


def test_a_page_opened_in_a_window_of_its_own_keeps_the_filters(page: Page) -> None:
    visit(page)
    page.locator("#filters .filter", has_text="Genre").locator("button").first.click()
    choice(page, "Femmes").click()
    page.keyboard.press("Escape")
    shows(page, 543)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Devenir").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/devenir?genre=F")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Glossaire").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/enquete?genre=F#glossaire")


def test_a_second_selection_left_behind_is_told_and_found_again(page: Page) -> None:
    visit(page, "/?genre=F&b.genre=H")
    expect(page.locator("#messages")).to_contain_text("Hommes")
    page.locator("#messages").get_by_role("link", name="Comparer").click()
    page.wait_for_url("**/comparer?genre=F&b.genre=H")
    expect(page.locator("#messages")).not_to_contain_text("Hommes")
    page.get_by_role("link", name="Devenir").click()
    page.locator("#messages").get_by_role("button", name="Retirer").click()
    page.wait_for_url("**/devenir?genre=F")
    expect(page.locator("#messages")).to_be_empty()


def test_a_comparison_is_presented_with_both_its_sides(page: Page) -> None:
    page.goto("/comparer?genre=F&b.genre=H&comparer.vue=emploi")
    page.wait_for_selector("#filters-to-come", state="detached")
    page.get_by_role("link", name="Présenter").click()
    first = page.locator("article[data-shown]")
    expect(first.locator(".over")).to_contain_text("B : Hommes")
    page.get_by_role("button", name="Réinitialiser").click()
    expect(page.locator("#comparer")).to_have_count(0)
    expect(first.locator(".over")).to_contain_text("1\u202f044 bénéficiaires")
