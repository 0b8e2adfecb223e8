"""Does a page, and a picture taken from it, run nothing and stay whole, whatever the codebook calls its categories?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext

from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.browser.conftest import Network
from tests.browser.screens import opened
from tests.browser.studio import emptied, pictures
from tests.outputs.taken import composed, hostile_publication
from tools.served import served

WIDTH = 1440
RUNNING = {"script", "image", "img", "foreignObject", "iframe"}
"""Elements by which a picture would run or load something."""


@pytest.fixture(scope="module")
def hostile_book(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return hostile_publication(tmp_path_factory.mktemp("codebook"))


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard of such a codebook is served."""
    log = tmp_path_factory.mktemp("hostile") / "log.txt"
    with served(log, "--workers", "1", app="tests.browser.hostile_app:server") as address:
        yield address


@pytest.fixture
def context(browser: Browser, hostile_address: str) -> Iterator[BrowserContext]:
    """A context that fails its test where a page of it complains or asks another host."""
    context = browser.new_context(
        base_url=hostile_address, viewport={"width": WIDTH, "height": 900}
    )
    network = Network(hostile_address)
    network.watch(context)
    yield context
    context.close()
    assert network.complaints() == []


@pytest.mark.parametrize("path", ["/", "/territoires", "/devenir", "/enquete"])
def test_no_label_runs_on_a_page_or_widens_it(path: str, context: BrowserContext) -> None:
    page = context.new_page()
    opened(page, path)
    page.locator("[data-table]").first.click()
    assert page.evaluate("() => [window.hacked, document.querySelectorAll('img').length]") == [
        None,
        0,
    ]
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator(".graph a").count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= WIDTH


def test_no_label_runs_in_a_picture_or_breaks_it(
    context: BrowserContext, hostile_book: Publication
) -> None:
    page = context.new_page()
    page.goto("/apports")
    studio = emptied(page)
    exhibits = [composed(name, "promotion=2013-2014", hostile_book) for name in views()]
    for exhibit, text in zip(exhibits, pictures(studio, exhibits), strict=True):
        picture = etree.fromstring(text.encode())
        names = {etree.QName(element).localname for element in picture.iter(etree.Element)}
        assert not names & RUNNING, exhibit.view.name
        attributes = [
            pair for element in picture.iter(etree.Element) for pair in element.attrib.items()
        ]
        assert not [name for name, _ in attributes if name.startswith("on")], exhibit.view.name
        assert not [value for _, value in attributes if "javascript" in value], exhibit.view.name
    assert page.evaluate("() => window.hacked") is None
