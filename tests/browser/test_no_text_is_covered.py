"""On which page is a text of a card cut, or written over another: with few years and many, on screens and phones?

`make test` takes a sample; `make soak` goes over every page, width, number of cohorts, day and night.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.boxes import drawn_at_once, faults
from tests.browser.screens import opened
from tests.support.examples import PROFILE
from tests.support.more_cohorts import folder_of
from tools.entered import Entry, entered

PAGES = (
    *("/", "/territoires", "/beneficiaires", "/formations", "/devenir", "/apports", "/enquete"),
    "/comparer?b.genre=F",
)
HEIGHTS = {1280: 800, 1366: 768, 1440: 900, 1920: 1080, 390: 844}
DEMONSTRATION = 5
COHORTS = (DEMONSTRATION, 6, 8, 10, 20)

SAMPLE = [
    (DEMONSTRATION, 1280, "/"),
    (DEMONSTRATION, 390, "/formations"),
    (20, 1440, "/territoires"),
    (20, 390, "/beneficiaires"),
]
CASES = (
    [(many, width, path) for many in COHORTS for width in HEIGHTS for path in PAGES]
    if PROFILE == "soak"
    else SAMPLE
)


Place = tuple[str, Entry | None]


@pytest.fixture(scope="module")
def places(base_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Place]]:
    """Where the dashboard serves the tables of each number of cohorts, and what lets a reader in."""
    folder = tmp_path_factory.mktemp("cohorts")
    wanted = {many for many, _, _ in CASES} - {DEMONSTRATION}
    with ExitStack() as stack:
        yield {DEMONSTRATION: (base_url, None)} | {
            many: stack.enter_context(
                entered(folder / f"{many}.txt", "--workers", "1", data=folder_of(many))
            )
            for many in sorted(wanted)
        }


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(locale="fr-FR")
    yield page
    page.close()


@pytest.mark.parametrize(("many", "width", "path"), CASES)
def test_no_text_is_cut_or_covered(
    many: int, width: int, path: str, reader: Page, places: dict[int, Place]
) -> None:
    reader.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    address, entry = places[many]
    if entry:
        entry.give(reader.context, address)
    opened(reader, f"{address}{path}")
    expect(reader.locator("#filters-to-come, [data-asking]")).to_have_count(0)
    drawn_at_once(reader)
    for scheme in ("light", "dark") if PROFILE == "soak" else ("light",):
        reader.emulate_media(color_scheme=scheme)
        assert faults(reader) == []


COVERED = """() => {
  const article = document.querySelector("article");
  const canvas = article.querySelector(".canvas");
  for (const left of [10, 20, canvas.clientWidth - 5]) {
    const text = document.createElement("p");
    text.textContent = "Essai";
    Object.assign(text.style, { position: "absolute", left: `${left}px`, top: "40px", margin: "0", width: "60px" });
    canvas.append(text);
  }
}"""


def test_what_is_cut_or_covered_is_found(reader: Page, base_url: str) -> None:
    opened(reader, f"{base_url}/apports")
    assert faults(reader) == []
    reader.evaluate(COVERED)
    found = faults(reader)
    assert any("overlap" in fault for fault in found)
    assert any("is cut" in fault for fault in found)
