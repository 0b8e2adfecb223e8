"""What does a user do on a page, in the words of a test?"""

from __future__ import annotations

import csv
import re
from io import StringIO
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect


def visit(page: Page, path: str = "/") -> None:
    """Opens `path` and waits until the map and the status diagram are drawn."""
    page.goto(path)
    page.wait_for_selector("#carte .js-plotly-plot .scatterlayer, #carte .empty")
    page.wait_for_selector("#statut .sankey-node, #statut .empty")


def parameters(page: Page) -> dict[str, str]:
    """The address's parameters."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def shows(page: Page, people: int) -> None:
    """Waits until the sentence above the page tells `people` beneficiaries."""
    expect(page.locator("#headline")).to_have_text(
        re.compile(rf": {people:,} bénéficiaires?$".replace(",", "\u202f"))
    )


def click_region(page: Page, name: str) -> None:
    """Clicks inside a region, where its circle stands."""
    point = page.evaluate(
        """(name) => {
          const graph = document.querySelector('#carte .js-plotly-plot');
          const region = graph.data.findIndex((trace) => trace.name === name);
          const trace = graph.data[region];
          const xs = trace.x.filter((v) => v !== null), ys = trace.y.filter((v) => v !== null);
          const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
          const box = graph.getBoundingClientRect();
          const { xaxis, yaxis, _size } = graph._fullLayout;
          return [box.left + xaxis._offset + xaxis.l2p(mean(xs)),
                  box.top + yaxis._offset + yaxis.l2p(mean(ys))];
        }""",
        name,
    )
    page.mouse.move(*point)
    page.wait_for_timeout(150)
    page.mouse.click(*point)


def node(page: Page, view: str, label: str) -> tuple[float, float]:
    """The middle of a Sankey node, by the start of its label."""
    middle = page.evaluate(
        """([view, label]) => {
          const nodes = [...document.querySelectorAll(`#${view} .sankey-node`)];
          const index = nodes.findIndex((n) => n.textContent.startsWith(label));
          const box = nodes[index].querySelector('.node-rect').getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }""",
        [view, label],
    )
    return middle[0], middle[1]


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file of ours, by the names of its columns."""
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))
