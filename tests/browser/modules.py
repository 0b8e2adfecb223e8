"""How does a test call a function of one of the dashboard's modules, in the page that has loaded them?"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

MAIN = 'link[rel="preload"][href$="/scripts/main.js"]'


def called(page: Page, module: str, expression: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever it gives
    """What `expression` gives: a function of JavaScript that takes the module and `argument`.

    It waits until they are there. For example
    `called(page, "address.js", "(address, search) => address.put(...)", "?genre=F")`.
    """
    script = f"""async ([name, argument]) => {{
      const module = await import(new URL(name, document.querySelector('{MAIN}').href));
      return ({expression})(module, argument);
    }}"""
    # It comes once the page is painted.
    page.wait_for_selector(MAIN, state="attached")
    return page.evaluate(script, [module, argument])
