"""Can exhibits be collected, ordered, named and taken away as a presentation, by keyboard too?"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pptx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import barriers
from tests.browser.journeys import choice, parameters, shows, visit


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
        r"[a-z\d-]+-\d{4}-\d\d-\d\d-demonstration\.pptx", download.value.suggested_filename
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
    choice(page, "Hommes").click()
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
    # From which version it was copied is all that it has besides.
    assert re.search(r"/\?genre=F&version=[0-9a-f]{12}#carte$", link)


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


THEIRS = ["carte~genre=F~Où vivent-elles ?\nÀ dire.", "statut~genre=F"]


def _link_of_a_colleague(page: Page) -> str:
    """The link of a presentation of two views, made in a browser that is then emptied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _collect(page)
    page.locator("#tray summary").click()
    page.get_by_label("Titre de la présentation").fill("Commission 2017")
    page.locator(".tray-list input").first.fill("Où vivent-elles ?")
    page.locator(".tray-list textarea").first.fill("À dire.")
    page.locator("#tray").get_by_role("button", name="Copier le lien").click()
    expect(page.locator(".tray-message")).to_have_text("Lien copié.")
    page.evaluate("localStorage.clear()")
    return str(page.evaluate("navigator.clipboard.readText()"))


def _opened_beside_one_s_own(page: Page) -> None:
    """A colleague's link, in a browser that has a presentation of one view."""
    link = _link_of_a_colleague(page)
    visit(page)
    page.locator("#csp [data-add]").click()
    page.goto(link)
    expect(page.locator("#tray-asked")).to_contain_text(
        "Ce lien apporte la présentation «\u202fCommission 2017\u202f» (2 vues)"
    )
    assert _collected(page) == THEIRS


def test_a_link_brings_its_list_to_a_browser_that_has_none(page: Page) -> None:
    page.goto(_link_of_a_colleague(page))
    expect(page.locator("#tray summary")).to_have_text("Préparer la présentation (2)")
    expect(page.locator("#tray-asked")).to_have_count(0)
    page.locator("#tray summary").click()
    expect(page.get_by_label("Titre de la présentation")).to_have_value("Commission 2017")
    expect(page.locator(".tray-list input").first).to_have_value("Où vivent-elles ?")
    expect(page.locator(".tray-list textarea").first).to_have_value("À dire.")
    expect(page.locator("#tray li span").first).to_have_text("Femmes")


@pytest.mark.parametrize(
    ("pressed", "held"),
    [
        ("Ajouter à la mienne", ["csp~", *THEIRS]),
        ("Remplacer (la mienne est gardée)", THEIRS),
        ("Ignorer", ["csp~"]),
    ],
)
def test_the_reader_decides_what_a_link_becomes_beside_one_s_own_list(
    page: Page, pressed: str, held: list[str]
) -> None:
    _opened_beside_one_s_own(page)
    page.get_by_role("button", name=pressed).click()
    expect(page.locator("#tray-asked")).to_have_count(0)
    expect(page.locator("#tray summary")).to_have_text(f"Préparer la présentation ({len(held)})")
    assert _collected(page) == held
    page.reload()
    expect(page.locator("#tray summary")).to_have_text(f"Préparer la présentation ({len(held)})")
    expect(page.locator("#tray-asked")).to_have_count(0)


def test_a_list_that_a_link_has_replaced_is_kept_aside(page: Page) -> None:
    _opened_beside_one_s_own(page)
    page.get_by_role("button", name="Remplacer (la mienne est gardée)").click()
    page.locator("#tray summary").click()
    page.get_by_label("Présentations de ce navigateur").select_option("Sans titre (1)")
    assert _collected(page) == ["csp~"]
    page.get_by_label("Présentations de ce navigateur").select_option("Commission 2017 (2)")
    assert _collected(page) == THEIRS
    expect(page.get_by_label("Titre de la présentation")).to_have_value("Commission 2017")


