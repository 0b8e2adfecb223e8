"""Do the small rules of the dashboard's modules hold, whatever page they run in?"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.browser.modules import called


@pytest.mark.parametrize("order", [[], [""]])
def test_parameters_keep_their_order_until_that_of_filters_is_known(
    overview: Page, order: list[str]
) -> None:
    written = "(address, [search, order]) => address.format(new URLSearchParams(search), order)"
    search = "?promotion=2013-2014&genre=F&b.genre=H&expo=carte~"
    assert called(overview, "address.js", written, [search, order]) == search


@pytest.mark.parametrize(
    ("point", "targets", "expected"),
    [
        ({"curveNumber": 0, "pointNumber": 1}, {"points": {"0": [None, {"a": "b"}]}}, {"a": "b"}),
        ({"curveNumber": 3, "pointNumber": 9}, {"points": {"0": []}}, None),
        ({"curveNumber": 3, "pointNumber": 9}, {}, None),
    ],
)
def test_a_click_finds_the_filter_of_its_mark(
    overview: Page,
    point: dict[str, int],
    targets: dict[str, object],
    expected: dict[str, str] | None,
) -> None:
    target_of = "(clicks, [point, targets]) => clicks.targetOf(point, targets) ?? null"
    assert called(overview, "clicks.js", target_of, [point, targets]) == expected


def test_a_tray_of_somebody_else_is_taken_as_empty(overview: Page) -> None:
    loaded = """(store, text) => {
      localStorage.setItem('dashboard-presentations', text);
      store.load();
      return store.tray.entries;
    }"""
    entry = {
        "view": "carte", "address": "", "filters": "", "title": "t", "selection": "s", "name": "",
    }  # fmt: skip
    for text in (
        "",
        "{",
        "null",
        "3",
        "[]",
        "[null]",
        '[{"entries": 1}]',
        '[{"entries": [null, 1]}]',
    ):
        assert called(overview, "tray/store.js", loaded, text) == []
    kept = json.dumps([{"title": "t", "entries": [{}, {"view": "carte"}, entry]}])
    assert called(overview, "tray/store.js", loaded, kept) == [{**entry, "comment": ""}]


def test_a_title_is_cut_by_letters_and_not_inside_one(overview: Page) -> None:
    cut = called(overview, "tray/store.js", "(store, text) => store.cut(text)", "  " + "😀" * 300)
    assert cut == "😀" * 200


def test_scripts_take_their_colours_from_the_style_sheet_by_day_and_by_night(
    overview: Page,
) -> None:
    taken = "(styles) => styles.paper()"
    day = called(overview, "styles.js", taken)
    theme = "(theme) => document.documentElement.setAttribute('data-bs-theme', theme)"
    overview.evaluate(theme, "dark")
    night = called(overview, "styles.js", taken)
    overview.evaluate(theme, "light")
    assert day == night == "#ffffff"
