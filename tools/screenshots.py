"""What do the pages look like today? Pictures of them, for the README and for whoever looks before a release.

Run as a program: `python -m tools.screenshots [FOLDER]`; the README's go to `docs/`.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from dashboard.content.page import PAGES
from dashboard.views.registry import views_of
from tools.browser import FLAGS, installed_browser
from tools.served import ROOT, served

README = ROOT / "docs"
SIZES = {"portable": (1440, 900), "projecteur": (1920, 1080), "telephone": (390, 844)}
# What the README shows: name -> address, size, scheme.
SHOWN = {
    "vue-d-ensemble": ("/", "portable", "light"),
    "selection": (
        "/?promotion=2013-2014&situation.T1=en-recherche-d-emploi",
        "portable",
        "light",
    ),
    "nuit": ("/?carte.mesure=emploi-t1", "projecteur", "dark"),
    "telephone": ("/?region=alsace", "telephone", "light"),
}


def take(browser: Browser, url: str, size: str, scheme: str, to: Path, *, whole: bool) -> None:
    """One picture of one page, once its charts stand still."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="fr-FR",
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("article")
    page.wait_for_timeout(2000)
    page.screenshot(path=to, full_page=whole)
    context.close()


def main(folder: Path | None) -> None:
    """Takes the README's pictures, or every page at every size in both schemes into `folder`."""
    with (
        TemporaryDirectory() as made,
        served(Path(made) / "log.txt") as address,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        if folder is None:
            README.mkdir(exist_ok=True)
            for name, (path, size, scheme) in SHOWN.items():
                to = README / f"{name}.png"
                take(browser, address + path, size, scheme, to, whole=False)
            return
        folder.mkdir(exist_ok=True, parents=True)
        for page in (page for page in PAGES if views_of(page)):
            for size in SIZES:
                for scheme in ("light", "dark"):
                    to = folder / f"{page.name}-{size}-{scheme}.png"
                    take(browser, address + page.path, size, scheme, to, whole=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
