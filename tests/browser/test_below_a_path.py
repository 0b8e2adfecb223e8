"""Does everything work where a reverse proxy serves the dashboard below a path, and does nothing leave that path?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.journeys import click_region, parameters, shows, visit
from tests.browser.proxy import free_port, proxied
from tools.entered import Entry, entered

if TYPE_CHECKING:
    from tests.browser.conftest import Network

ROOT = "/observatoire"
SETTINGS = {"DASHBOARD_PATH": f"{ROOT}/", "DASHBOARD_PROXIES": "1"}


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Entry]]:
    """Where the proxy is reached, and what lets a reader in."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    port = free_port()
    settings = SETTINGS | {"DASHBOARD_HOSTS": f"127.0.0.1:{port}"}
    with (
        entered(log, "--workers", "1", settings=settings) as (inner, entry),
        proxied(inner, port) as outer,
    ):
        yield outer, entry


@pytest.fixture(scope="module")
def observatory(behind: tuple[str, Entry]) -> str:
    """Where the proxy is reached."""
    return behind[0]


@pytest.fixture
def page(
    new_context: Callable[..., BrowserContext],
    network: Network,
    behind: tuple[str, Entry],
) -> Iterator[Page]:
    """A page that fails the test where it asks for anything that is not below the path."""
    network.address = observatory = behind[0]
    context = new_context(accept_downloads=True)
    behind[1].give(context, observatory)
    page = context.new_page()
    yield page
    asked = [url for url in network.requests if urlsplit(url).scheme.startswith("http")]
    assert asked
    assert [url for url in asked if not url.startswith(f"{observatory}/")] == []


def path(page: Page) -> str:
    return urlsplit(page.url).path


def test_filters_pages_places_and_the_way_back_stay_below_the_path(
    page: Page, observatory: str
) -> None:
    visit(page, f"{observatory}/")
    click_region(page, "Bretagne")
    page.wait_for_url("**/?region=bretagne")
    shows(page, 38)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Devenir").click()
    expect(page.locator("#emploi .chart, #emploi .canvas").first).to_be_visible()
    assert path(page) == f"{ROOT}/devenir"
    assert parameters(page) == {"region": "bretagne"}
    expect(page.get_by_role("link", name="Devenir")).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Glossaire").click()
    page.wait_for_url(f"**{ROOT}/enquete?region=bretagne#glossaire")
    page.go_back()
    page.go_back()
    page.wait_for_url(f"{observatory}/?region=bretagne")
    shows(page, 38)


def test_a_presentation_is_collected_shown_left_and_taken_away(
    page: Page, observatory: str
) -> None:
    visit(page, f"{observatory}/?genre=F")
    page.locator("#statut [data-add]").click()
    expect(page.locator("#statut .message")).to_contain_text("Ajouté")
    page.get_by_role("link", name=re.compile("^Présenter")).click()
    expect(page.locator("#screen-place")).to_contain_text("1 / 1")
    assert path(page) == f"{ROOT}/presentation"
    page.keyboard.press("Escape")
    expect(page.locator("#carte")).to_be_visible()
    assert path(page) == f"{ROOT}/"
    page.locator("#tray summary").click()
    with page.expect_download() as taken:
        page.locator("[data-tray=download]").click()
    with ZipFile(BytesIO(Path(taken.value.path()).read_bytes())) as deck:
        links = "".join(
            deck.read(name).decode() for name in deck.namelist() if name.endswith(".rels")
        )
    assert re.search(f"{re.escape(observatory)}/\\?genre=F&amp;version=[0-9a-f]+#statut", links)


def test_a_file_of_a_view_is_taken_away(page: Page, observatory: str) -> None:
    visit(page, f"{observatory}/?genre=F")
    page.locator("#statut summary", has_text="Exporter").click()
    with page.expect_download() as taken:
        page.locator("#statut [data-export=csv]").click()
    assert taken.value.suggested_filename.startswith("statut-")


def test_the_document_of_a_region_is_drawn_and_leads_back(page: Page, observatory: str) -> None:
    page.goto(f"{observatory}/fiche?region=bretagne")
    page.wait_for_selector("body[data-drawn]")
    page.get_by_role("link", name="Tableau de bord").click()
    shows(page, 38)
    assert path(page) == f"{ROOT}/territoires"


def test_a_question_of_a_page_that_stayed_open_is_answered(page: Page, observatory: str) -> None:
    visit(page, f"{observatory}/")
    with page.expect_response(re.compile(f"{re.escape(observatory)}/healthz")):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#replaced")).to_have_count(0)
