"""Do bars side by side show what they are given, with labels clear of their whiskers?"""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import GroupedBars
from dashboard.content.charts.datum import Datum, Series, Unit
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written

COHORTS = (rich("2013-2014"), rich("2014-2015"))
EMPLOYED = Series("En emploi", "#1f5f9e", (Datum(70, "70 %"), Datum(96, "96 %")))
SILENT = Series("Sans information", "#b4bbc4", (Datum(30, "30 %"), Datum(4, "4 %")), absent=True)
MEASURED = replace(EMPLOYED, data=(Datum(70, "70 %", interval=(60, 79)), Datum(96, "96 %")))


def drawn(*series: Series, unit: Unit = "percent", horizontal: bool = False) -> Figure:
    chart = GroupedBars(COHORTS, series, unit, "Part", horizontal)
    return draw(chart, "page", written)


@pytest.mark.parametrize("horizontal", [False, True])
@pytest.mark.parametrize("unit", ["percent", "number"])
def test_a_figure_is_valid(unit: Unit, horizontal: bool) -> None:
    for series in ([], [EMPLOYED], [EMPLOYED, SILENT]):
        go.Figure(drawn(*series, unit=unit, horizontal=horizontal))
    go.Figure(draw(GroupedBars((), (), unit), "page", written))


def test_no_label_is_left_out_because_another_does_not_fit() -> None:
    figure = drawn(EMPLOYED, SILENT)
    assert "uniformtext" not in figure["layout"]
    assert {trace["constraintext"] for trace in figure["data"]} == {"none"}


def test_a_bar_alone_is_no_slab() -> None:
    alone = Series("Femmes", "#1f5f9e", (Datum(52, "52 %"),))
    chart = GroupedBars((rich("Promotion"),), (alone,), "percent")
    assert 380 * (1 - draw(chart, "page", written)["layout"]["bargap"]) <= 50


def test_a_legend_stands_over_several_series_only() -> None:
    assert not drawn(EMPLOYED)["layout"]["showlegend"]
    layout = drawn(EMPLOYED, SILENT)["layout"]
    assert layout["showlegend"]
    assert layout["legend"]["traceorder"] == "normal"


def test_a_label_stands_beyond_the_whisker() -> None:
    bars, labels = drawn(MEASURED)["data"]
    assert bars["error_y"]["arrayminus"] == [10, None]
    assert bars["error_y"]["array"] == [9, None]
    assert labels["y"] == [79, 96]
    assert labels["hoverinfo"] == "skip"


def test_a_whisker_stands_on_a_halo() -> None:
    bars, labels = drawn(MEASURED)["data"]
    halo, whisker = bars["error_y"], labels["error_y"]
    assert halo["color"] == "#ffffff"
    assert halo["thickness"] > whisker["thickness"]
    assert [whisker["arrayminus"], whisker["array"]] == [[19, None], [0, None]]


def test_no_whiskers_without_intervals() -> None:
    assert not drawn(EMPLOYED)["data"][0]["error_y"]["visible"]


def test_bars_that_lie_have_their_first_category_at_the_top() -> None:
    figure = drawn(MEASURED, horizontal=True)
    assert figure["data"][0]["x"] == [70, 96]
    assert figure["layout"]["yaxis"]["range"] == [1.5, -0.5]


def test_the_axis_goes_as_far_as_that_of_another_chart() -> None:
    chart = GroupedBars(COHORTS, (EMPLOYED,), "number", top=300)
    axis = draw(chart, "page", written)["layout"]["yaxis"]
    assert [axis["range"][1] > 300, axis["tickvals"][-1]] == [True, 300]


def test_a_click_is_identified_by_series_and_category() -> None:
    click = ClickFilter(switches=(("promotion", "2013-2014"),))
    clickable = replace(EMPLOYED, data=(Datum(70, click=click), Datum(96)))
    points = drawn(clickable, SILENT)["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{"promotion": "2013-2014"}, {}], "1": []}


def test_axes_are_fixed_and_written_in_french() -> None:
    layout = drawn(EMPLOYED)["layout"]
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
    assert layout["yaxis"]["ticktext"] == [f"{n}\u202f%" for n in (0, 20, 40, 60, 80)]
