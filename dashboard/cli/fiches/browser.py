"""Which browser of this machine prints a page as PDF, and how?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.domain.errors import DashboardError
from dashboard.text.typography import unbroken

NAMES = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

FLAGS = (
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    # Its clock then runs ahead, and stands still while something is fetched: it prints once the page is at rest.
    "--virtual-time-budget=30000",
)

LONGEST_S = 120
TRIES = 2

_PAGE = re.compile(rb"/Type\s*/Page\b")


def found_browser() -> str | None:
    """The path of Chrome or Chromium; None where there is neither."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def print_page(browser: str, address: str, to: Path, pages: int) -> None:
    """Prints the page at `address` as a PDF file of so many pages.

    Raises DashboardError, in French, where the browser does not: a page that is not drawn yet prints another number.
    """
    for _ in range(TRIES):
        if _printed(browser, address, to) and pages_of(to) == pages:
            return
    said = f"Le navigateur {browser} n'a pas imprimé {to.name} : rien n'est écrit."
    raise DashboardError(unbroken(said))


def pages_of(pdf: Path) -> int:
    """How many pages a PDF file has, as Chromium writes them: each is an object of its own, not compressed."""
    return len(_PAGE.findall(pdf.read_bytes()))


def _printed(browser: str, address: str, to: Path) -> bool:
    """Whether the browser says that it has printed."""
    # It refuses to be shut in where it is run by the system's own user; it opens nothing but our own page.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    # Every user of the machine reads the words of a command, and nobody else what is written beside the PDF.
    way = to.with_suffix(".html")
    way.write_text(f'<meta http-equiv="refresh" content="0;url={escape(address)}">', "utf-8")
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, *FLAGS, *as_root, f"--user-data-dir={profile}"]
        try:
            done = subprocess.run(  # noqa: S603 - a program of this machine, and an address of ours.
                [*command, f"--print-to-pdf={to}", way.as_uri()],
                capture_output=True,
                timeout=LONGEST_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        finally:
            way.unlink()
    return done.returncode == 0 and to.is_file()
