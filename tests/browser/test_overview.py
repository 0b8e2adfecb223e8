"""Do filters, clicks, links and the address stay one thing on the overview?"""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests.browser.journeys import choice, click_region, node, parameters, shows, visit


def test_the_page_opens_on_everybody(overview: Page) -> None:
    shows(overview, 1044)
    for view in ("chiffres-cles", "carte", "statut", "csp", "secteur"):
        expect(overview.locator(f"article#{view} h2")).not_to_be_empty()
    expect(overview.locator("body")).to_contain_text("synthétiques")


def test_key_figures_tell_champ_lecture_and_source(overview: Page) -> None:
    for term in ("champ", "lecture", "source"):
        expect(overview.locator(f"#chiffres-cles .{term}")).to_be_visible()


def test_a_filter_chosen_in_its_list_narrows_every_exhibit(page: Page) -> None:
    visit(page)
    before = page.locator("#chiffres-cles").bounding_box()
    assert before is not None
    page.locator("#filters .filter", has_text="Genre").locator("button").first.click()
    choice(page, "Femmes").click()
    page.keyboard.press("Escape")
    expect(page.locator("#headline")).to_contain_text("Femmes")
    assert parameters(page) == {"genre": "F"}
    after = page.locator("#chiffres-cles").bounding_box()
    assert after is not None
    assert after["y"] == before["y"]  # The chip moves nothing.
    page.get_by_role("button", name="Retirer le filtre Genre : Femmes").click()
    shows(page, 1044)
    assert parameters(page) == {}


def test_a_click_on_a_region_filters_and_a_second_click_takes_it_off(page: Page) -> None:
    visit(page)
    click_region(page, "Pays de la Loire")
    shows(page, 243)
    assert parameters(page) == {"region": "pays-de-la-loire"}
    page.wait_for_timeout(400)
    click_region(page, "Pays de la Loire")
    shows(page, 1044)


@pytest.mark.parametrize("key", ["Control", "Shift", "Meta"])
def test_regions_are_kept_beside_each_other_with_a_key_held(
    page: Page, key: Literal["Control", "Shift", "Meta"]
) -> None:
    visit(page, "/?region=alsace")
    bretagne = page.locator('#carte [data-mark][aria-label^="Bretagne"]').first
    bretagne.hover()
    expect(page.locator(".tip .hint")).to_have_text("Ctrl ou Maj + clic\u00a0: garder aussi")
    bretagne.click(modifiers=[key])
    shows(page, 166)
    page.wait_for_url("**/?region=alsace,bretagne")
    page.locator("#headline").hover()
    alsace = page.locator('#carte [data-mark][aria-label^="Alsace"]').first
    alsace.hover()
    expect(page.locator(".tip .hint")).to_have_text("Ctrl ou Maj + clic\u00a0: retirer seul")
    alsace.click(modifiers=[key])
    shows(page, 38)
    assert parameters(page) == {"region": "bretagne"}
    assert page.evaluate("String(getSelection())") == ""


def test_regions_are_kept_beside_each_other_by_keyboard(page: Page) -> None:
    visit(page, "/?region=alsace")
    page.locator("#carte .actions button").last.focus()
    page.locator("#carte svg.chart [data-mark]").first.evaluate("(mark) => mark.focus()")
    bretagne = page.locator('#carte [data-mark][aria-label^="Bretagne"]').first
    bretagne.focus()
    expect(page.locator(".tip .hint")).to_have_text("Ctrl ou Maj + Entrée\u00a0: garder aussi")
    page.keyboard.press("Control+Enter")
    shows(page, 166)
    assert parameters(page) == {"region": "alsace,bretagne"}
    page.keyboard.press("Shift+Enter")
    shows(page, 128)
    page.keyboard.press("Enter")
    shows(page, 38)


def test_a_click_on_a_sankey_node_keeps_the_people_who_took_that_path(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    node(page, "statut", "En recherche").click()
    shows(page, 68)  # study, annexe III a
    assert parameters(page)["situation.T1"] == "en-recherche-d-emploi"
    expect(page.locator("#chiffres-cles .tile").first).to_contain_text("68")
    page.wait_for_timeout(400)
    node(page, "statut", "En recherche").click()
    shows(page, 245)


def test_a_ribbon_keeps_both_ends(page: Page) -> None:
    visit(page, "/?promotion=2013-2014")
    ribbon = page.locator("#csp .ribbon[data-target]").first
    ribbon.dispatch_event("click")
    page.wait_for_url("**/*csp.T1=*")
    assert {"csp.T0", "csp.T1"} <= set(parameters(page))


def test_changes_faster_than_answers_end_on_what_the_address_says(page: Page) -> None:
    visit(page, "/?region=alsace")
    shows(page, 128)
    drawn = "() => document.querySelector('#carte svg.chart').outerHTML"
    before = page.evaluate(drawn)
    page.evaluate(
        """() => {
          [...document.querySelectorAll('.choice')]
            .find((button) => button.textContent.includes('13 régions')).click();
          window.history.back();
        }"""
    )
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name="Régions de l'étude")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert page.evaluate(drawn) == before
    assert parameters(page) == {"region": "alsace"}


