"""How long until a page's first exhibit is painted, and all its charts, from an empty cache and from a warm one?"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from bench.conditions import DESK, Conditions, fresh, put_under
from bench.plain.exhibits import contents, places_on, read
from bench.plain.site import changing
from bench.report import compare, heading
from bench.sites import Site, both
from dashboard.content.page import Page as Shown
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tools.browser import FLAGS, installed_browser
from tools.served import ROOT

COLD = 6
WARM_AFTER_EACH = 2
LONGEST_MS = 60_000
AFTER_MS = 500
"""What is fetched after all has been painted counts as well."""

Cards = dict[str, bool]
"""The exhibits of a page, and whether each is a chart."""


@dataclass
class Loads:
    """The loads of one page of one site: milliseconds to the first exhibit and to all charts, megabytes, requests."""

    first: list[float] = field(default_factory=list)
    charts: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    missed: int = 0


class Traffic:
    """What came over the line since it was last asked: nothing from the cache counts."""

    def __init__(self, session: CDPSession) -> None:
        self.bytes, self.requests = 0.0, 0
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, Any]) -> None:
        if event["encodedDataLength"] > 0:
            self.bytes += event["encodedDataLength"]
            self.requests += 1


def main(conditions: Conditions = DESK, data: Path | None = None, only: str = "") -> None:
    """Prints the loads of every page that filters change, or of the `only` one of that name."""
    publication = open_publication(data or ROOT / "data" / "demonstration", ROOT / "data", INTERNAL)
    with both(data) as sites, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        heading(f"loads, {conditions.name}")
        for page in changing():
            if only in {"", page.name}:
                _page(browser, sites, page, conditions, cards_of(page, publication))
        browser.close()


def cards_of(page: Shown, publication: Publication) -> Cards:
    """The exhibits that a page shows of everybody; key figures are words."""
    places = places_on(page, publication)
    told = contents(places, read("", publication), publication)
    return {
        place.name: told[place.name].chart is not None and not place.view.tiled for place in places
    }


def _page(
    browser: Browser, sites: tuple[Site, Site], shown: Shown, conditions: Conditions, cards: Cards
) -> None:
    cold, warm = (Loads(), Loads()), (Loads(), Loads())
    for _ in range(COLD):
        for site, empty, kept in zip(sites, cold, warm, strict=True):
            with fresh(browser, conditions) as context:
                url = site.url(shown.path)
                _load(context, url, cards, conditions, empty)
                for _ in range(WARM_AFTER_EACH):
                    _load(context, url, cards, conditions, kept)
    for name, (ours, plain) in (("cold", cold), ("warm", warm)):
        compare(f"{shown.title}, {name}: first exhibit", ours.first, plain.first)
        compare("all charts", ours.charts, plain.charts)
        compare("over the line", ours.megabytes, plain.megabytes, "MB")
        compare("requests", ours.requests, plain.requests, "")
        if ours.missed or plain.missed:
            print(f"\nnot all exhibits came: ours {ours.missed} times, plain Dash {plain.missed}\n")


def _load(
    context: BrowserContext, url: str, cards: Cards, conditions: Conditions, loads: Loads
) -> None:
    page = context.new_page()
    page.add_init_script(f"probe.load({_script(cards)})")
    session = context.new_cdp_session(page)
    put_under(session, conditions)
    traffic = Traffic(session)
    page.goto(url)
    times = _times(page, len(cards))
    page.wait_for_timeout(AFTER_MS)
    if len(times) < len(cards):
        loads.missed += 1
    else:
        loads.first.append(min(times.values()))
        loads.charts.append(
            max(time for name, time in times.items() if cards[name] or len(cards) == 1)
        )
        loads.megabytes.append(traffic.bytes / 1e6)
        loads.requests.append(traffic.requests)
    page.close()


def _times(page: Page, number: int) -> dict[str, float]:
    """When each exhibit was painted, in milliseconds since the page was asked for."""
    waited = 0
    while waited < LONGEST_MS:
        times: dict[str, float | None] = page.evaluate("({ ...probe.times })")
        if len(times) == number and all(times.values()):
            break
        page.wait_for_timeout(AFTER_MS)
        waited += AFTER_MS
    return {name: time for name, time in times.items() if time is not None}


def _script(cards: Cards) -> str:
    return "{" + ", ".join(f"'{name}': {str(chart).lower()}" for name, chart in cards.items()) + "}"
