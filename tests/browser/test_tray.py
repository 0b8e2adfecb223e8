"""Can exhibits be collected, ordered, named and taken away as a presentation, by keyboard too?"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pptx
from playwright.sync_api import Page, expect

from tests.browser.access import barriers
from tests.browser.journeys import parameters, shows, visit


def _collect(page: Page) -> None:
    visit(page, "/?genre=F")
    for view in ("carte", "statut"):
        page.locator(f"#{view} [data-add]").click()


def _titles(page: Page) -> list[str]:
    path = _download(page)
    slides = pptx.Presentation(str(path)).slides
    return [slide.shapes.title.text for slide in slides]


def _download(page: Page) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger (PPTX)").click()
    assert re.fullmatch(
        r"presentation-[\d-]+-demonstration\.pptx", download.value.suggested_filename
    )
    return Path(download.value.path())


def test_what_is_added_is_in_the_file_in_the_order_of_the_list(page: Page) -> None:
    _collect(page)
    summary = page.locator("#tray summary")
    expect(summary).to_have_text("Préparer la présentation (2)")
    summary.click()
    expect(page.locator("#tray li span")).to_have_text(["Femmes", "Femmes"])
    page.get_by_role("button", name=re.compile("^Monter : Situation")).click()
    page.locator(".tray-list input").nth(1).fill("Où vivent-elles ?")
    titles = _titles(page)
    assert titles[1].startswith("Femmes\u00a0: 543")
    assert titles[2].startswith("Sur ")
    assert titles[3] == "Où vivent-elles ?"
    assert len(titles) == 5


def _present(page: Page) -> list[str]:
    """Shows the list on the projector, and tells which screens there are."""
    page.get_by_role("button", name="Présenter ces vues").click()
    page.wait_for_selector("article[data-shown]")
    return [
        str(name) for name in page.locator("article").evaluate_all("all => all.map((a) => a.id)")
    ]


def _collected(page: Page) -> list[str]:
    """The exhibits that the address holds, as it writes them."""
    return parse_qs(urlsplit(page.url).query).get("expo", [])


def test_each_screen_has_the_selection_and_the_title_it_was_added_with(page: Page) -> None:
    visit(page, "/?genre=F&carte.mesure=ue")
    page.locator("#carte [data-add]").click()
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 1044)
    for view in ("statut", "carte"):
        page.locator(f"#{view} [data-add]").click()
    page.locator("#tray summary").click()
    page.locator(".tray-list input").first.fill("Où vivent-elles ?")
    assert _present(page) == ["carte", "statut", "carte-2"]
    first = page.locator("article[data-shown]")
    expect(first.locator(".over")).to_contain_text("Femmes")
    expect(first.locator("h2")).to_have_text("Où vivent-elles ?")
    expect(first.locator(".base")).to_contain_text("UE financées")
    page.keyboard.press("End")
    expect(page.locator("article[data-shown] .over")).to_contain_text("Toutes les promotions")
    _filter_men(page)
    for key in ("Home", "End"):
        page.keyboard.press(key)
        expect(page.locator("article[data-shown] .over")).to_contain_text("Hommes")
    page.reload()
    page.wait_for_selector("#carte-2[data-shown]")
    assert len(_collected(page)) == 3


def _filter_men(page: Page) -> None:
    page.locator("#filters .filter", has_text="Genre").locator("button").first.click()
    page.get_by_role("option", name="Hommes", exact=True).click()
    page.keyboard.press("Escape")


def test_escape_leads_back_to_the_page_as_it_was_left(page: Page) -> None:
    visit(page, "/?region=alsace&carte.mesure=ue")
    page.locator("#carte [data-add]").click()
    page.goto("/devenir?genre=F")
    page.wait_for_selector("#emploi .main-svg")
    page.locator("#tray summary").click()
    left = page.url
    _present(page)
    _filter_men(page)
    expect(page.locator("article[data-shown] .over")).to_contain_text("Hommes")
    page.keyboard.press("Escape")
    page.wait_for_selector("#emploi")
    assert page.url == left
    assert parameters(page)["genre"] == "F"


def test_the_list_stays_in_the_address_wherever_one_goes(page: Page) -> None:
    _collect(page)
    held = ["carte~genre=F", "statut~genre=F"]
    assert _collected(page) == held
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 1044)
    assert _collected(page) == held
    page.get_by_role("link", name="Devenir").click()
    page.wait_for_selector("#emploi")
    page.locator("#emploi [data-add]").click()
    assert _collected(page) == [*held, "emploi~"]
    page.go_back()
    shows(page, 1044)
    page.go_back()
    shows(page, 543)
    assert _collected(page) == [*held, "emploi~"]
    page.reload()
    page.wait_for_selector("#carte")
    expect(page.locator("#tray summary")).to_have_text("Préparer la présentation (3)")
    assert _collected(page) == [*held, "emploi~"]


def test_a_filter_asks_once_although_the_address_holds_a_list(page: Page) -> None:
    _collect(page)
    page.locator("#tray summary").click()
    page.get_by_label("Titre de la présentation").fill("L'été (2017) : où ?")
    page.locator(".tray-list input").first.fill("C'est « ça » !")
    expect(page).to_have_url(re.compile("titre=.*C%27est"))
    page.keyboard.press("Escape")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if r.url.endswith("/answer") else None)
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 1044)
    page.wait_for_timeout(500)
    assert len(asked) == 1


def test_the_link_of_an_exhibit_leaves_the_list_at_home(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _collect(page)
    page.locator("#carte details.export summary").click()
    page.locator("#carte").get_by_role("button", name="Copier le lien").click()
    expect(page.locator("#carte .message")).to_have_text("Lien copié.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/?genre=F#carte")


def test_the_list_and_its_title_outlive_the_page_and_are_emptied(page: Page) -> None:
    _collect(page)
    summary, title = page.locator("#tray summary"), page.get_by_label("Titre de la présentation")
    summary.click()
    title.fill("Commission 2017")
    page.reload()
    expect(summary).to_have_text("Préparer la présentation (2)")
    summary.click()
    expect(title).to_have_value("Commission 2017")
    assert _titles(page)[0] == "Commission 2017"
    page.get_by_role("button", name=re.compile("^Retirer : Bénéficiaires")).click()
    expect(page.locator("#tray li")).to_have_count(1)
    page.get_by_role("button", name="Tout retirer").click()
    expect(summary).to_have_text("Préparer la présentation")
    expect(title).to_have_value("")
    expect(page.get_by_role("button", name="Télécharger (PPTX)")).to_be_disabled()
    assert parameters(page) == {"genre": "F"}


def test_a_link_brings_the_list_to_another_browser_which_keeps_its_own(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _collect(page)
    page.locator("#tray summary").click()
    page.get_by_label("Titre de la présentation").fill("Commission 2017")
    page.locator(".tray-list input").first.fill("Où vivent-elles ?")
    page.locator("#tray").get_by_role("button", name="Copier le lien").click()
    expect(page.locator(".tray-message")).to_have_text("Lien copié.")
    link = page.evaluate("navigator.clipboard.readText()")
    page.evaluate("localStorage.clear()")
    visit(page)
    page.locator("#csp [data-add]").click()
    page.goto(link)
    summary = page.locator("#tray summary")
    expect(summary).to_have_text("Préparer la présentation (3)")
    assert _collected(page) == ["csp~", "carte~genre=F~Où vivent-elles ?", "statut~genre=F"]
    summary.click()
    expect(page.get_by_label("Titre de la présentation")).to_have_value("Commission 2017")
    expect(page.locator(".tray-list input").nth(1)).to_have_value("Où vivent-elles ?")
    expect(page.locator("#tray li span").nth(1)).to_have_text("Femmes")


def test_a_list_that_no_address_can_hold_stays_in_the_browser(page: Page) -> None:
    _collect(page)
    page.evaluate(
        """() => {
          const held = JSON.parse(localStorage.getItem('dashboard-presentation'));
          held.forEach((entry) => (entry.name = 'é'.repeat(199)));
          const many = Array.from({ length: 5 }, () => held).flat();
          localStorage.setItem('dashboard-presentation', JSON.stringify(many));
        }"""
    )
    page.reload()
    page.wait_for_selector("#carte")
    page.locator("#tray summary").click()
    expect(page.locator(".tray-long")).to_contain_text("trop longue pour une adresse")
    assert parameters(page) == {"genre": "F"}
    assert len(_titles(page)) == 13


def test_the_list_is_worked_by_keyboard(page: Page) -> None:
    _collect(page)
    page.locator("#tray summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("^Descendre : Bénéficiaires")).focus()
    page.keyboard.press("Enter")
    moved = page.locator(".tray-list li").nth(1)
    expect(moved.get_by_role("button", name=re.compile("^Monter"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#tray")).not_to_have_attribute("open", "")
    expect(page.locator("#tray summary")).to_be_focused()


def test_axe_finds_nothing_serious_in_the_open_panel_and_menu(page: Page) -> None:
    _collect(page)
    page.locator("#tray summary").click()
    before = barriers(page)
    page.keyboard.press("Escape")
    page.locator("#carte details.export summary").click()
    assert before + barriers(page) == []
