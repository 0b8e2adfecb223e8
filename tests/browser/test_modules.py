"""Do the small rules of the dashboard's modules hold, whatever page they run in?"""

from __future__ import annotations

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


def test_a_colour_lies_between_the_two_steps_of_its_scale(overview: Page) -> None:
    scale = [[0, "#000000"], [0.5, "#646464"], [1, "#ffffff"]]
    mixed = "(raster, [part, scale]) => raster.colourOf(part, scale)"
    assert called(overview, "charts/raster.js", mixed, [0, scale]) == "rgb(0,0,0)"
    assert called(overview, "charts/raster.js", mixed, [0.25, scale]) == "rgb(50,50,50)"
    assert called(overview, "charts/raster.js", mixed, [1, scale]) == "rgb(255,255,255)"


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
    overview: Page,
    point: dict[str, int],
    targets: dict[str, object],
    expected: dict[str, str] | None,
) -> None:
    target_of = "(clicks, [point, targets]) => clicks.targetOf(point, targets) ?? null"
    assert called(overview, "clicks.js", target_of, [point, targets]) == expected


def test_words_fill_the_lines_of_a_picture_and_none_is_wider(overview: Page) -> None:
    text = "Que sont devenus les bénéficiaires du partenariat " * 8 + "a" * 200
    lines = called(
        overview,
        "charts/words.js",
        "(words, text) => words.wrapped(text, { size: 16, weight: 400, width: 700 })",
        text,
    )
    assert len(lines) > 4
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    widths = overview.evaluate(
        """(lines) => {
          const ruler = document.createElement('canvas').getContext('2d');
          ruler.font = "400 16px 'Dashboard Sans'";
          return lines.map((line) => ruler.measureText(line).width);
        }""",
        lines,
    )
    assert max(widths) <= 700


def test_what_no_xml_can_hold_is_left_out_of_a_picture(overview: Page) -> None:
    safe = called(
        overview,
        "charts/words.js",
        "(words, text) => words.xmlSafe(text)",
        "a\x00b\x0bc\ufffed é 😀",
    )
    assert safe == "abcd é 😀"


def test_a_tray_of_somebody_else_is_taken_as_empty(overview: Page) -> None:
    loaded = """(store, text) => {
      localStorage.setItem('dashboard-presentation', text);
      store.load();
      return store.tray.entries;
    }"""
    entry = {
        "view": "carte", "address": "", "filters": "", "title": "t", "selection": "s", "name": "",
    }  # fmt: skip
    for text in ("", "{", "null", "3", '{"view": "carte"}', '[null, 1, {"view": "carte"}]'):
        assert called(overview, "tray/store.js", loaded, text) == []
    kept = f"[{{}}, {str(entry).replace(chr(39), chr(34))}]"
    assert called(overview, "tray/store.js", loaded, kept) == [entry]


def test_a_title_is_cut_by_letters_and_not_inside_one(overview: Page) -> None:
    cut = called(overview, "tray/store.js", "(store, text) => store.cut(text)", "  " + "😀" * 300)
    assert cut == "😀" * 200


def test_scripts_take_their_colours_from_the_style_sheet_by_day_and_by_night(
    overview: Page,
) -> None:
    taken = "(styles) => [styles.ink(), styles.muted(), styles.paper()]"
    day = called(overview, "styles.js", taken)
    theme = "(theme) => document.documentElement.setAttribute('data-bs-theme', theme)"
    overview.evaluate(theme, "dark")
    night = called(overview, "styles.js", taken)
    overview.evaluate(theme, "light")
    assert day == night == ["#1c2733", "#566270", "#ffffff"]
