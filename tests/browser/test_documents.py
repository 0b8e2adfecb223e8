"""How are documents printed: how many sheets, is anything cut, is every chart drawn, and can everybody read them?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.cli.fiches.browser import found_browser, pages_of, print_page
from dashboard.cli.fiches.served import served
from dashboard.current import Current
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.web.server import create_app
from tests.browser.access import barriers
from tests.browser.conftest import Network
from tests.support.publications import DATA

LONG_NAME = (
    "Terres australes et antarctiques françaises, Saint-Pierre-et-Miquelon et Wallis-et-Futuna"
)

ROOM = """() => [...document.querySelectorAll('.sheet')].map((sheet) => [
  sheet.scrollHeight <= sheet.clientHeight + 1 && sheet.scrollWidth <= sheet.clientWidth + 1,
  Math.min(...[...sheet.querySelectorAll('.canvas')].map((c) => c.clientHeight)),
  [...sheet.querySelectorAll('.canvas')].every((c) => c.querySelector('svg')),
])"""
"""Of each sheet: does it hold its words, how low is its lowest chart, and is every chart drawn?"""


@pytest.fixture(scope="module")
def far_away(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard is served by a codebook in which Bretagne has a long name."""
    folder = tmp_path_factory.mktemp("codebook")
    for companion in ("budgets.toml", "published-figures.toml"):
        (folder / companion).write_bytes((DATA / companion).read_bytes())
    book = (DATA / "codebook.toml").read_text(encoding="utf-8")
    assert 'label = "Bretagne"' in book
    (folder / "codebook.toml").write_text(
        book.replace('label = "Bretagne"', f'label = "{LONG_NAME}", address = "bretagne"'),
        encoding="utf-8",
    )
    publication = open_publication(DATA / "demonstration", folder, INTERNAL)
    with served(create_app(Current(publication)).server) as address:
        yield address


def _shown(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector("body[data-drawn]")


def _sheets(page: Page, folder: Path) -> int:
    to = folder / "printed.pdf"
    page.pdf(path=str(to), prefer_css_page_size=True)
    return pages_of(to)


@pytest.mark.parametrize("region", ["pays-de-la-loire", "rhone-alpes", "limousin"])
def test_a_region_large_or_small_is_two_sheets_and_nothing_is_cut(
    region: str, page: Page, tmp_path: Path
) -> None:
    _shown(page, f"/fiche?region={region}")
    for holds, lowest, drawn in page.evaluate(ROOM):
        assert (holds, drawn) == (True, True)
        assert lowest >= 70
    assert _sheets(page, tmp_path) == 2


def test_a_region_with_a_long_name_is_two_sheets(
    far_away: str, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    _shown(page, f"{far_away}/fiche?region=bretagne&genre=F&promotion=2015-2016,2016-2017")
    assert LONG_NAME in page.inner_text("h1")
    assert all(holds and drawn for holds, _, drawn in page.evaluate(ROOM))
    assert _sheets(page, tmp_path) == 2
    page.close()


CHARTS = """() => [...document.querySelectorAll('.document-bilan .canvas')].map((canvas) => {
  const box = canvas.getBoundingClientRect(), drawn = canvas.querySelector('svg');
  const chart = drawn ? drawn.getBoundingClientRect() : new DOMRect();
  return [canvas.closest('figure').id, box.height, chart.width > 100,
          chart.left >= box.left - 1 && chart.right <= box.right + 1
          && chart.top >= box.top - 1 && chart.bottom <= box.bottom + 1,
          getComputedStyle(canvas.closest('figure')).breakInside];
})"""
"""Of each chart of the whole study: its figure, its height, whether it is drawn, inside its room, and kept whole."""

PAGE_PX = 268 * 96 / 25.4
"""What the margins leave of the height of a page."""


@pytest.mark.parametrize("search", ["", "?genre=F&region=bretagne"])
def test_the_whole_study_is_drawn_and_no_chart_is_cut(
    search: str, page: Page, tmp_path: Path
) -> None:
    _shown(page, f"/bilan{search}")
    page.emulate_media(media="print")
    charts = page.evaluate(CHARTS)
    assert len(charts) >= 20
    for name, height, drawn, inside, kept in charts:
        assert (name, drawn, inside, kept) == (name, True, True, "avoid")
        assert height < PAGE_PX
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    pages = _sheets(page, tmp_path)
    assert pages >= 20
    # Of a file that is sent by e-mail.
    assert (tmp_path / "printed.pdf").stat().st_size < 8_000_000


def test_everybody_can_read_the_whole_study(page: Page) -> None:
    _shown(page, "/bilan?promotion=2015-2016")
    # What has thousands of elements is looked at on pages: charts, and tables of their numbers.
    page.evaluate("document.querySelectorAll('.annex, .graph > *').forEach((e) => e.remove())")
    assert barriers(page, by_night=False) == []


def test_a_button_opens_the_window_of_printing(page: Page) -> None:
    _shown(page, "/fiche?region=bretagne")
    page.evaluate("window.print = () => { document.title = 'imprimé'; }")
    page.get_by_role("button", name="Imprimer").click()
    assert page.title() == "imprimé"


def test_what_is_not_drawn_yet_is_not_printed(page: Page, tmp_path: Path) -> None:
    _shown(page, "/fiche?region=bretagne")
    page.evaluate("delete document.body.dataset.drawn")
    page.emulate_media(media="print")
    assert not page.locator(".sheet").first.is_visible()
    assert _sheets(page, tmp_path) == 1


def test_everybody_can_read_the_document_of_a_region(page: Page) -> None:
    _shown(page, "/fiche?region=bretagne")
    assert barriers(page, by_night=False) == []


def test_everybody_can_read_which_regions_have_one(page: Page, network: Network) -> None:
    network.expect("400")
    _shown(page, "/fiche")
    assert barriers(page, by_night=False) == []
    page.get_by_role("link", name="Bretagne").click()
    page.wait_for_selector("body[data-drawn]")
    assert page.inner_text("h1").endswith("Bretagne")


def test_a_browser_prints_it_for_a_command(address: str, tmp_path: Path) -> None:
    browser = found_browser()
    if browser is None:
        pytest.skip("no Chrome or Chromium of the system")
    to = tmp_path / "fiche.pdf"
    print_page(browser, f"{address}/fiche?region=bretagne", to, pages=2)
    assert to.read_bytes().startswith(b"%PDF")
