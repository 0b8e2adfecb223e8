"""Do stacked bars show what they are given, name every category and tell absences from answers?"""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import StackedBars
from dashboard.content.charts.datum import Datum, Series, Unit
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.outputs.layout.chart_size import row_height, shared, stacked_names
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.plotly.fills import hatching
from tests.outputs.plotly.described import written

COHORTS = (rich("2013-2014"), rich("2014-2015"))
EMPLOYED = Series("En emploi", "#1f5f9e", (Datum(70, "70 %"), Datum(96, "96 %")))
SILENT = Series("Sans information", "#b4bbc4", (Datum(30, "30 %"), Datum(4, "4 %")), absent=True)


def drawn(*series: Series, unit: Unit = "percent", medium: Medium = "page") -> Figure:
    return draw(StackedBars(COHORTS, series, unit, "Part"), medium, written)


@pytest.mark.parametrize("unit", ["percent", "number"])
def test_a_figure_is_valid(unit: Unit) -> None:
    for series in ([], [EMPLOYED], [EMPLOYED, SILENT]):
        go.Figure(drawn(*series, unit=unit))
    go.Figure(draw(StackedBars((), (), unit), "page", written))


def test_a_label_stands_in_its_segment_or_else_beyond_the_bar() -> None:
    figure = drawn(EMPLOYED, SILENT)
    inside = figure["data"][1]["text"]
    (beyond,) = figure["layout"]["annotations"]
    assert ["30 %" in inside[0], inside[1]] == [True, ""]
    assert [beyond["x"], beyond["y"], "4 %" in beyond["text"]] == [100, 1, True]
    assert SILENT.colour in beyond["text"]


def test_a_phone_has_room_for_labels_in_longer_segments_only() -> None:
    short = replace(SILENT, data=(Datum(10, "10 %"), Datum(4, "4 %")))
    media: list[Medium] = ["page", "phone"]
    labels = [drawn(EMPLOYED, short, medium=medium)["data"][1]["text"][0] for medium in media]
    assert ["10 %" in label for label in labels] == [True, False]


def test_a_mark_stands_behind_its_number() -> None:
    few = replace(EMPLOYED, data=(Datum(70, "70 %", marks=("small_base",)), Datum(96, "96 %")))
    assert "70 % △" in drawn(few)["data"][0]["text"][0]


def test_a_label_that_only_another_chart_s_scale_leaves_no_room_is_not_drawn() -> None:
    halves = (
        Series("oui", "#ffffff", (Datum(5, "5"),)),
        Series("non", "#eeeeee", (Datum(5, "5"),)),
    )
    few = StackedBars((rich("2013"),), halves, "number")
    shared = draw(replace(few, top=1000), "page", written)
    assert "5" in draw(few, "page", written)["data"][0]["text"][0]
    assert [trace["text"] for trace in shared["data"]] == [[""], [""]]
    assert shared["layout"]["annotations"] == []
    assert shared["layout"]["xaxis"]["range"][1] > 1000


def test_no_label_is_left_out_because_another_does_not_fit() -> None:
    figure = drawn(EMPLOYED, SILENT)
    assert "uniformtext" not in figure["layout"]
    assert {trace["constraintext"] for trace in figure["data"]} == {"none"}


def test_a_bar_alone_is_no_slab() -> None:
    alone = Series("Femmes", "#1f5f9e", (Datum(52, "52 %"),))
    chart = StackedBars((rich("Promotion"),), (alone,), "percent")
    room = shared(chart.extent, 1, row_height(stacked_names(chart, "page")))
    assert room * (1 - draw(chart, "page", written)["layout"]["bargap"]) <= 50


def test_segments_of_counts_are_compared_with_the_longest_bar() -> None:
    small = Series("Peu", "#1f5f9e", (Datum(5, "5"), Datum(0, "0")))
    large = Series("Beaucoup", "#e58a2b", (Datum(5, "5"), Datum(200, "200")))
    figure = drawn(small, large, unit="number")
    assert figure["data"][0]["text"] == ["", ""]
    assert [note["x"] for note in figure["layout"]["annotations"]] == [10]


@pytest.mark.parametrize("unit", ["percent", "number"])
def test_the_longest_bar_ends_before_its_axis_does(unit: Unit) -> None:
    longest = 100.00000000000001
    thirds = replace(EMPLOYED, data=(Datum(longest), Datum(3)))
    low, high = drawn(thirds, unit=unit)["layout"]["xaxis"]["range"]
    assert [low, high > longest] == [0, True]


def test_only_absences_are_hatched() -> None:
    answered, silent = drawn(EMPLOYED, SILENT)["data"]
    assert "pattern" not in answered["marker"]
    assert silent["marker"]["pattern"]["shape"] == "/"


def test_an_absent_value_draws_nothing_and_keeps_the_place_of_the_others() -> None:
    gap = replace(EMPLOYED, data=(Datum(None), Datum(96, "96 %")))
    assert drawn(gap)["data"][0]["x"] == [None, 96]


def test_the_first_category_stands_at_the_top() -> None:
    axis = drawn(EMPLOYED)["layout"]["yaxis"]
    assert axis["range"] == [1.5, -0.5]
    assert axis["ticktext"] == ["2013-2014", "2014-2015"]


def test_a_click_is_identified_by_series_and_category() -> None:
    clicks = (ClickFilter(switches=(("promotion", "2013-2014"),)), ClickFilter())
    clickable = replace(EMPLOYED, data=tuple(Datum(70, "70 %", click=click) for click in clicks))
    points = drawn(clickable, SILENT)["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{"promotion": "2013-2014"}, {}], "1": []}


def test_those_whose_time_is_to_come_do_not_look_like_those_who_are_out_of_scope() -> None:
    to_come, never = hatching("#ffffff"), hatching("#e3e6ea")
    assert to_come["shape"] != never["shape"]
