"""Does the browser write addresses as `tests/address_cases.json` says? The server is held to the same file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.modules import called

CASES = json.loads((Path(__file__).parents[1] / "address_cases.json").read_text(encoding="utf-8"))

ORDER = "document.querySelector('[data-address-order]').dataset.addressOrder.split(',')"

WRITTEN = f"""(address, cases) => cases.map((each) =>
  address.format(new URLSearchParams(each.pairs), {ORDER}))"""
CLICKED = f"""(address, cases) => cases.map((each) =>
  address.format(address.toggled(new URLSearchParams(each.from), each.click), {ORDER}))"""
ADDED = f"""(address, cases) => cases.map((each) =>
  address.format(address.added(new URLSearchParams(each.from), each.click, {ORDER}), {ORDER}))"""
SCREENS = """(address, cases) => cases.map(({ view, address: own, title, comment }) =>
  address.screenOf({ view, address: own, name: title, comment }))"""


@pytest.mark.parametrize(
    ("kind", "expression", "expected"),
    [
        ("written", WRITTEN, "address"),
        ("clicked", CLICKED, "address"),
        ("added", ADDED, "address"),
        ("screens", SCREENS, "written"),
    ],
)
def test_the_browser_writes_what_the_cases_say(
    overview: Page, kind: str, expression: str, expected: str
) -> None:
    cases: list[dict[str, Any]] = CASES[kind]
    written = called(overview, "address.js", expression, cases)
    assert dict(zip(_said(cases), written, strict=True)) == dict(
        zip(_said(cases), (case[expected] for case in cases), strict=True)
    )


def _said(cases: list[dict[str, Any]]) -> list[str]:
    return [case["what"] for case in cases]


def test_a_click_on_a_chart_writes_the_address_in_its_best_form_at_once(page: Page) -> None:
    page.goto("/?situation.T1=en-etude")
    page.wait_for_selector("#headline:not(:empty)")
    steps = page.evaluate("history.length")
    called(page, "navigation.js", "(navigation) => navigation.toggle({ genre: 'F' })")
    assert page.evaluate("location.search") == "?genre=F&situation.T1=en-etude"
    assert page.evaluate("history.length") == steps + 1
