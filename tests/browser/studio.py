"""How does a test make pictures as the menu « Exporter » does, many on one page?"""

from __future__ import annotations

import json

from playwright.sync_api import Page
from plotly.utils import PlotlyJSONEncoder

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.svg.picture import left_to_browser, write_svg
from tests.browser.figure_words import Figure, figure_of
from tests.browser.modules import called


def emptied(page: Page) -> Page:
    """A page that only draws: with its own charts on it, a text takes three times as long to be measured."""
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.evaluate("() => document.getElementById('page').replaceChildren()")
    return page


def pictures(studio: Page, exhibits: list[Exhibit]) -> list[str]:
    """The SVG of each exhibit, as the menu saves it."""
    cards = [(write_svg(exhibit).decode(), _figure_of(exhibit)) for exhibit in exhibits]
    drawn: list[str] = called(
        studio,
        "charts/picture.js",
        """async (picture, cards) => {
          const pictures = [];
          for (const [written, figure] of JSON.parse(cards)) {
            pictures.push(await picture.filled(written, figure));
          }
          return pictures;
        }""",
        json.dumps(cards, cls=PlotlyJSONEncoder),
    )
    return drawn


def _figure_of(exhibit: Exhibit) -> Figure | None:
    """What plotly draws; nothing where the server has drawn the chart."""
    return figure_of(exhibit) if left_to_browser(exhibit) else None
