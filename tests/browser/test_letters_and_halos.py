"""Does every letter on a chart differ from its halo, on pages by day and by night, and in pictures?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from dashboard.outputs.layout.contrast import luminance
from dashboard.outputs.svg.picture import left_to_browser
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.browser.screens import opened
from tests.browser.studio import emptied, pictures
from tests.browser.test_absences_by_night import light
from tests.outputs.halos import veiled
from tests.outputs.taken import composed

READS = 4.5

HALOED = """() => [...document.querySelectorAll(".canvas text")].flatMap((text) => {
  const runs = text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text];
  return runs.filter((run) => run.textContent.trim()).flatMap((run) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(run);
    return stroke === "none" || parseFloat(strokeWidth) === 0 ? [] : [[run.textContent, fill, stroke]];
  });
})"""

FILLS = """(name) => [...document.querySelectorAll(`#carte .legend .${name}`)].map((square) => {
  const { fill, fillOpacity } = getComputedStyle(square);
  return [fill, Number(fillOpacity), getComputedStyle(document.querySelector("article")).backgroundColor];
})"""


def contrast(colour: str, other: str) -> float:
    darker, lighter = sorted((light(colour), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/territoires", "/formations"])
def test_letters_read_on_their_halo(
    page: Page, path: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    opened(page, path)
    haloed = page.evaluate(HALOED)
    assert haloed or (path == "/territoires" and scheme == "light")
    assert [words for words, fill, stroke in haloed if contrast(fill, stroke) < READS] == []


def test_by_night_a_map_is_the_darker_the_fewer_there_are(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, "/")
    seen = {name: page.evaluate(FILLS, name) for name in ("empty", "c0", "c1", "c2", "c3", "c4")}
    shades = [
        light(fill, over=card, seen=opacity)
        for listed in seen.values()
        for fill, opacity, card in listed
    ]
    assert len(shades) == len(seen)
    assert shades == sorted(shades)
    (_, _, card), *_ = seen["c0"]
    assert light(card) < shades[0]
    assert shades[1] < luminance("#808080") < shades[-1]


@pytest.fixture(scope="module")
def studio(browser: Browser, base_url: str) -> Iterator[Page]:
    page = browser.new_page(locale="fr-FR", color_scheme="dark")
    page.goto(f"{base_url}/apports")
    yield emptied(page)
    page.close()


def test_no_halo_hides_the_letters_of_a_picture_that_is_taken_by_night(
    studio: Page, publication: Publication
) -> None:
    exhibits = [composed(name, "", publication) for name in views()]
    listed = [exhibit for exhibit in exhibits if left_to_browser(exhibit)]
    drawn = pictures(studio, listed)
    hidden = {e.view.name: veiled(text.encode()) for e, text in zip(listed, drawn, strict=True)}
    assert any('aria-hidden="true"' in text for text in drawn)
    assert {name: words for name, words in hidden.items() if words} == {}
