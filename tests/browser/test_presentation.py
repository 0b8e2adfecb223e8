"""Can a room of people read every screen, and the speaker move without a mouse?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard.views.registry import offered, view_named
from dashboard.web.presentation import usual
from tests.browser.access import barriers
from tests.browser.journeys import choice, parameters, shows, visit
from tests.browser.screens import opened, scrolls, superimposed, texts
from tests.support.publications import demonstration

SMALLEST = 24
SHOWN = "article[data-shown]"
WOMEN_OF_ONE_REGION = "genre=F&region=pays-de-la-loire&promotion=2013-2014,2014-2015"
NAMES = tuple(offered(demonstration().vocabulary))
EVERY_VIEW = [NAMES[i : i + 7] for i in range(0, len(NAMES), 7)]
"""As many to a page as a presentation usually has: a page of all of them takes half a minute to draw."""

NOBODY = f"?{WOMEN_OF_ONE_REGION}&age=50-ans-et-plus&situation.T1=en-emploi-salarie&cadre=O&vague=4"


FEW = "expo=chiffres-cles,statut,csp"
"""As many exhibits as a test of the controls needs; a page of the usual seven takes three times as long to draw."""


def present(page: Page, search: str = "") -> None:
    """Opens the presentation on a projector and waits until every chart is drawn."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    opened(page, f"/presentation{search}")


def shown(page: Page) -> str:
    """Which exhibit is on the screen; there is never more than one."""
    (name,) = page.locator("article:visible").evaluate_all("all => all.map((a) => a.id)")
    return str(name)


@pytest.mark.parametrize(
    ("search", "order"),
    [
        *((f"?expo={','.join(some)}", some) for some in EVERY_VIEW),
        (f"?{WOMEN_OF_ONE_REGION}", ()),
        ("?promotion=2012-2013&carte.mesure=emploi-t1", ()),
        (NOBODY, ()),
    ],
)
def test_every_screen_is_read_from_the_back_of_the_room(
    page: Page, search: str, order: tuple[str, ...]
) -> None:
    present(page, search)
    selection = page.locator("#headline").inner_text()
    for view in [view_named(name) for name in order] or usual(demonstration().vocabulary):
        assert shown(page) == view.name
        assert not scrolls(page), view.name
        visible = texts(page)
        small = [text for text in visible if text.size < SMALLEST - 0.01]
        cut = [text for text in visible if text.cut > 1]
        assert small == [], view.name
        assert cut == [], view.name
        assert superimposed(visible) == [], view.name
        all_words = " ".join(text.words for text in visible)
        for words in (selection, "Source", "synthétiques"):
            assert words in all_words, view.name
        page.keyboard.press("PageDown")


@pytest.mark.parametrize("some", EVERY_VIEW, ids=lambda some: some[0])
def test_on_a_phone_no_text_of_a_screen_is_written_over_another(
    page: Page, some: tuple[str, ...]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"/presentation?expo={','.join(some)}")
    # The first HTML guesses whether it is on a phone: this one is asked for again.
    expect(page.locator("#filters-to-come, [data-asking]")).to_have_count(0)
    page.wait_for_timeout(500)
    for view in some:
        assert shown(page) == view
        assert superimposed(texts(page)) == [], view
        page.keyboard.press("PageDown")
    expect(page.locator("#filters > summary")).to_be_visible()


def test_a_screen_tells_its_title_base_and_reading(page: Page) -> None:
    present(page, "?promotion=2013-2014&expo=statut")
    screen = page.locator(SHOWN)
    expect(screen.locator("h2")).to_contain_text("Situation professionnelle")
    expect(screen.locator(".base")).to_contain_text("n = 142".replace(" ", "\u00a0"))
    expect(screen.locator(".lecture")).to_be_visible()
    expect(screen.locator("svg.chart")).to_be_visible()


def test_no_projector_makes_it_scroll(page: Page) -> None:
    present(page)
    for width, height in ((1280, 720), (1366, 768), (3840, 2160), (1920, 1200)):
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        page.wait_for_timeout(500)
        for _ in usual(demonstration().vocabulary):
            assert not scrolls(page), (width, height)
            assert [text for text in texts(page) if text.cut > 1] == [], (width, height)
            page.keyboard.press("PageDown")


