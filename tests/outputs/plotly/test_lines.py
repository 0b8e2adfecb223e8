"""Do lines stand where they should, with gaps and intervals to be seen, and names beside them?"""

from dataclasses import replace

import plotly.graph_objects as go

from dashboard.content.charts import Lines
from dashboard.content.charts.datum import Datum
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.rich_text import rich
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written

WAVES = (rich("T1"), rich("T2"), rich("T3"))
GAP = Datum(None)
FIRST = LineSeries("2013-2014", "#1f5f9e", (Datum(44, "44 %"), GAP, Datum(66, "66 %")))
SECOND = LineSeries("2014-2015", "#e58a2b", (Datum(40, "40 %"), Datum(65, "65 %"), GAP))


def drawn(*series: LineSeries, medium: Medium = "page") -> Figure:
    return draw(Lines(WAVES, series, axis_title="Part"), medium, written)


def names(figure: Figure) -> list[str]:
    """What stands beside the lines, from the lowest."""
    return [note["text"] for note in figure["layout"]["annotations"][1:]]


def test_figures_are_valid() -> None:
    for series in ([], [FIRST], [FIRST, SECOND]):
        go.Figure(drawn(*series))
    go.Figure(draw(Lines((), (), "number"), "page", written))


def test_an_absent_value_leaves_a_gap() -> None:
    line = drawn(FIRST)["data"][0]
    assert line["y"] == [44, None, 66]
    assert line["connectgaps"] is False


def test_a_line_alone_has_its_values_on_its_points_above_the_whiskers() -> None:
    measured = replace(
        FIRST,
        data=(
            Datum(44, "44 %", interval=(40, 48)),
            GAP,
            Datum(66, "66 %", interval=(60, 72), marks=("item_nonresponse",)),
        ),
    )
    line, values = drawn(measured)["data"]
    assert line["error_y"]["array"] == [4, None, 6]
    assert values["text"] == ["44 %", "", "66 % ◇"]
    assert values["y"][0] > 48
    assert values["y"][1] is None


def test_a_line_alone_is_named_without_its_value() -> None:
    (name,) = names(drawn(FIRST))
    assert ["2013-2014" in name, "66" in name] == [True, False]


def test_what_is_to_come_stands_below_the_name() -> None:
    waiting = replace(SECOND, to_come=("T3 : sept. 2018",))
    labels = names(drawn(FIRST, waiting))
    assert [text.endswith("<br>T3 : sept. 2018") for text in labels] == [True, False]


def test_a_room_reads_the_value_of_every_point_and_no_two_at_the_same_place() -> None:
    third = replace(SECOND, name="2015-2016")
    first, second, _ = drawn(FIRST, SECOND, third, medium="room")["data"][3:]
    assert first["text"] == ["44 %", "", "66 %"]
    assert second["text"] == ["40 %", "65 %", ""]
    assert second["x"][0] - first["x"][0] > 0.1


def test_several_lines_are_named_at_their_last_value() -> None:
    for figure in (
        drawn(FIRST, SECOND, medium="phone"),
        drawn(FIRST, SECOND, replace(SECOND, name="2015-2016")),
    ):
        labels = names(figure)
        assert not [trace for trace in figure["data"] if trace["mode"] == "text"]
        assert ["2014-2015" in labels[0], "65 %" in labels[0], "66 %" in labels[-1]] == [True] * 3


def test_the_last_value_may_have_words_of_its_own() -> None:
    early = replace(SECOND, last_label="65 % à T2")
    assert "<b>65 % à T2</b>" in names(drawn(FIRST, early, medium="phone"))[0]


def test_two_lines_have_their_values_on_their_points_side_by_side() -> None:
    first, second = drawn(FIRST, SECOND)["data"][2:]
    assert [first["text"][0], second["text"][0]] == ["44 %", "40 %"]
    assert second["x"][0] - first["x"][0] > 0.3


def test_a_line_without_values_has_no_name() -> None:
    assert len(names(drawn(FIRST, replace(SECOND, data=(GAP, GAP, GAP))))) == 1


def test_whiskers_of_two_lines_stand_side_by_side() -> None:
    first, second = drawn(FIRST, SECOND, medium="phone")["data"]
    assert first["x"][0] < second["x"][0]


def test_shares_never_rise_over_a_hundred_percent() -> None:
    full = replace(FIRST, data=(Datum(99), Datum(100), Datum(100)))
    assert drawn(full)["layout"]["yaxis"]["range"] == [0, 100]


def test_the_axis_goes_as_far_as_that_of_another_chart() -> None:
    chart = Lines(WAVES, (FIRST,), top=89)
    assert draw(chart, "page", written)["layout"]["yaxis"]["range"] == [0, 100]


def test_what_leads_to_or_from_a_silent_point_is_dotted() -> None:
    silent = Datum(20, "20 %", marks=("item_nonresponse",))
    doubtful = replace(FIRST, data=(Datum(44), Datum(50), silent))
    assert doubtful.dotted == (2,)
    assert replace(FIRST, data=(silent, GAP, Datum(44))).dotted == ()
    figure = drawn(doubtful, SECOND)
    first, second = figure["data"][:2]
    assert (first["mode"], second["mode"]) == ("markers", "lines+markers")
    solid, dotted = figure["data"][-2:]
    assert (solid["y"], dotted["y"]) == ([44, 50, None], [50, 20, None])
    assert ["dash" in solid["line"], dotted["line"]["dash"]] == [False, "dot"]
    assert "plus d'un tiers sans information" in figure["layout"]["xaxis"]["title"]["text"]
    assert "title" not in drawn(FIRST, SECOND)["layout"]["xaxis"]
    go.Figure(figure)
