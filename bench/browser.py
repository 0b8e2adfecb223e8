"""How long from a click to the first exhibit repainted, and to the last, in a real browser?"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.server import searches
from bench.timing import REPEATS, report
from dashboard.content.page import PAGES
from dashboard.views.registry import views_of
from tools.browser import FLAGS, installed_browser
from tools.served import served

SIZE = ViewportSize(width=1440, height=900)

CHARTS = "article .js-plotly-plot .main-svg"

# What a click on a chart does to the page: the address changes. Then, in milliseconds, when each exhibit has been
# repainted: a chart when plotly says so, key figures and other texts when their new words stand in the page. What
# follows nothing for a quarter of a second was the last.
CHANGE = """
(search) => new Promise((resolve) => {
  const exhibits = [], charts = [];
  const start = performance.now();
  let last = start;
  const now = (list) => { last = performance.now(); list.push(last - start); };
  const graphs = [...document.querySelectorAll('article .js-plotly-plot')].filter((g) => g.offsetParent);
  graphs.forEach((graph) => graph.once('plotly_afterplot', () => { now(exhibits); now(charts); }));
  const texts = new MutationObserver(() => now(exhibits));
  document.querySelectorAll('article.tiled .card-head, article .card-table').forEach((text) =>
    texts.observe(text, { childList: true, subtree: true }));
  const timer = setInterval(() => {
    const asking = 'asking' in document.body.dataset || document.querySelector('[data-due]');
    if (asking || performance.now() - last < 250) return;
    clearInterval(timer);
    texts.disconnect();
    resolve({ exhibits, charts });
  }, 20);
  window.history.pushState({}, '', window.location.pathname + search);
  window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
})
"""

# From the click until the drawn page: plotly alone, on the figures that the page shows.
PLOTLY = """
async () => {
  const graphs = [...document.querySelectorAll('article .js-plotly-plot')].filter((g) => g.offsetParent);
  const start = performance.now();
  for (const g of graphs) await window.Plotly.react(g, structuredClone(g.data), structuredClone(g.layout));
  return performance.now() - start;
}
"""


def measure(folder: Path, label: str) -> None:
    """Prints the browser's times on the tables of `folder`, for each page that filters change."""
    print(f"\n{label}")
    with (
        TemporaryDirectory() as made,
        served(Path(made) / "log.txt", data=folder) as address,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        _first_load(browser, address)
        for page in PAGES:
            if any(view.filtered for view in views_of(page)):
                _changes(browser, address + page.path, page.title)
        browser.close()


def _changes(browser: Browser, address: str, title: str) -> None:
    page = _opened(browser, address)
    page.evaluate(CHANGE, "?genre=F")
    measured = [page.evaluate(CHANGE, search) for search in searches()]
    repainted = [times for times in measured if times["exhibits"]]
    drawn = [times["charts"] for times in measured if times["charts"]]
    report(f"{title}: click to the first exhibit", [min(t["exhibits"]) for t in repainted])
    report("  to the last", [max(t["exhibits"]) for t in repainted])
    report("  charts redrawn by one change", [float(len(charts)) for charts in drawn], "")
    report("  plotly alone, all charts", [page.evaluate(PLOTLY) for _ in range(REPEATS)])
    page.close()


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=SIZE, locale="fr-FR")
    page.goto(address)
    page.wait_for_selector(CHARTS)
    page.wait_for_timeout(1000)
    return page


def _first_load(browser: Browser, address: str) -> None:
    """Bytes of a cold load, and the time to the drawn page from a warm cache."""
    context = browser.new_context(viewport=SIZE, locale="fr-FR")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_selector(CHARTS)
    page.wait_for_timeout(500)
    report("first load, compressed", [sum(received) / 1e6], "MB")
    painted = []
    for _ in range(REPEATS):
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_selector(CHARTS)
        painted.append(page.evaluate("performance.now()"))
    report("first load, warm cache, until the first chart is drawn", painted)
    context.close()
