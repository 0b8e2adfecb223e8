"""What does a user do on a page, in the words of a test?"""

from __future__ import annotations

import csv
import re
from io import StringIO
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect


def visit(page: Page, path: str = "/") -> None:
    """Opens `path` and waits until the map and the lists of filters are drawn."""
    page.goto(path)
    page.wait_for_selector("#carte svg.chart, #carte .empty")
    page.wait_for_selector("#filters-to-come", state="detached")


def parameters(page: Page) -> dict[str, str]:
    """The address's parameters."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def shows(page: Page, people: int) -> None:
    """Waits until the sentence above the page tells `people` beneficiaries."""
    expect(page.locator("#headline")).to_have_text(
        re.compile(rf": {people:,} bénéficiaires?$".replace(",", "\u202f"))
    )


def click_region(page: Page, name: str) -> None:
    """Clicks inside a region of the map."""
    page.locator(f'#carte [data-mark][aria-label^="{name}"]').click()


def choice(page: Page, label: str) -> Locator:
    """The choice called `label` of the list of filters that is open; it also tells how many people it keeps."""
    return page.get_by_role("option", name=re.compile(rf"^{re.escape(label)}(?: [\d\u202f]+)?$"))


def node(page: Page, view: str, label: str) -> Locator:
    """The first node of a flow diagram whose name begins with `label`."""
    return page.locator(f'#{view} .node[aria-label^="{label}"]').first


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file of ours, by the names of its columns."""
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))