def test_every_key_moves(page: Page) -> None:
    present(page)
    names = [view.name for view in usual(demonstration().vocabulary)]
    steps = [
        *(
            ("ArrowRight", 1),
            (" ", 2),
            ("PageDown", 3),
            ("Enter", 4),
            ("Home", 0),
            ("ArrowLeft", 0),
        ),
        *(("End", -1), ("PageDown", -1), ("ArrowLeft", -2), ("PageUp", -3), ("Backspace", -4)),
    ]
    for key, place in steps:
        page.keyboard.press(key)
        assert shown(page) == names[place], key
    page.get_by_role("button", name="Écran suivant").click()
    page.keyboard.press("Space")
    assert shown(page) == names[-2]


def test_f_fills_the_screen(page: Page) -> None:
    present(page, f"?{FEW}")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")


def test_the_keys_are_shown_and_hidden_again(page: Page) -> None:
    present(page, f"?{FEW}#statut")
    keys = page.get_by_role("dialog", name="Touches")
    page.keyboard.press("?")
    expect(keys).to_contain_text("Page suivante")
    page.keyboard.press("PageDown")
    assert [text for text in texts(page) if text.size < SMALLEST - 0.01] == []
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    assert shown(page) == "statut"


def test_a_filter_changed_live_holds_on_the_following_screens(page: Page) -> None:
    present(page, f"?{FEW}#statut")
    before = page.locator("#csp .base").inner_text()
    page.locator("#filters .filter", has_text="Genre").locator("button").first.click()
    choice(page, "Femmes").click()
    page.keyboard.press("ArrowRight")
    assert shown(page) == "statut"  # The list is still open: the key is its own.
    page.keyboard.press("Escape")
    expect(page.locator("#headline")).to_contain_text("Femmes")
    assert parameters(page)["genre"] == "F"
    page.keyboard.press("Space")
    assert shown(page) == "csp"
    expect(page.locator("#headline")).to_contain_text("Femmes")
    expect(page.locator("#csp .base")).not_to_have_text(before)
    page.get_by_role("button", name="Réinitialiser").click()
    shows(page, 1044)
    assert shown(page) == "csp"


def test_every_filter_is_at_hand_and_its_list_is_read_from_the_back_of_the_room(page: Page) -> None:
    present(page, f"?{FEW}#statut")
    page.locator("#filters .more > summary").click()
    page.locator("#filters .filter", has_text="intérim").locator("button").first.click()
    expect(page.get_by_text("Tout cocher")).to_be_visible()
    visible = texts(page)
    assert [text for text in visible if text.size < SMALLEST - 0.01 or text.cut > 1] == []
    choice(page, "Oui").click()
    page.keyboard.press("Escape")
    expect(page.locator("#headline")).to_contain_text("intérim")


