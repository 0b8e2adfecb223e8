"""What does a reader have before the scripts come, and if they come late or not at all?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.journeys import parameters, shows, visit

if TYPE_CHECKING:
    from tests.browser.conftest import Network

LATE_MS = 3000


def test_the_page_answers_however_late_a_module_comes(page: Page) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(LATE_MS)
        route.continue_()

    page.route(re.compile(r"/scripts/question\.js$"), late)
    visit(page, "/?genre=F")
    shows(page, 543)
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 1044)


@pytest.fixture
def held(page: Page) -> list[Route]:
    """A module that does not come before its route is let go on, in a page that is there without it."""
    routes: list[Route] = []

    def hold(route: Route) -> None:
        routes.append(route)

    question = re.compile(r"/scripts/question\.js$")
    page.route(question, hold)
    with page.expect_request(question):
        page.goto("/?genre=F", wait_until="commit")
    return routes


def test_a_button_pressed_before_the_scripts_come_is_answered_when_they_do(
    page: Page, held: list[Route]
) -> None:
    page.get_by_role("button", name="Retirer le filtre").click()
    shows(page, 543)
    held[0].continue_()
    shows(page, 1044)


def test_a_position_chosen_before_the_scripts_come_is_answered_when_they_do(
    page: Page, held: list[Route]
) -> None:
    chosen = page.get_by_label("Indicateur").select_option(index=1)
    held[0].continue_()
    page.wait_for_url(f"**/?genre=F&*={chosen[0]}")


def test_an_address_that_changes_before_the_scripts_come_is_not_written_over(
    page: Page, held: list[Route]
) -> None:
    # The page was sent for another one, which it would write in its best form: `genre=F`.
    page.evaluate("history.replaceState({}, '', '/?genre=H')")
    held[0].continue_()
    shows(page, 501)
    assert parameters(page) == {"genre": "H"}


def test_title_filters_key_figures_and_charts_are_there_before_any_script(
    page: Page, network: Network
) -> None:
    network.expect("Failed to load resource")
    page.route(re.compile(r"\.js(\?|$)"), lambda route: route.abort())
    page.goto("/?genre=F", wait_until="commit")
    expect(page.locator("#headline")).to_contain_text("Femmes : 543 bénéficiaires")
    expect(page.locator("#filters-to-come")).to_contain_text("Tranche d'âge")
    expect(page.locator("#chiffres-cles .tile").first).to_contain_text("543")
    for view in ("carte", "statut", "csp", "secteur"):
        expect(page.locator(f"#{view} svg.chart")).to_be_visible()


def test_a_page_whose_modules_do_not_come_says_so(page: Page, network: Network) -> None:
    network.expect("Failed to load resource")
    network.expect("Failed to fetch dynamically imported module")
    page.route(re.compile(r"/scripts/question\.js$"), lambda route: route.abort())
    page.goto("/")
    expect(page.locator("#messages")).to_contain_text("rechargez la page")


def test_a_page_whose_filters_do_not_come_says_so(page: Page, network: Network) -> None:
    network.expect("Failed to load resource")
    network.expect("not loaded")
    network.expect("DashContext")  # Another of Dash's scripts misses it.
    page.route(re.compile(r"dash_renderer"), lambda route: route.abort())
    page.goto("/")
    expect(page.locator("#messages")).to_contain_text("rechargez la page")


def test_charts_are_drawn_once_our_font_is_there(page: Page) -> None:
    visit(page)
    faces = page.evaluate("[...document.fonts].map((face) => [face.weight, face.status])")
    assert sorted(faces) == [["400", "loaded"], ["600", "loaded"], ["700", "loaded"]]


def test_files_are_kept_for_good_and_scripts_are_no_others(page: Page) -> None:
    answers: list[tuple[str, str]] = []
    page.on("response", lambda r: answers.append((r.url, r.headers.get("cache-control", ""))))
    page.goto("/")
    page.wait_for_selector("article")
    ours = [(url, kept) for url, kept in answers if "/files/" in url]
    assert ours
    assert all("immutable" in kept for _, kept in ours)
    assert not [url for url, _ in answers if "/assets/" in url and url.endswith((".js", ".css"))]