def test_back_forward_and_reload_bring_the_same_page(page: Page) -> None:
    visit(page, "/?region=alsace")
    shows(page, 128)
    page.get_by_role("button", name="13 régions d'aujourd'hui").click()
    page.wait_for_url("**/*decoupage*")
    page.go_back()
    expect(page.get_by_role("button", name="Régions de l'étude")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.go_forward()
    expect(page.get_by_role("button", name="13 régions d'aujourd'hui")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.reload()
    shows(page, 128)
    expect(page.get_by_role("button", name="13 régions d'aujourd'hui")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_bad_value_is_reported_and_the_rest_of_the_page_works(page: Page) -> None:
    visit(page, "/?genre=X&region=alsace")
    expect(page.locator("#messages")).to_contain_text("La valeur « X » du paramètre « genre »")
    shows(page, 128)
    assert parameters(page)["genre"] == "X"


def test_table_codes_in_an_address_are_rewritten(page: Page) -> None:
    visit(page, "/?region=52")
    shows(page, 243)
    page.wait_for_url("**/?region=pays-de-la-loire")
    expect(page.locator("#filters .filter", has_text="Région")).to_contain_text("Pays de la Loire")


def test_an_empty_selection_explains_itself_and_offers_a_way_out(page: Page) -> None:
    visit(page, "/?promotion=2012-2013&region=alsace")
    shows_nobody = page.locator("#headline")
    expect(shows_nobody).to_contain_text("aucun bénéficiaire")
    page.locator("#carte .empty button").click()
    expect(shows_nobody).not_to_contain_text("aucun bénéficiaire")


def test_a_cohort_that_was_never_surveyed_says_so(page: Page) -> None:
    visit(page, "/?promotion=2012-2013")
    expect(page.locator("#statut .empty")).to_contain_text("hors champ de l'enquête")
    expect(page.locator("#carte svg.chart")).to_be_visible()


def test_the_years_play(page: Page) -> None:
    visit(page)
    page.locator("[data-play]").click()
    expect(page.locator("#carte h2")).to_contain_text("2012-2013")
    expect(page.locator("#carte h2")).to_contain_text("2013-2014", timeout=6000)
    page.locator("[data-play]").click()


def test_the_measure_is_chosen_in_a_list(page: Page) -> None:
    visit(page)
    page.get_by_label("Indicateur").select_option("Part de femmes")
    expect(page.locator("#carte h2")).to_contain_text("Part de femmes")
    assert parameters(page) == {"carte.mesure": "femmes"}


COVERED = """() => [...document.querySelectorAll('.canvas:has(.node)')].flatMap((canvas) => {
  const frame = canvas.getBoundingClientRect();
  const nodes = [...canvas.querySelectorAll('.node')].map((n) => n.getBoundingClientRect());
  return [...canvas.querySelectorAll('svg.chart text')].filter((text) => {
    const box = text.getBoundingClientRect(), middle = (box.top + box.bottom) / 2;
    // A name that is written upright stands in its own node.
    const inside = (n) => box.left >= n.left - 1 && box.right <= n.right + 1;
    return box.width && (box.right > frame.right || nodes.some((n) => !inside(n) &&
      box.right > n.left && box.left < n.right && middle > n.top && middle < n.bottom));
  }).map((text) => text.textContent);
})"""
"""The labels of flow diagrams that a node covers, or the edge of their figure cuts."""


@pytest.mark.parametrize("width", [390, 1024, 1200])
def test_no_label_of_a_sankey_is_covered_by_a_node_or_cut(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, "/?statut.base=interroges&csp.vagues=toutes&secteur.vagues=toutes")
    # The first HTML guesses whether it is on a phone: this one is asked for again, a moment after it is there.
    with suppress(PlaywrightTimeoutError):
        page.wait_for_function(f"() => ({COVERED})().length === 0", timeout=5_000)
    assert page.evaluate(COVERED) == []