def test_several_named_presentations_live_in_the_browser(page: Page) -> None:
    _collect(page)
    page.locator("#tray summary").click()
    page.get_by_label("Titre de la présentation").fill("Commission 2017")
    decks = page.get_by_label("Présentations de ce navigateur")
    decks.select_option("Nouvelle présentation")
    expect(page.get_by_label("Titre de la présentation")).to_be_focused()
    page.keyboard.type("Comité régional")
    page.locator("#csp [data-add]").click()
    page.reload()
    page.locator("#tray summary").click()
    expect(decks.locator("option")).to_have_text(
        ["Comité régional (1)", "Commission 2017 (2)", "Nouvelle présentation"]
    )
    decks.select_option("Commission 2017 (2)")
    assert _titles(page)[0] == "Commission 2017"


def test_what_is_added_is_told_beside_the_button_and_can_be_taken_back(page: Page) -> None:
    visit(page)
    add, told = page.locator("#carte [data-add]"), page.locator("#carte .message")
    add.click()
    expect(told).to_contain_text("Ajouté à la présentation, diapositive 1.")
    told.get_by_role("button", name="Annuler").click()
    expect(told).to_contain_text("Retiré de la présentation.")
    expect(add).to_be_focused()
    assert _collected(page) == []


def test_the_same_view_twice_is_told_and_left_to_the_user(page: Page) -> None:
    _collect(page)
    told = page.locator("#carte .message")
    page.locator("#carte [data-add]").click()
    expect(told).to_contain_text("Déjà dans la présentation, diapositive 1.")
    assert len(_collected(page)) == 2
    told.get_by_role("button", name="Ajouter quand même").click()
    expect(told).to_contain_text("diapositive 3")
    told.get_by_role("button", name="Titre, commentaire").click()
    expect(page.locator(".tray-list input").nth(2)).to_be_focused()


@pytest.mark.parametrize("button", ["Tout retirer", "Retirer : Bénéficiaires par région"])
def test_what_is_taken_off_comes_back(page: Page, button: str) -> None:
    _collect(page)
    page.locator("#tray summary").click()
    page.get_by_label("Titre de la présentation").fill("Commission 2017")
    page.get_by_role("button", name=button).click()
    page.locator(".tray-message").get_by_role("button", name="Annuler").click()
    expect(page.locator("#tray")).to_have_attribute("open", "")
    expect(page.locator("#tray li")).to_have_count(2)
    expect(page.get_by_label("Titre de la présentation")).to_have_value("Commission 2017")
    assert len(_collected(page)) == 2


def test_a_comment_goes_to_the_screen_the_print_and_the_slide(page: Page) -> None:
    _collect(page)
    page.locator("#tray summary").click()
    page.locator(".tray-list textarea").first.fill("Une sur quatre vit en Rhône-Alpes.")
    slide = pptx.Presentation(str(_download(page))).slides[2]
    about = next(shape for shape in slide.shapes if shape.name == "Sous-titre").text_frame
    assert about.paragraphs[-1].text == "Une sur quatre vit en Rhône-Alpes."
    _present(page)
    comment = page.locator("article[data-shown] .comment")
    expect(comment).to_have_text("Une sur quatre vit en Rhône-Alpes.")
    page.emulate_media(media="print")
    expect(comment).to_be_visible()


def test_the_list_of_an_earlier_version_is_taken_over(page: Page) -> None:
    _collect(page)
    page.evaluate(
        """() => {
          const [{ entries }] = JSON.parse(localStorage.getItem('dashboard-presentations'));
          localStorage.clear();
          const old = entries.map(({ comment, ...entry }) => entry);
          localStorage.setItem('dashboard-presentation', JSON.stringify(old));
          localStorage.setItem('dashboard-presentation-title', 'Commission 2017');
        }"""
    )
    page.goto("/")
    expect(page.locator("#tray summary")).to_have_text("Préparer la présentation (2)")
    assert _collected(page) == ["carte~genre=F", "statut~genre=F"]


def test_a_list_that_no_address_can_hold_stays_in_the_browser(page: Page) -> None:
    _collect(page)
    page.evaluate(
        """() => {
          const [deck] = JSON.parse(localStorage.getItem('dashboard-presentations'));
          deck.entries.forEach((entry) => (entry.name = 'é'.repeat(199)));
          deck.entries = Array.from({ length: 5 }, () => deck.entries).flat();
          localStorage.setItem('dashboard-presentations', JSON.stringify([deck]));
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
