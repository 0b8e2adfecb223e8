"""Answers: do lines and dots stand where they should, with gaps, intervals and doubts to be seen?"""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.outputs.plotly.dots import DotRow, Whole, dot_plot
from dashboard.outputs.plotly.lines import LineSeries, lines, spread

WAVES = ("T1", "T2", "T3")
FIRST = LineSeries("2013-2014", "#1f5f9e", (44, None, 66), ("44 %", "", "66 %"), ("a", "", "c"))
SECOND = LineSeries("2014-2015", "#e58a2b", (40, 65, None), ("40 %", "65 %", ""), ("d", "e", ""))
ROWS = (
    DotRow("Alsace", 40, "40 %", "a", (22, 58), conclusive=False, click={"region": "alsace"}),
    DotRow("Bretagne", 70, "70 %", "b", (61, 79)),
    DotRow("Limousin", None, "–", "c"),
)


def test_figures_are_valid() -> None:
    for series in ([], [FIRST], [FIRST, SECOND]):
        go.Figure(lines(WAVES, series, axis_title="Part"))
    go.Figure(lines((), (), percent=False))
    go.Figure(dot_plot((), Whole(None), colour="#2d7c80"))
    go.Figure(dot_plot(ROWS, Whole(54, "Ensemble"), colour="#2d7c80"))
    go.Figure(dot_plot(ROWS, Whole(None), colour="#2d7c80", percent=False, axis_title="UE"))


def test_an_absent_value_leaves_a_gap() -> None:
    line = lines(WAVES, [FIRST])["data"][0]
    assert line["y"] == [44, None, 66]
    assert line["connectgaps"] is False


def test_a_line_alone_has_its_values_on_its_points_above_the_whiskers() -> None:
    measured = replace(FIRST, intervals=((40, 48), None, (60, 72)))
    figure = lines(WAVES, [measured])
    line, values = figure["data"]
    assert line["error_y"]["array"] == [4, None, 6]
    assert values["text"] == ["44 %", "", "66 %"]
    assert values["y"][0] > 48
    assert values["y"][1] is None


def test_a_line_alone_is_named_without_its_value() -> None:
    named = lines(WAVES, [FIRST])["layout"]["annotations"][1:]
    assert ["2013-2014" in note["text"] and "66" not in note["text"] for note in named] == [True]


def test_what_is_to_come_stands_below_the_name() -> None:
    waiting = replace(SECOND, coming=("T3 : sept. 2018",))
    told = [note["text"] for note in lines(WAVES, [FIRST, waiting])["layout"]["annotations"][1:]]
    assert [text.endswith("<br>T3 : sept. 2018") for text in told] == [True, False]


def test_a_room_reads_the_value_of_every_point_and_no_two_at_the_same_place() -> None:
    one, other = lines(WAVES, [FIRST, SECOND], projected=True)["data"][2:]
    assert [one["text"], other["text"]] == [list(FIRST.labels), list(SECOND.labels)]
    assert other["x"][0] - one["x"][0] > 0.1


def test_several_lines_are_named_at_their_last_value() -> None:
    for figure in (
        lines(WAVES, [FIRST, SECOND], narrow=True),
        lines(WAVES, [FIRST, SECOND, replace(SECOND, name="2015-2016")]),
    ):
        named = [note["text"] for note in figure["layout"]["annotations"][1:]]
        assert not [trace for trace in figure["data"] if trace["mode"] == "text"]
        assert ["2014-2015" in named[0], "65 %" in named[0], "66 %" in named[-1]] == [True] * 3


def test_two_lines_have_their_values_on_their_points_side_by_side() -> None:
    one, other = lines(WAVES, [FIRST, SECOND])["data"][2:]
    assert [one["text"], other["text"]] == [list(FIRST.labels), list(SECOND.labels)]
    assert other["x"][0] - one["x"][0] > 0.3


def test_a_line_without_values_has_no_name() -> None:
    empty = replace(SECOND, values=(None, None, None))
    assert len(lines(WAVES, [FIRST, empty])["layout"]["annotations"]) == 2


def test_whiskers_of_two_lines_stand_side_by_side() -> None:
    one, other = lines(WAVES, [FIRST, SECOND], narrow=True)["data"]
    assert one["x"][0] < other["x"][0]


def test_shares_never_rise_over_a_hundred_percent() -> None:
    full = replace(FIRST, values=(99, 100, 100))
    assert lines(WAVES, [full])["layout"]["yaxis"]["range"] == [0, 100]


def test_labels_are_pushed_apart() -> None:
    assert spread([4, 5, 60], [10, 10, 10], 100) == [5, 15, 60]


def test_labels_stay_below_the_top() -> None:
    assert spread([4, 92, 98], [10, 10, 10], 100) == [5, 85, 95]


def test_what_is_not_conclusive_is_hollow() -> None:
    full, hollow = dot_plot(ROWS, Whole(54), colour="#2d7c80")["data"]
    assert full["marker"]["symbol"] == "circle"
    assert full["x"] == [70, None]
    assert hollow["marker"]["symbol"] == "circle-open"
    assert hollow["y"] == [0]


def test_a_row_without_value_says_so_beside() -> None:
    notes = dot_plot(ROWS, Whole(None), colour="#2d7c80")["layout"]["annotations"]
    assert [(note["y"], note["text"]) for note in notes] == [(0, "40 %"), (1, "70 %"), (2, "–")]


def test_the_whole_is_a_dashed_line_with_a_name() -> None:
    layout = dot_plot(ROWS, Whole(54, "Ensemble : 54 %"), colour="#2d7c80")["layout"]
    assert [(s["x0"], s["x1"], s["line"]["dash"]) for s in layout["shapes"]] == [(54, 54, "dash")]
    assert layout["annotations"][-1]["text"] == "Ensemble : 54 %"
    assert layout["showlegend"]


def test_nothing_to_differ_from_no_line_and_no_legend() -> None:
    layout = dot_plot(ROWS, Whole(None), colour="#2d7c80")["layout"]
    assert "shapes" not in layout
    assert not layout["showlegend"]


@pytest.mark.parametrize("bounds", [(0, 12), (91, 100)])
def test_the_axis_holds_every_whisker_and_ends_at_0_and_100(bounds: tuple[float, float]) -> None:
    row = DotRow("Corse", sum(bounds) / 2, "", "", bounds)
    axis = dot_plot([row], Whole(None), colour="#2d7c80")["layout"]["xaxis"]
    low, high = axis["tickvals"][0], axis["tickvals"][-1]
    assert 0 <= low <= bounds[0]
    assert bounds[1] <= high <= 100


def test_a_dot_at_the_end_of_the_axis_lies_on_no_name_and_no_value() -> None:
    rows = [DotRow("Femmes", 0, "", "", (0, 40)), DotRow("Hommes", 100, "", "", (60, 100))]
    low, high = dot_plot(rows, Whole(50), colour="#2d7c80")["layout"]["xaxis"]["range"]
    assert [low < 0, high > 100] == [True, True]


def test_a_click_is_told_by_its_place_in_its_trace() -> None:
    points = dot_plot(ROWS, Whole(54), colour="#2d7c80")["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{}, {}], "1": [{"region": "alsace"}]}
