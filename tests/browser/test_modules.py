"""Do the small rules of the dashboard's modules hold, whatever page they run in?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.modules import called


@pytest.mark.parametrize("order", [[], [""]])
def test_parameters_keep_their_order_until_that_of_filters_is_known(
    page: Page, order: list[str]
) -> None:
    page.goto("/")
    written = "(address, [search, order]) => address.format(new URLSearchParams(search), order)"
    search = "?promotion=2013-2014&genre=F&b.genre=H&expo=carte~"
    assert called(page, "address.js", written, [search, order]) == search


def test_a_colour_lies_between_the_two_steps_of_its_scale(page: Page) -> None:
    page.goto("/")
    scale = [[0, "#000000"], [0.5, "#646464"], [1, "#ffffff"]]
    mixed = "(raster, [part, scale]) => raster.colourOf(part, scale)"
    assert called(page, "charts/raster.js", mixed, [0, scale]) == "rgb(0,0,0)"
    assert called(page, "charts/raster.js", mixed, [0.25, scale]) == "rgb(50,50,50)"
    assert called(page, "charts/raster.js", mixed, [1, scale]) == "rgb(255,255,255)"


@pytest.mark.parametrize(
    ("point", "targets", "expected"),
    [
        ({"curveNumber": 1, "pointNumber": 0}, {"traces": {"1": {"a": "b"}}}, {"a": "b"}),
        ({"curveNumber": 0, "pointNumber": 1}, {"points": {"0": [None, {"a": "b"}]}}, {"a": "b"}),
        (
            {"pointNumber": 0, "depth": 1},
            {"nodes": [{"n": "1"}], "links": [{"l": "1"}]},
            {"n": "1"},
        ),
        ({"pointNumber": 0}, {"nodes": [{"n": "1"}], "links": [{"l": "1"}]}, {"l": "1"}),
        ({"curveNumber": 3, "pointNumber": 9}, {"points": {"0": []}}, None),
        ({"curveNumber": 3, "pointNumber": 9}, {}, None),
    ],
)
def test_a_click_finds_the_filter_of_its_mark(
    page: Page,
    point: dict[str, int],
    targets: dict[str, object],
    expected: dict[str, str] | None,
) -> None:
    page.goto("/")
    target_of = "(clicks, [point, targets]) => clicks.targetOf(point, targets) ?? null"
    assert called(page, "clicks.js", target_of, [point, targets]) == expected


def test_words_fill_the_lines_of_a_picture_and_none_is_wider(page: Page) -> None:
    page.goto("/")
    text = "Que sont devenus les bénéficiaires du partenariat " * 8 + "a" * 200
    lines = called(
        page,
        "charts/words.js",
        "(words, text) => words.wrapped(text, { size: 16, weight: 400, width: 700 })",
        text,
    )
    assert len(lines) > 4
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    widths = page.evaluate(
        """(lines) => {
          const ruler = document.createElement('canvas').getContext('2d');
          ruler.font = "400 16px 'Dashboard Sans'";
          return lines.map((line) => ruler.measureText(line).width);
        }""",
        lines,
    )
    assert max(widths) <= 700


def test_what_no_xml_can_hold_is_left_out_of_a_picture(page: Page) -> None:
    page.goto("/")
    safe = called(
        page, "charts/words.js", "(words, text) => words.xmlSafe(text)", "a\x00b\x0bc\ufffed é 😀"
    )
    assert safe == "abcd é 😀"


def test_a_tray_of_somebody_else_is_taken_as_empty(page: Page) -> None:
    page.goto("/")
    loaded = """(store, text) => {
      localStorage.setItem('dashboard-presentation', text);
      store.load();
      return store.tray.entries;
    }"""
    entry = {
        "view": "carte", "address": "", "filters": "", "title": "t", "selection": "s", "name": "",
    }  # fmt: skip
    for text in ("", "{", "null", "3", '{"view": "carte"}', '[null, 1, {"view": "carte"}]'):
        assert called(page, "tray/store.js", loaded, text) == []
    kept = f"[{{}}, {str(entry).replace(chr(39), chr(34))}]"
    assert called(page, "tray/store.js", loaded, kept) == [entry]


def test_a_title_is_cut_by_letters_and_not_inside_one(page: Page) -> None:
    page.goto("/")
    cut = called(page, "tray/store.js", "(store, text) => store.cut(text)", "  " + "😀" * 300)
    assert cut == "😀" * 200


def test_scripts_take_their_colours_from_the_style_sheet_by_day_and_by_night(page: Page) -> None:
    page.goto("/")
    taken = "(styles) => [styles.ink(), styles.muted(), styles.paper()]"
    day = called(page, "styles.js", taken)
    page.evaluate("document.documentElement.setAttribute('data-bs-theme', 'dark')")
    assert day == called(page, "styles.js", taken) == ["#1c2733", "#566270", "#ffffff"]
