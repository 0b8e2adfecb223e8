"""Does the picture of every view hold, in thirty selections, the words of the page and its values, to the unit?

One page is loaded, and makes a picture of each figure as its own menu would. Measured: 30 s of one core in all.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree
from lxml.etree import _Element
from playwright.sync_api import Browser, Page

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.svg.picture import left_to_browser
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.browser.figure_words import bared, figure_of, words_of
from tests.browser.studio import emptied, pictures
from tests.outputs.taken import composed
from tests.outputs.thirty import searches
from tests.outputs.written import strangers

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def studio(browser: Browser, base_url: str) -> Iterator[Page]:
    page = browser.new_page(locale="fr-FR")
    page.goto(f"{base_url}/apports")
    yield emptied(page)
    page.close()


@pytest.mark.parametrize("name", views())
def test_a_picture_holds_the_words_and_values_of_the_page(
    name: str, studio: Page, publication: Publication
) -> None:
    listed = list(searches(name, publication))
    exhibits = [composed(name, search, publication) for search in listed]
    drawn = pictures(studio, exhibits)
    for search, exhibit, text in zip(listed, exhibits, drawn, strict=True):
        picture = etree.fromstring(text.encode())
        assert not list(picture.iter(f"{SVG}image")), search
        assert bared(["".join(words(picture, f"{SVG}text"))]) == bared(["".join(around(exhibit))])
        charted = bared(words(picture, f"{SVG}svg//{SVG}text"))
        if exhibit.caption.nothing:
            assert not charted, search
        else:
            assert charted, search
            assert strangers(exhibit) == [], search
        if left_to_browser(exhibit):
            assert charted == words_of(figure_of(exhibit)), search


def words(picture: _Element, path: str) -> list[str]:
    """The texts of an SVG that stand at `path`, in their order, without those that are only halos of others."""
    read = (text for text in picture.iterfind(path) if text.get("aria-hidden") is None)
    return ["".join(text.itertext()) for text in read]


def around(exhibit: Exhibit) -> Iterator[str]:
    """What the picture says beside the chart: title, selection, Champ, Lecture, source, notes, date, the rules kept."""
    caption = exhibit.caption
    yield from (caption.title, caption.selection)
    yield caption.nothing
    yield from (f"{name} : {text}" for name, text in caption.lines)
    yield from caption.notes
    yield caption.dated
    yield exhibit.disclosure
