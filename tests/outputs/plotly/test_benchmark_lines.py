"""Do outside figures stand at their values, named clear of bars, rows and each other?"""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import Chart, Dots, Lines, StackedBars
from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.dots import DotRow, Reference
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.rich_text import rich
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written

WOMEN = Series("Femmes", "#0f766e", (Datum(52, "52 %"), Datum(40, "40 %")))
MEN = Series("Hommes", "#1f5f9e", (Datum(48, "48 %"), Datum(60, "60 %")))
BARS = StackedBars((rich("2013-2014"), rich("2014-2015")), (WOMEN, MEN), "percent")
ROWS = Dots((DotRow("Femmes", Datum(40, "40 %")), DotRow("Hommes", Datum(60, "60 %"))), "#2d7c80")
WAVES = Lines(
    (rich("T1"), rich("T2")), (LineSeries("2013-2014", "#1f5f9e", (Datum(44), Datum(50))),)
)
LOW, HIGH = BenchmarkLine(30, "Ailleurs : 30 %"), BenchmarkLine(70, "Là-bas : 70 %")


def layout_of(chart: Chart, medium: Medium = "page") -> dict[str, Any]:
    figure = draw(chart, medium, written)
    go.Figure(figure)
    layout: dict[str, Any] = figure["layout"]
    return layout


def named(layout: dict[str, Any], line: BenchmarkLine) -> dict[str, Any]:
    note: dict[str, Any]
    (note,) = (n for n in layout["annotations"] if n["x"] == line.value and n["y"] < 0)
    return note


@pytest.mark.parametrize("chart", [BARS, ROWS], ids=["bars", "dots"])
def test_lines_run_through_every_row_from_their_names_down(chart: StackedBars | Dots) -> None:
    layout = layout_of(replace(chart, benchmarks=(LOW, HIGH)))
    dashed = [shape for shape in layout["shapes"] if "dash" in shape["line"]]
    assert [(shape["x0"], shape["x1"]) for shape in dashed] == [(30, 30), (70, 70)]
    last_row, top = layout["yaxis"]["range"]
    for line, shape in zip((LOW, HIGH), dashed, strict=True):
        assert shape["y1"] == last_row == 1.5
        assert top <= shape["y0"] < named(layout, line)["y"] < -0.5
        assert named(layout, line)["text"] == line.name


@pytest.mark.parametrize("chart", [BARS, ROWS], ids=["bars", "dots"])
def test_a_name_stands_on_the_side_that_has_room_and_above_the_one_before(
    chart: StackedBars | Dots,
) -> None:
    layout = layout_of(replace(chart, benchmarks=(LOW, HIGH)))
    low, high = named(layout, LOW), named(layout, HIGH)
    assert (low["xanchor"], high["xanchor"]) == ("left", "right")
    assert high["y"] < low["y"]


def test_a_long_name_is_broken_for_a_phone_which_keeps_more_room_for_it() -> None:
    long = replace(LOW, name="Demandeurs d'emploi parmi les auditeurs d'ailleurs : 30 %")
    page, phone = (
        layout_of(replace(BARS, benchmarks=(long,)), medium) for medium in ("page", "phone")
    )
    lines = [named(layout, long)["text"].count("<br>") + 1 for layout in (page, phone)]
    assert lines[0] < lines[1]
    tops = [layout["yaxis"]["range"][1] for layout in (page, phone)]
    assert tops[1] < tops[0] < -0.5


def test_a_label_that_a_line_would_run_through_stands_beyond_its_bar() -> None:
    through = replace(BARS, benchmarks=(BenchmarkLine(26, "Ailleurs : 26 %"),))
    figure = draw(through, "page", written)
    women, men = figure["data"]
    assert [bool(text) for text in women["text"]] == [False, True]
    assert all(men["text"])
    beyond = [n for n in figure["layout"]["annotations"] if n["x"] == 100]
    assert [(n["y"], "52 %" in n["text"]) for n in beyond] == [(0, True)]


def test_the_name_of_a_reference_keeps_its_place_below_those_of_benchmarks() -> None:
    referred = replace(ROWS, reference=Reference(50, "ensemble : 50 %"), benchmarks=(LOW,))
    layout = layout_of(referred)
    (reference,) = (n for n in layout["annotations"] if n["text"] == "ensemble : 50 %")
    assert named(layout, LOW)["y"] < reference["y"] < 0


def test_rows_have_lines_under_their_dots_and_bars_over_their_fills() -> None:
    under, over = (layout_of(replace(c, benchmarks=(LOW,)))["shapes"] for c in (ROWS, BARS))
    assert {shape["layer"] for shape in under} == {"below"}
    assert {shape["layer"] for shape in over} == {"above"}


def test_a_wave_has_its_own_line_named_under_the_axis() -> None:
    at_t2 = BenchmarkLine(62, "T2, ailleurs : 62 %", 1)
    layout = layout_of(replace(WAVES, benchmarks=(at_t2,)))
    (line,) = layout["shapes"]
    assert (line["y0"], line["y1"]) == (62, 62)
    assert 0 < line["x0"] < 1 < line["x1"] < 2
    assert layout["xaxis"]["title"]["text"] == "- - T2, ailleurs : 62 %"
    assert layout["yaxis"]["range"][1] > 62


def test_an_axis_reaches_the_lines() -> None:
    far = replace(ROWS, benchmarks=(BenchmarkLine(95, "Loin : 95 %"),))
    low, high = layout_of(far)["xaxis"]["range"]
    assert low < 40
    assert high > 95
