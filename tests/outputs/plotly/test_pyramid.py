"""Does the pyramid grow from the middle to both sides, with numbers that are never negative?"""

from dataclasses import replace

import plotly.graph_objects as go

from dashboard.content.charts import Pyramid
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.click_filter import ClickFilter
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written

YOUNG = ClickFilter(switches=(("age", "moins-30"),))
BANDS = ("Moins de 30 ans", "30 à 39 ans")
WOMEN = Series("Femmes", "#0f766e", (Datum(90, "90", click=YOUNG), Datum(None)))
MEN = Series("Hommes", "#8fb8de", (Datum(61, "61"), Datum(1200, "1 200")))
CHART = Pyramid(BANDS, WOMEN, MEN, "Bénéficiaires")


def drawn(chart: Pyramid = CHART) -> Figure:
    return draw(chart, "page", written)


def test_a_figure_is_valid() -> None:
    go.Figure(drawn())
    nobody = Series("", "#0f766e", ())
    go.Figure(drawn(Pyramid((), nobody, nobody)))


def test_the_sides_grow_apart_and_the_youngest_stand_at_the_bottom() -> None:
    figure = drawn()
    assert [trace["x"] for trace in figure["data"]] == [[-90, None], [61, 1200]]
    assert figure["layout"]["yaxis"]["range"] == [-0.5, 1.5]


def test_numbers_have_no_sign() -> None:
    axis = drawn()["layout"]["xaxis"]
    assert axis["tickvals"] == [-1000, -500, 0, 500, 1000]
    assert axis["ticktext"] == ["1\u202f000", "500", "0", "500", "1\u202f000"]


def test_few_people_are_counted_in_whole_numbers() -> None:
    few = Series("Femmes", "#0f766e", (Datum(1, "1"), Datum(0, "0")))
    assert drawn(Pyramid(BANDS, few, few))["layout"]["xaxis"]["tickvals"] == [-1, 0, 1]


def test_both_axes_go_as_far_as_those_of_another_chart() -> None:
    low, high = drawn(replace(CHART, top=5000))["layout"]["xaxis"]["range"]
    assert [low < -5000, high > 5000] == [True, True]


def test_each_side_is_named_above() -> None:
    left, right = drawn()["layout"]["annotations"]
    assert ["Femmes" in left["text"], "Hommes" in right["text"]] == [True, True]


def test_a_click_is_identified_by_side_and_band() -> None:
    points = drawn()["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{"age": "moins-30"}, {}], "1": []}
