"""Can exhibits be collected, ordered, named and taken away as a presentation, by keyboard too?"""

from __future__ import annotations

import re
from pathlib import Path

import pptx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

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
    with page.expect_download() as found:
        page.get_by_role("button", name="Télécharger (PPTX)").click()
    assert re.fullmatch(r"presentation-[\d-]+-demonstration\.pptx", found.value.suggested_filename)
    return Path(found.value.path())


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
    return [str(one) for one in page.locator("article").evaluate_all("all => all.map((a) => a.id)")]


def test_the_list_is_presented_in_its_order_with_its_selection_and_switches(page: Page) -> None:
    visit(page, "/?csp.T1=employes&carte.mesure=ue")
    for view in ("carte", "statut", "csp"):
        page.locator(f"#{view} [data-add]").click()
    page.locator("#tray summary").click()
    page.get_by_role("button", name=re.compile("^Monter : Situation")).click()
    expect(page.locator(".tray-rule")).to_contain_text("À l'écran : ")
    expect(page.locator(".tray-rule")).to_contain_text("Employé")
    page.locator(".tray-list input").first.fill("Un titre à elle")
    expect(page.locator(".tray-rule")).to_contain_text("Les titres que vous donnez")
    page.get_by_role("link", name="Devenir").click()
    page.wait_for_selector("#emploi")
    page.get_by_role("button", name="Retirer le filtre").click()
    page.locator("#tray summary").click()
    assert _present(page) == ["statut", "carte", "csp"]
    assert parameters(page) == {
        "expo": "statut,carte,csp",
        "csp.T1": "employes",
        "carte.mesure": "ue",
    }
    page.keyboard.press("Escape")
    page.wait_for_selector("#emploi")
    assert parameters(page) == {"csp.T1": "employes", "carte.mesure": "ue"}


def test_differing_selections_give_way_to_the_page_and_the_list_says_so(page: Page) -> None:
    visit(page, "/?genre=F&carte.mesure=ue")
    page.locator("#carte [data-add]").click()
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 1044)
    page.goto("/?promotion=2013-2014&statut.base=interroges")
    shows(page, 245)
    for view in ("statut", "carte"):
        page.locator(f"#{view} [data-add]").click()
    page.locator("#tray summary").click()
    told = page.locator(".tray-rule")
    expect(told).to_contain_text("toutes les vues prennent la sélection de cette page")
    expect(told).to_contain_text("Une vue ajoutée deux fois est montrée une fois")
    assert _present(page) == ["carte", "statut"]
    assert parameters(page) == {
        "expo": "carte,statut",
        "promotion": "2013-2014",
        "carte.mesure": "ue",
        "statut.base": "interroges",
    }


def test_the_list_outlives_the_page_and_is_emptied(page: Page) -> None:
    _collect(page)
    page.reload()
    summary = page.locator("#tray summary")
    expect(summary).to_have_text("Préparer la présentation (2)")
    summary.click()
    page.get_by_role("button", name=re.compile("^Retirer : Bénéficiaires")).click()
    expect(page.locator("#tray li")).to_have_count(1)
    page.get_by_role("button", name="Tout retirer").click()
    expect(summary).to_have_text("Préparer la présentation")
    expect(page.get_by_role("button", name="Télécharger (PPTX)")).to_be_disabled()


def test_a_link_brings_the_list_to_another_browser(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _collect(page)
    page.locator("#tray summary").click()
    page.locator("#tray").get_by_role("button", name="Copier le lien").click()
    expect(page.locator(".tray-told")).to_have_text("Lien copié.")
    link = page.evaluate("navigator.clipboard.readText()")
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#tray summary")).to_have_text("Préparer la présentation (2)")
    assert "#" not in page.url


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_open_panel_and_menu(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    _collect(page)
    page.locator("#tray summary").click()
    serious = _serious(page)
    page.keyboard.press("Escape")
    page.locator("#carte details.export summary").click()
    assert serious + _serious(page) == []


def _serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize(
    ("label", "suffix"), [("Excel (XLSX)", "xlsx"), ("PowerPoint (PPTX)", "pptx")]
)
def test_one_exhibit_is_taken_as_an_office_file(page: Page, label: str, suffix: str) -> None:
    visit(page, "/?genre=F")
    page.locator("#carte details.export summary").click()
    with page.expect_download() as found:
        page.locator("#carte").get_by_role("button", name=label).click()
    assert found.value.suggested_filename.endswith(f"-demonstration.{suffix}")
    assert Path(found.value.path()).read_bytes()[:2] == b"PK"


def test_a_picture_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page)
    page.locator("#carte details.export summary").click()
    page.locator("#carte").get_by_role("button", name="Copier l'image").click()
    expect(page.locator("#carte .told")).to_have_text("Image copiée.")
    kinds = page.evaluate("navigator.clipboard.read().then((items) => items[0].types)")
    assert kinds == ["image/png"]


def test_where_the_clipboard_is_closed_the_picture_is_downloaded(page: Page) -> None:
    page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('closed'))")
    visit(page)
    page.locator("#carte details.export summary").click()
    with page.expect_download() as found:
        page.locator("#carte").get_by_role("button", name="Copier l'image").click()
    assert found.value.suggested_filename.endswith(".png")
    expect(page.locator("#carte .told")).to_contain_text("elle est téléchargée")
