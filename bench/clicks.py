"""How long from a click to the first exhibit painted, to the last, and until nothing moves, beside plain Dash?

Real clicks, the same on both: options in their lists, a region, a ribbon, a chip (plain Dash: the cross of a list). An
exhibit counts where its chart first changes after the answer; plotly's Sankeys then go on moving until "settled".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.conditions import DESK, Conditions, opened
from bench.plain.site import changing
from bench.report import compare, heading
from bench.selections import CODEBOOK
from bench.sites import Site, both
from dashboard.content.page import OVERVIEW
from dashboard.content.page import Page as Shown
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.outputs.layout.geography import regions
from tools.browser import FLAGS, installed_browser

ROUNDS = 4
HOVER_MS = 400
"""Before a press on a chart, as a hand takes it there: what stands under the pointer is shown by then."""

STARTING_MS = 120_000
"""Plain Dash is busy for 44 s before the page of the survey answers."""

COHORTS = ("2013-2014", "2014-2015", "2015-2016", "2016-2017")
REGIONS = ("pays-de-la-loire", "rhone-alpes", "alsace", "languedoc-roussillon")
"""Regions with enough people for a further filter, and which outline each is."""

MAP, FLOWS = "carte", "statut"

BOOK = read_codebook(CODEBOOK)


@dataclass
class Times:
    """What was measured on one site, in milliseconds; `exhibits`: how many a click repainted."""

    noticed: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    still: list[float] = field(default_factory=list)
    exhibits: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, label: str, seen: dict[str, Any]) -> None:
        """Keeps what the probe saw of one click, if all of it came."""
        if not seen["complete"]:
            self.missed.append(label)
            return
        self.noticed.append(seen["noticed"])
        self.first.append(min(seen["exhibits"]))
        self.last.append(max(seen["exhibits"]))
        self.settled.append(seen["settled"])
        self.still.append(seen["still"])
        self.exhibits.append(float(len(seen["exhibits"])))


def main(
    conditions: Conditions = DESK, data: Path | None = None, only: str = "", title: str = ""
) -> None:
    """Prints the times of every page that filters change, or of the `only` one of that name."""
    with both(data) as (ours, plain), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        heading(f"clicks, {title or conditions.name}")
        for page in changing():
            if only in {"", page.name}:
                _page(browser, (ours, plain), page, conditions)
        browser.close()


def _page(browser: Browser, sites: tuple[Site, Site], shown: Shown, conditions: Conditions) -> None:
    times = {site.name: Times() for site in sites}
    for number in range(ROUNDS):
        ribbon: dict[str, str] = {}
        for site in sites:
            with opened(browser, conditions) as page:
                site.open(page, shown.path)
                ribbon = Round(site, page, number, times[site.name]).run(shown, ribbon)
    first, second = times.values()
    compare(f"{shown.title}: first exhibit", first.first, second.first)
    compare("last exhibit", first.last, second.last)
    compare("settled", first.settled, second.settled)
    compare("settled below the screen, too", first.still, second.still)
    compare("anything at all", first.noticed, second.noticed)
    compare("exhibits repainted", first.exhibits, second.exhibits, "")
    for name, side in times.items():
        if side.missed:
            print(f"\n{name}, no whole answer seen: {', '.join(side.missed)}\n")


@dataclass
class Round:
    """Seven clicks on one page of one site; those of the round of another `number` lead to other selections."""

    site: Site
    page: Page
    number: int
    times: Times

    def run(self, shown: Shown, ribbon: dict[str, str]) -> dict[str, str]:
        """Clicks through the round; the `ribbon` to press, or what the one that was pressed keeps."""
        self.page.wait_for_selector(".headline:not(:empty)", timeout=STARTING_MS)
        self.page.wait_for_timeout(2500)
        age = BOOK.variables["age_band"].categories[self.number].parameter_value
        region = REGIONS[self.number]
        self.option("cohort", COHORTS[self.number])
        self.option("age_band", age)
        self.chip("cohort")
        if shown is OVERVIEW:
            self.region(region)
        else:
            self.option("region", region)
        self.chip("age_band")
        if shown is OVERVIEW:
            ribbon = self.ribbon(ribbon)
        else:
            self.option("executive", "oui" if self.number % 2 else "non")
        self.option("gender", "F" if self.number % 2 else "H")
        return ribbon

    def option(self, name: str, value: str) -> None:
        """Opens a list, and clicks on one of its options."""
        drawer = self.page.locator("details.filters:not([open]) > summary")
        if drawer.count():
            drawer.click()
        self.site.list_of(self.page, name).click()
        option = self.page.locator(f'.dash-dropdown-content label:has(input[value="{value}"])')
        option.scroll_into_view_if_needed()
        self.page.wait_for_timeout(HOVER_MS)
        self.measured(f"option {value}", option.click)
        self.page.keyboard.press("Escape")

    def chip(self, name: str) -> None:
        """Takes a filter off by its chip, or by the cross of its list."""
        chip = self.site.chip_of(self.page, name, BOOK.variables[name].parameter)
        chip.scroll_into_view_if_needed()
        self.measured(f"chip of {name}", chip.click)

    def region(self, value: str) -> None:
        """Clicks into a region of the map."""
        self.close_filters()
        layer = regions(BOOK.layers[0].path)
        by_value = {c.parameter_value: c.code for c in BOOK.variables["region"].categories}
        outline = next(region for region in layer if region.code == by_value[value])
        place = [outline.label_x, outline.label_y]
        spot = self.page.evaluate("(args) => marks.region(...args)", [MAP, value, place])
        self.press(f"region {value}", spot)

    def ribbon(self, wanted: dict[str, str]) -> dict[str, str]:
        """Clicks on the ribbon that keeps what is `wanted`, or on the broadest one."""
        self.close_filters()
        found = self.page.evaluate("(view) => marks.ribbons(view)", FLOWS)
        spot = next((ribbon for ribbon in found if ribbon["target"] == wanted), found[0])
        self.press("ribbon", spot)
        kept: dict[str, str] = spot["target"]
        return kept

    def close_filters(self) -> None:
        """Shuts the drawer of the filters, which covers the charts on a phone."""
        drawer = self.page.locator("details.filters[open] > summary")
        if drawer.is_visible():
            drawer.click()

    def press(self, label: str, spot: dict[str, float]) -> None:
        """Moves the pointer to a place of a chart, and presses there."""
        self.page.mouse.move(spot["x"] - 3, spot["y"] - 3)
        self.page.mouse.move(spot["x"], spot["y"])
        self.page.wait_for_timeout(HOVER_MS)
        self.measured(label, lambda: self.page.mouse.click(spot["x"], spot["y"]))

    def measured(self, label: str, click: Callable[[], None]) -> None:
        """Clicks while the probe watches."""
        self.page.evaluate("probe.watch()")
        click()
        self.times.add(f"{label} ({self.number})", self.page.evaluate("probe.result()"))
