"""What a browser test gets: the real server, the system's browser, and a watch on what it loads.

`page.goto("/")` opens the running dashboard. Every browser test fails if its pages ask another host
for anything or report an error; a test that provokes one says so with `network.expect`.
"""

import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.journeys import visit
from tools.browser import FLAGS, installed_browser
from tools.served import served

FONTS = Path(__file__).parent / "fonts" / f"{os.environ.get('TEST_FONTS', 'dejavu')}.conf"
"""The system's fonts as a page sees them: one family. Pages bring a font of their own, and look the same with any."""

LOG = pytest.StashKey[Path]()

# A machine that does other things at the same time is slow, and not wrong.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[str]:
    """Where the dashboard runs: gunicorn as in production, but one worker, on a port of its own."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    pytestconfig.stash[LOG] = log
    with served(log, "--workers", "1") as address:
        yield address


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the server said when a browser test fails."""
    report = yield
    log = item.config.stash.get(LOG, None)
    if report.failed and log:
        report.sections.append(("server's log, last lines", log.read_text()[-4000:]))
    return report


@pytest.fixture(scope="session")
def base_url(address: str) -> str:
    """What `page.goto("/")` starts from."""
    return address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the browser that is on the machine, without errands of its own and with one family of fonts."""
    executable = {"executable_path": path} if (path := installed_browser()) else {}
    env = {"env": {**os.environ, "FONTCONFIG_FILE": str(FONTS)}}
    return browser_type_launch_args | executable | env | {"args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A French reader at a laptop."""
    return browser_context_args | {
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "viewport": {"width": 1440, "height": 900},
    }


@dataclass
class Network:
    """What the pages of one test asked for, and what went wrong in them."""

    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of `context`."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type == "error" else None,
        )

    def expect(self, part: str) -> None:
        """Announce an error whose message contains `part`: it must come, and does not fail."""
        self.expected.append(part)

    def complaints(self) -> list[str]:
        """What fails the test."""
        ours = urlsplit(self.address).netloc
        elsewhere = [
            f"request to another host: {url}"
            for url in self.requests
            if urlsplit(url).scheme not in {"data", "blob", "about"}
            and urlsplit(url).netloc != ours
        ]
        unexpected = [
            f"error in the page: {error}"
            for error in self.errors
            if not any(part in error for part in self.expected)
        ]
        missing = [
            f"expected error that did not come: {part}"
            for part in self.expected
            if not any(part in error for error in self.errors)
        ]
        return elsewhere + unexpected + missing


@pytest.fixture(autouse=True)
def network(address: str) -> Iterator[Network]:
    """The requests and errors of the test's pages; judged when the test is over."""
    network = Network(address)
    yield network
    if complaints := network.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], network: Network
) -> Callable[..., BrowserContext]:
    """Contexts under watch: `page`, `context` and those a test opens itself all come from here."""

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        network.watch(context)
        return context

    return watched


@pytest.fixture(scope="module")
def overview(
    browser: Browser, browser_context_args: dict[str, Any], address: str
) -> Iterator[Page]:
    """The overview of everybody, loaded once for tests that only look at it, or ask its modules something."""
    network = Network(address)
    context = browser.new_context(**browser_context_args | {"base_url": address})
    network.watch(context)
    page = context.new_page()
    visit(page)
    yield page
    context.close()
    if complaints := network.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)
