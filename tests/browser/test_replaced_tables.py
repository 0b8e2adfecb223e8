"""Is the reader of a tab told that another version is shown, offered it, and never shown a mixture of both?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.datasets.store import Store
from tests.browser.conftest import Network
from tests.browser.journeys import shows, visit
from tests.support.stores import published, show_a_broken_version, tables
from tools.entered import Entry, entered

REPLACED = re.compile("Les données ont été remplacées depuis l'ouverture de cette page")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two versions; the first is shown when a test begins."""
    folder = tmp_path_factory.mktemp("store")
    store = Store(folder / "store")
    for i in range(2):
        published(store, tables(folder / str(i), without=i))
    return store


@pytest.fixture(scope="module")
def versions(store: Store) -> tuple[str, str]:
    first, second = (manifest.version for manifest in store.manifests())
    return first, second


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory, store: Store) -> Iterator[tuple[str, Entry]]:
    """Where the current version of the store is served, by one worker: `python -m bench renewal` has several."""
    log = tmp_path_factory.mktemp("renewed") / "log.txt"
    with entered(log, "--workers", "1", data=store.folder) as place:
        yield place


@pytest.fixture
def context(
    browser: Browser, renewed: tuple[str, Entry], store: Store, versions: tuple[str, str]
) -> Iterator[BrowserContext]:
    """A context whose pages show the first version, and which fails its test where one of them complains."""
    address, entry = renewed
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    entry.give(context, address)
    network = Network(address)
    network.watch(context)
    show(context.new_page(), store, versions[0])
    yield context
    context.close()
    assert network.complaints() == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def show(page: Page, store: Store, version: str) -> None:
    """The store's pointer names `version`, and the worker has come to show it: `/healthz` waits for it."""
    if store.current() != version:
        store.show(version)
    told = page.request.get(f"/healthz?version={version}").json()
    assert told["data_version"] == version


def come_back(page: Page) -> None:
    """Somebody comes back to the tab."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def foot(page: Page) -> str:
    return page.locator(".foot").inner_text()


def choose_women(page: Page) -> None:
    page.evaluate(
        "window.history.pushState({}, '', '/?genre=F'); dispatchEvent(new PopStateEvent('popstate'))"
    )


def test_who_comes_back_to_the_tab_is_told_and_may_have_the_new_version(
    page: Page, store: Store, versions: tuple[str, str]
) -> None:
    first, second = versions
    visit(page, "/?genre=F#statut")
    assert first in foot(page)
    show(page, store, second)
    come_back(page)
    told = page.locator("#replaced")
    expect(told).to_contain_text(REPLACED)
    # It is for the reader to say when: somebody may be speaking.
    assert first in foot(page)
    with page.expect_navigation():
        told.get_by_role("button", name="Recharger la page").click()
    page.wait_for_url("**/?genre=F")
    shows(page, 543)
    assert second in foot(page)
    expect(page.locator("#replaced")).to_have_count(0)
    expect(page.locator("#messages")).not_to_contain_text("Ce lien vient")
    # And back again, the same way.
    show(page, store, first)
    come_back(page)
    expect(page.locator("#replaced")).to_contain_text(REPLACED)


def test_a_new_filter_is_answered_by_the_new_version_alone_once_the_reader_wants_it(
    page: Page, store: Store, versions: tuple[str, str]
) -> None:
    first, second = versions
    visit(page)
    show(page, store, second)
    choose_women(page)
    told = page.locator("#replaced")
    expect(told).to_contain_text(REPLACED)
    shows(page, 1044)
    assert first in foot(page)
    with page.expect_navigation():
        told.get_by_role("button", name="Recharger la page").click()
    page.wait_for_url("**/?genre=F")
    shows(page, 543)
    assert second in foot(page)


def test_a_presentation_is_left_alone(page: Page, store: Store, versions: tuple[str, str]) -> None:
    page.goto("/presentation")
    page.wait_for_selector("#filters-to-come", state="detached")
    show(page, store, versions[1])
    come_back(page)
    expect(page.locator("#replaced")).to_contain_text(REPLACED)
    assert page.locator("#page").get_attribute("data-version") == versions[0]


def test_a_broken_version_is_no_matter_of_the_reader_s(
    page: Page, store: Store, versions: tuple[str, str]
) -> None:
    visit(page)
    broken = show_a_broken_version(store)
    expect(page.locator("body")).to_be_visible()
    page.wait_for_function(
        "async (broken) => { const told = await (await fetch('/healthz')).json();"
        " return told.renewal.state === 'refused' && told.renewal.published === broken; }",
        arg=broken,
    )
    choose_women(page)
    shows(page, 543)
    with page.expect_response("**/healthz*"):
        come_back(page)
    expect(page.locator("#replaced")).to_have_count(0)


def test_a_tab_of_the_version_that_is_shown_is_told_nothing(page: Page) -> None:
    visit(page)
    with page.expect_response("**/healthz*"):
        come_back(page)
    expect(page.locator("#replaced")).to_have_count(0)


def test_a_copied_link_says_from_which_version_and_one_of_another_is_told(
    page: Page, store: Store, versions: tuple[str, str], context: BrowserContext
) -> None:
    first, second = versions
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, "/?genre=F")
    page.locator("#statut summary", has_text="Exporter").click()
    page.locator("#statut [data-export=link]").click()
    expect(page.locator("#statut .message")).to_contain_text("Lien copié")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith(f"/?genre=F&version={first}#statut")
    # Of the version that is shown it says nothing, and leaves the address.
    visit(page, link)
    page.wait_for_url("**/?genre=F")
    expect(page.locator("#messages")).not_to_contain_text("Ce lien vient")
    show(page, store, second)
    visit(page, link)
    told = page.locator("#messages")
    expect(told).to_contain_text(f"Ce lien vient de la version {first} des données, du 31 octobre")
    expect(told).to_contain_text(f"version actuelle, {second}")
    shows(page, 543)
    # Links within the site are of no version, and the next choice is about what is shown.
    assert "version=" not in str(page.locator("a.page-link").nth(1).get_attribute("href"))
    page.get_by_role("button", name="Retirer le filtre Genre").click()
    shows(page, 1044)
    assert "version" not in page.url
    expect(told).not_to_contain_text("Ce lien vient")
