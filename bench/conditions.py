"""Under which conditions does one wait: at a desk, on a phone, behind a slow line?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize

SCRIPTS = [Path(__file__).with_name(name) for name in ("probe.js", "marks.js")]


@dataclass(frozen=True)
class Conditions:
    """A screen, by how much its processor is slowed, and the line: megabits a second and milliseconds; 0 is its own."""

    name: str
    width: int
    height: int
    slowed: int = 1
    megabits: float = 0
    latency_ms: float = 0


DESK = Conditions("at a desk", 1440, 900)
PHONE = Conditions("on a phone, processor slowed four times", 390, 844, slowed=4)
LINE = Conditions("10 Mbit/s with 40 ms", 1440, 900, megabits=10, latency_ms=40)


@contextmanager
def fresh(browser: Browser, conditions: Conditions) -> Iterator[BrowserContext]:
    """A browser context with an empty cache, in which every page is probed."""
    size = ViewportSize(width=conditions.width, height=conditions.height)
    context = browser.new_context(viewport=size, locale="fr-FR")
    for script in SCRIPTS:
        context.add_init_script(path=script)
    yield context
    context.close()


@contextmanager
def opened(browser: Browser, conditions: Conditions) -> Iterator[Page]:
    """An empty page in a context of its own, under the `conditions`."""
    with fresh(browser, conditions) as context:
        page = context.new_page()
        put_under(context.new_cdp_session(page), conditions)
        yield page


def put_under(session: CDPSession, conditions: Conditions) -> None:
    """Slows the processor and the line of the page of `session`."""
    if conditions.slowed > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": conditions.slowed})
    if conditions.megabits:
        speed = conditions.megabits * 1e6 / 8
        line = {"offline": False, "latency": conditions.latency_ms}
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            line | {"downloadThroughput": speed, "uploadThroughput": speed},
        )
