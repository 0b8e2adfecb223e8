"""Which page has drawings whose marks can be pointed at, and nothing else? Its scripts are those of the dashboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Route

from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.domain.dimension import Dimension
from dashboard.outputs.svg.drawing import Drawing, on_page
from dashboard.outputs.svg.mark import mark
from dashboard.outputs.svg.markup import element
from dashboard.outputs.svg.plane import Plane
from dashboard.web.browser_files import BrowserFiles

FILES = BrowserFiles(Path(__file__).parents[2] / "assets")

REGION = Dimension("region")
NAMES = ("Alsace", "Bretagne", "Corse", "Limousin", "Lorraine", "Picardie")
"""Two rows of three; one who presses on the fifth filters nothing."""
COLUMNS, ROWS = 3, 2
SILENT = "Lorraine"

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta name="viewport" content="width=device-width"><title>Essai</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="{theme}"><link rel="stylesheet" href="{tips}">
<link rel="preload" as="script" crossorigin href="{main}">
<style>.drawing {{ height: 220px }} svg.chart {{ width: 100%; height: 100% }}
article:not([data-shown]) {{ display: none }}</style></head>
<body><a id="before" href="#x">avant</a>
<main class="page-presentation"><article id="un" data-shown><h2>Un</h2><div class="canvas">{drawing}</div></article>
<article id="deux"><h2>Deux</h2></article></main>
<p id="screen-place"></p><a id="after" href="#y">après</a><p style="height: 1000px"></p>
<script type="module">
  import {{ startClicks }} from "{scripts}clicks.js";
  import {{ remember, restore, startMarks }} from "{scripts}charts/marks.js";
  import {{ startPresentation }} from "{scripts}presentation.js";
  startMarks(); startClicks(); startPresentation();
  window.relaid = (markup) => {{
    const canvas = document.querySelector(".canvas");
    remember(canvas); canvas.innerHTML = markup; restore(canvas);
  }};
  document.body.dataset.ready = "";
</script></body></html>"""


def markup(number: int = 12, names: tuple[str, ...] = NAMES) -> str:
    """A drawing of a rectangle for each of `names`, each of which tells `number`."""

    def one(plane: Plane, i: int, name: str) -> str:
        click: ClickFilter = keeping() if name == SILENT else keeping((REGION, name.lower()))
        hover = rich(name, f"{number} personnes", "20 %")
        answers = mark(plane, hover, click, lambda kept: {"region": name.lower()} if kept else {})
        return element(
            "rect",
            x=plane.x((i % COLUMNS) / COLUMNS),
            y=plane.y((i // COLUMNS) / ROWS),
            width=plane.x(0.8 / COLUMNS),
            height=plane.y(0.8 / ROWS),
            fill="#86c2be",
            **answers,
        )

    def body(plane: Plane) -> str:
        return "".join(one(plane, i, name) for i, name in enumerate(names))

    return on_page(Drawing("essai", body), "Six régions.")


def marked_page(context: BrowserContext, path: str = "/essai") -> Page:
    """Such a page, at `path`."""
    main = FILES.address("scripts/main.js")
    html = PAGE.format(
        theme=FILES.address("styles/theme.css"),
        tips=FILES.address("styles/tips.css"),
        main=main,
        scripts=main.removesuffix("main.js"),
        drawing=markup(),
    )

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page = context.new_page()
    page.route(lambda url: urlsplit(url).path == path, answer)
    page.goto(path)
    page.wait_for_selector("body[data-ready]")
    return page
