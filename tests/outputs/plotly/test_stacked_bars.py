"""Answers: do bars show what they are given, name every category and tell absences from answers?"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from re import findall
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.outputs.plotly.axes import ticks, wrapped
from dashboard.outputs.plotly.bars import Series, grouped_bars, stacked_bars
from dashboard.outputs.plotly.fills import luminance, on_fill

COHORTS = ("2013-2014", "2014-2015")
EMPLOYED = Series("En emploi", "#1f5f9e", (70, 96), ("70 %", "96 %"), ("a", "b"))
SILENT = Series("Sans information", "#b4bbc4", (30, 4), ("30 %", "4 %"), ("c", "d"), absent=True)
CODEBOOK = Path(__file__).parents[3] / "data" / "codebook.toml"

Chart = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("chart", [stacked_bars, grouped_bars])
@pytest.mark.parametrize("percent", [True, False])
def test_a_figure_is_valid(chart: Chart, percent: bool) -> None:
    for series in ([], [EMPLOYED], [EMPLOYED, SILENT]):
        go.Figure(chart(COHORTS, series, percent=percent, axis_title="Part"))
    go.Figure(chart((), (), percent=percent))


def test_level_bars_are_valid_too() -> None:
    go.Figure(grouped_bars(COHORTS, [EMPLOYED], percent=True, axis_title="Part", horizontal=True))


def test_a_label_stands_in_its_segment_or_else_beyond_the_bar() -> None:
    figure = stacked_bars(COHORTS, [EMPLOYED, SILENT], percent=True)
    inside = figure["data"][1]["text"]
    (beyond,) = figure["layout"]["annotations"]
    assert ["30 %" in inside[0], inside[1]] == [True, ""]
    assert [beyond["x"], beyond["y"], "4 %" in beyond["text"]] == [100, 1, True]
    assert SILENT.colour in beyond["text"]


def test_a_phone_has_room_for_labels_in_longer_segments_only() -> None:
    short = replace(SILENT, values=(10, 4), labels=("10 %", "4 %"))
    labels = {
        narrow: stacked_bars(COHORTS, [EMPLOYED, short], percent=True, narrow=narrow)["data"][1]
        for narrow in (False, True)
    }
    assert ["10 %" in labels[narrow]["text"][0] for narrow in (False, True)] == [True, False]


@pytest.mark.parametrize("chart", [stacked_bars, grouped_bars])
def test_no_label_is_left_out_because_another_does_not_fit(chart: Chart) -> None:
    figure = chart(COHORTS, [EMPLOYED, SILENT], percent=True)
    assert "uniformtext" not in figure["layout"]
    assert {trace["constraintext"] for trace in figure["data"]} == {"none"}


@pytest.mark.parametrize("chart", [stacked_bars, grouped_bars])
def test_a_bar_alone_is_no_slab(chart: Chart) -> None:
    alone = Series("Femmes", "#1f5f9e", (52,), ("52 %",), ("",))
    thickness = 380 * (1 - chart(("Promotion",), [alone], percent=True)["layout"]["bargap"])
    assert thickness <= 50


def test_segments_of_counts_are_compared_with_the_longest_bar() -> None:
    small = Series("Peu", "#1f5f9e", (5, 0), ("5", "0"), ("", ""))
    large = Series("Beaucoup", "#e58a2b", (5, 200), ("5", "200"), ("", ""))
    figure = stacked_bars(COHORTS, [small, large], percent=False)
    assert figure["data"][0]["text"] == ["", ""]
    assert [note["x"] for note in figure["layout"]["annotations"]] == [10]


@pytest.mark.parametrize("percent", [True, False])
def test_the_longest_bar_ends_before_its_axis_does(percent: bool) -> None:
    thirds = replace(EMPLOYED, values=(100.00000000000001, 3))
    low, high = stacked_bars(COHORTS, [thirds], percent=percent)["layout"]["xaxis"]["range"]
    assert [low, high > thirds.values[0]] == [0, True]


def test_only_absences_are_hatched() -> None:
    answered, silent = stacked_bars(COHORTS, [EMPLOYED, SILENT], percent=True)["data"]
    assert "pattern" not in answered["marker"]
    assert silent["marker"]["pattern"]["shape"] == "/"


def test_an_absent_value_draws_nothing_and_keeps_the_place_of_the_others() -> None:
    gap = replace(EMPLOYED, values=(None, 96))
    assert stacked_bars(COHORTS, [gap], percent=True)["data"][0]["x"] == [None, 96]


def test_the_first_category_stands_at_the_top() -> None:
    axis = stacked_bars(COHORTS, [EMPLOYED], percent=True)["layout"]["yaxis"]
    assert axis["range"] == [1.5, -0.5]
    assert axis["ticktext"] == list(COHORTS)


def test_a_legend_stands_over_several_series_only() -> None:
    assert not grouped_bars(COHORTS, [EMPLOYED], percent=True)["layout"]["showlegend"]
    layout = grouped_bars(COHORTS, [EMPLOYED, SILENT], percent=True)["layout"]
    assert layout["showlegend"]
    assert layout["legend"]["traceorder"] == "normal"


def test_a_label_stands_beyond_the_whisker() -> None:
    measured = replace(EMPLOYED, intervals=((60, 79), None))
    bars, labels = grouped_bars(COHORTS, [measured], percent=True)["data"]
    assert bars["error_y"]["arrayminus"] == [10, None]
    assert bars["error_y"]["array"] == [9, None]
    assert labels["y"] == [79, 96]
    assert labels["hoverinfo"] == "skip"


def test_a_whisker_stands_on_a_halo() -> None:
    measured = replace(EMPLOYED, intervals=((60, 79), None))
    bars, labels = grouped_bars(COHORTS, [measured], percent=True)["data"]
    halo, whisker = bars["error_y"], labels["error_y"]
    assert halo["color"] == "#ffffff"
    assert halo["thickness"] > whisker["thickness"]
    assert [whisker["arrayminus"], whisker["array"]] == [[19, None], [0, None]]


def test_no_whiskers_without_intervals() -> None:
    assert not grouped_bars(COHORTS, [EMPLOYED], percent=True)["data"][0]["error_y"]["visible"]


@pytest.mark.parametrize("chart", [stacked_bars, grouped_bars])
def test_a_click_is_told_by_series_and_category(chart: Chart) -> None:
    clickable = replace(EMPLOYED, clicks=({"promotion": "2013-2014"}, {"promotion": "2014-2015"}))
    figure = chart(COHORTS, [clickable, SILENT], percent=True)
    points = figure["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{"promotion": "2013-2014"}, {"promotion": "2014-2015"}], "1": []}


def test_axes_are_fixed_and_written_in_french() -> None:
    layout = grouped_bars(COHORTS, [EMPLOYED], percent=True)["layout"]
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
    assert layout["yaxis"]["ticktext"] == [f"{n}\u202f%" for n in (0, 20, 40, 60, 80)]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (0, 330, [0, 100, 200, 300]),
        (0, 0, [0]),
        (2.4, 3.2, [2.4, 2.6, 2.8, 3.0, 3.2]),
        (-124, 124, [-100, -50, 0, 50, 100]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected


@pytest.mark.parametrize("colour", sorted(set(findall("#[0-9a-f]{6}", CODEBOOK.read_text()))))
def test_text_reads_on_every_colour_of_the_codebook(colour: str) -> None:
    ink = findall("color:(#[0-9a-f]{6})", on_fill("12", colour))[0]
    light, dark = sorted((luminance(ink), luminance(colour)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3.5


def test_long_names_and_years_are_wrapped() -> None:
    assert wrapped("2013-2014", 9) == "2013-2014"
    assert wrapped("2013-2014", 8) == "2013-<br>2014"
    assert wrapped("Commerce, transport et services divers", 22) == (
        "Commerce, transport et<br>services divers"
    )
    assert wrapped("Promotion 2013-2014 - toutes", 24) == "Promotion 2013-2014 -<br>toutes"
    assert wrapped("2013-2014<br>n = 1 245", 14) == "2013-2014<br>n = 1 245"
    assert wrapped("", 22) == ""
