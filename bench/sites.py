"""Which two pages are measured side by side, and where on each does one click?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, Page

from bench.selections import CODEBOOK
from dashboard.ingest.reference.codebook import read_codebook
from tools.entered import Entry, entered
from tools.served import served

FILTERS = tuple(read_codebook(CODEBOOK).filters.order)
"""The filters that both pages have, in their order, which is the same."""


@dataclass(frozen=True)
class Site:
    """One of the two: its name, where it is served, what its paths end with, and how its parts are found.

    `lists` finds the lists of filters, `chip` what takes a filter off: `{parameter}` and `{place}` name the filter.
    """

    name: str
    address: str
    lists: str
    chip: str
    path_end: str = ""
    entry: Entry | None = None

    def open(self, page: Page, path: str) -> None:
        """Has `page` show that of `path`; of tables that nobody sees without a login, as somebody who has."""
        if self.entry:
            self.entry.give(page.context, self.address)
        page.goto(self.url(path))

    def url(self, path: str) -> str:
        """Where the page of that path is."""
        return f"{self.address}{path.rstrip('/')}{self.path_end or ('' if path != '/' else '/')}"

    def list_of(self, page: Page, name: str) -> Locator:
        """The button that opens the list of a filter."""
        return page.locator(self.lists).nth(FILTERS.index(name))

    def chip_of(self, page: Page, name: str, parameter: str) -> Locator:
        """What takes the filter off."""
        return page.locator(self.chip.format(parameter=parameter, place=FILTERS.index(name)))


@contextmanager
def both(data: Path | None = None) -> Iterator[tuple[Site, Site]]:
    """The dashboard and the plain page, served as in production on the same tables: ours, then plain Dash."""
    with (
        TemporaryDirectory() as made,
        _ours(Path(made) / "ours.txt", data) as (ours, entry),
        served(Path(made) / "plain.txt", data=data, app="bench.plain.app:server") as plain,
    ):
        yield (
            Site(
                "ours",
                ours,
                ".filters .dash-dropdown-wrapper > button",
                'button.chip[data-remove="{parameter}"]',
                entry=entry,
            ),
            Site(
                "plain",
                plain,
                ".dash-dropdown-wrapper > button",
                "#filter-{place} .dash-dropdown-clear",
                "/",
            ),
        )


@contextmanager
def _ours(log: Path, data: Path | None) -> Iterator[tuple[str, Entry | None]]:
    if data is None:
        with served(log) as address:
            yield address, None
    else:
        with entered(log, data=data) as place:
            yield place