def test_escape_goes_back_to_the_page_with_the_same_address(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    page.get_by_role("link", name="Présenter").click()
    page.wait_for_selector(SHOWN)
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(page.locator(".masthead")).to_be_visible()
    shows(page, 245)
    assert page.url.endswith("/?promotion=2013-2014")


def test_a_reload_keeps_the_screen(page: Page) -> None:
    present(page, f"?genre=F&{FEW}#csp")
    page.reload()
    page.wait_for_selector(f"#csp{SHOWN.removeprefix('article')}")
    assert shown(page) == "csp"


def test_the_address_may_choose_the_exhibits_and_their_order(page: Page) -> None:
    present(page, "?expo=secteur,meteo,carte")
    assert shown(page) == "secteur"
    expect(page.locator("#messages")).to_contain_text("La vue « meteo »")
    page.keyboard.press("End")
    assert shown(page) == "carte"
    assert page.locator("article").count() == 2
    page.get_by_role("button", name="Réinitialiser").click()
    assert "expo=" in page.url


def test_without_a_choice_it_is_the_usual_order_of_what_exists() -> None:
    wanted = ("chiffres-cles", "carte", "statut", "emploi", "csp", "secteur", "apports")
    assert [view.name for view in usual(demonstration().vocabulary)] == [
        name for name in wanted if name in NAMES
    ]


def test_axe_finds_nothing_serious(page: Page) -> None:
    present(page, f"?{WOMEN_OF_ONE_REGION}&age=inconnu&{FEW}#statut")
    page.wait_for_timeout(300)
    before = barriers(page)
    page.keyboard.press("?")
    assert before + barriers(page) == []


def test_the_tabulator_reaches_filters_and_buttons(page: Page) -> None:
    present(page, f"?{FEW}")
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.title"))
    for wanted in ('{"filter":"promotion"}', '{"filter":"cadre"}', "Écran suivant", "Touches"):
        assert wanted in reached


def test_the_speaker_titles_and_comments_the_screen_that_is_shown(page: Page) -> None:
    opened(page, "/presentation?genre=F")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("t")
    dialog = page.get_by_role("dialog", name="Titre et commentaire de l'écran")
    expect(dialog.get_by_label("Titre")).to_have_value("Bénéficiaires par région")
    dialog.get_by_label("Titre").fill("Où vivent-elles ?")
    dialog.get_by_label("Commentaire").fill("Surtout en Pays de la Loire.")
    assert barriers(page) == []
    dialog.get_by_role("button", name="Garder").click()
    screen = page.locator("article[data-shown]")
    expect(screen.locator("h2")).to_have_text("Où vivent-elles\u202f?")
    expect(screen.locator(".comment")).to_have_text("Surtout en Pays de la Loire.")
    page.reload()
    expect(screen.locator("h2")).to_have_text("Où vivent-elles\u202f?")
    page.locator("#filters .filter", has_text="Genre").locator("button").first.click()
    choice(page, "Femmes").click()
    choice(page, "Hommes").click()
    page.keyboard.press("Escape")
    expect(screen.locator(".over")).to_contain_text("Hommes")
    expect(screen.locator("h2")).to_have_text("Bénéficiaires par région")
    expect(screen.locator(".comment")).to_have_count(0)


def test_a_title_given_in_the_room_is_kept_in_the_list_it_comes_from(page: Page) -> None:
    visit(page)
    for view in ("carte", "statut"):
        page.locator(f"#{view} [data-add]").click()
    page.locator("#tray summary").click()
    page.get_by_role("button", name="Présenter ces vues").click()
    page.wait_for_selector("article[data-shown]")
    page.keyboard.press("t")
    page.get_by_role("dialog").get_by_label("Titre").fill("D'où viennent-ils ?")
    page.keyboard.press("Enter")
    expect(page.locator("article[data-shown] h2")).to_have_text("D'où viennent-ils\u202f?")
    page.keyboard.press("Escape")
    page.wait_for_selector("#secteur")
    page.locator("#tray summary").click()
    expect(page.locator(".tray-list input").first).to_have_value("D'où viennent-ils ?")


def test_a_key_shows_what_explains_the_screen_and_hides_it_again(page: Page) -> None:
    page.goto("/presentation?expo=emploi,carte")
    # The first HTML has its screens: keys are heard when the scripts are there.
    page.wait_for_selector("#filters-to-come", state="detached")
    details = page.locator("article[data-shown] .card-details")
    expect(details).to_be_hidden()
    page.keyboard.press("d")
    expect(details).to_be_visible()
    expect(details).to_contain_text("Données au")
    page.keyboard.press("ArrowRight")
    expect(details).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("d")
    expect(details).to_be_hidden()


def test_what_is_written_on_the_usual_screens_is_not_lost_when_they_are_left(page: Page) -> None:
    opened(page, "/presentation")
    page.keyboard.press("t")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Valables pour : Toutes les promotions, toutes les régions")
    dialog.get_by_label("Commentaire").fill("À dire d'abord.")
    dialog.get_by_role("button", name="Garder").click()
    expect(page.locator("article[data-shown] .comment")).to_have_text("À dire d'abord.")
    many = page.locator("article").count()
    page.keyboard.press("Escape")
    page.wait_for_selector("#secteur")
    expect(page.locator("#tray summary")).to_have_text(f"Préparer la présentation ({many})")
    page.get_by_role("link", name=f"Présenter ({many})").click()
    expect(page.locator("article[data-shown] .comment")).to_have_text("À dire d'abord.")
