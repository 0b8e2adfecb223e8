"""What would keep a reader out who sees little, or uses a keyboard or a screen reader?"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = {"runOnly": ["color-contrast"]}


def barriers(page: Page, *, apart_from: tuple[str, ...] = (), by_night: bool = True) -> list[str]:
    """The serious and critical findings of axe-core on the page as it is, by day and by night.

    Only colours differ at night: the other rules are asked once. Paper, not `by_night`, has no night.
    """
    everything = {"rules": {rule: {"enabled": False} for rule in apart_from}}
    if not by_night:
        return _findings(page, "light", everything)
    return [*_findings(page, "light", everything), *_findings(page, "dark", COLOURS)]


def _findings(page: Page, theme: str, options: dict[str, Any]) -> list[str]:
    page.evaluate("(theme) => document.documentElement.setAttribute('data-bs-theme', theme)", theme)
    page.wait_for_timeout(300)  # Colours change by degrees.
    return [
        f"{theme}: {v['id']}: {v['help']} {[node['target'] for node in v['nodes']][:3]}"
        for v in Axe().run(page, options=options).response["violations"]
        if v["impact"] in ("serious", "critical")
    ]
