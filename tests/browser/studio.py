"""How does a test make pictures as the menu « Exporter » does, many on one page?"""

from __future__ import annotations

import json

from dashboard.web.picture_caption import picture_caption
from playwright.sync_api import Page
from plotly.utils import PlotlyJSONEncoder

from dashboard.exhibit import Exhibit
from tests.browser.figure_words import figure_of
from tests.browser.modules import called


def emptied(page: Page) -> Page:
    """A page that only draws: with its own charts on it, a text takes three times as long to be measured."""
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.evaluate("() => document.getElementById('react-entry-point').remove()")
    return page


def pictures(studio: Page, exhibits: list[Exhibit]) -> list[str]:
    """The SVG of each exhibit, as the menu saves it."""
    cards = [(picture_caption(exhibit), figure_of(exhibit)) for exhibit in exhibits]
    drawn: list[str] = called(
        studio,
        "charts/picture.js",
        """async (picture, cards) => {
          const pictures = [];
          for (const [caption, figure] of JSON.parse(cards)) {
            pictures.push((await picture.compose(caption, figure)).text);
          }
          return pictures;
        }""",
        json.dumps(cards, cls=PlotlyJSONEncoder),
    )
    return drawn
