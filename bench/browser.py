"""How long from a click to the first exhibit repainted, and to the last, in a real browser?"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.server import searches
from bench.timing import REPEATS, report
from dashboard.web.server import ROOT
from tools.browser import installed_browser

DRAWN = "article .js-plotly-plot .main-svg"

FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]

# What a filter list or a click on a chart does, told to the page; then when each chart has been redrawn.
CHANGE = """
(search) => new Promise((resolve) => {
  const graphs = [...document.querySelectorAll('article .js-plotly-plot')].filter((g) => g.offsetParent);
  const seen = [];
  const start = performance.now();
  const done = () => resolve([seen[0] || 0, seen[seen.length - 1] || 0, seen.length]);
  const timer = setTimeout(done, 4000);
  graphs.forEach((graph) => graph.once('plotly_afterplot', () => {
    seen.push(performance.now() - start);
    if (seen.length === graphs.length) { clearTimeout(timer); requestAnimationFrame(done); }
  }));
  window.history.pushState({}, '', window.location.pathname + search);
  window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
})
"""


def measure(folder: Path, label: str, path: str = "/") -> None:
    """Prints the browser's times on the tables of `folder`."""
    print(f"\n{label}")
    with _server(folder) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        _first_load(browser, address + path)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="fr-FR")
        page.goto(address + path)
        page.wait_for_selector("article .js-plotly-plot")
        page.wait_for_timeout(1000)
        _changes(page)
        browser.close()


def _changes(page: Page) -> None:
    page.evaluate(CHANGE, "?genre=F")
    times = [page.evaluate(CHANGE, search) for search in searches()]
    report("browser: click to the first exhibit repainted", [first for first, _, _ in times])
    report(f"browser: click to the last ({times[0][2]} charts)", [last for _, last, _ in times])


def _first_load(browser: Browser, address: str) -> None:
    """Bytes of a cold load, and the time to the drawn page from a warm cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="fr-FR")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_selector(DRAWN)
    page.wait_for_timeout(500)
    report("browser: first load, compressed", [sum(received) / 1e6], "MB")
    painted = []
    for _ in range(REPEATS):
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_selector(DRAWN)
        painted.append(page.evaluate("performance.now()"))
    report("browser: page drawn, warm cache", painted)
    context.close()


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "app:server", "--config", "gunicorn.conf.py"]
    server = subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}"],
        cwd=ROOT,
        env={**os.environ, "DASHBOARD_DATA": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(1200):
            try:
                with urllib.request.urlopen(f"{address}/healthz"):  # noqa: S310
                    break
            except OSError:
                time.sleep(0.25)
        yield address
    finally:
        server.terminate()
        server.wait()
