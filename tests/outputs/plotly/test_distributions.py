"""Does each row of a distribution show its extremes, its median, its mean and its mass?"""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import Distributions
from dashboard.content.charts.distributions import Distribution, DistributionPoint
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written

CLICK = ClickFilter(switches=(("promotion", "2013-2014"),))
POINTS = (
    DistributionPoint(1, 60, "60 %", rich("1 UE")),
    DistributionPoint(2, 38, "38 %", rich("2 UE")),
    DistributionPoint(5, 2, "2 %", rich("5 UE")),
)
ROW = Distribution(rich("2013-2014", "n = 50"), POINTS, 1.5, 1, "1,5", rich(bold("1,5")), CLICK)
CHART = Distributions((ROW,), "#a23b6b", "UE par bénéficiaire")
MEDIA: list[Medium] = ["page", "phone", "room"]


def drawn(chart: Distributions = CHART, medium: Medium = "page") -> Figure:
    return draw(chart, medium, written)


@pytest.mark.parametrize("medium", MEDIA)
def test_a_figure_is_valid(medium: Medium) -> None:
    go.Figure(drawn(medium=medium))
    go.Figure(drawn(Distributions((), "#a23b6b"), medium))


def test_a_line_goes_from_the_least_to_the_most() -> None:
    (line,) = drawn()["layout"]["shapes"]
    assert [line["x0"], line["x1"]] == [1, 5]


def test_circles_are_as_large_as_their_share() -> None:
    circles = drawn()["data"][0]
    assert circles["marker"]["size"] == [60, 38, 2]
    assert circles["marker"]["sizemode"] == "area"


def test_small_circles_have_no_label_on_a_page_none_has_on_a_phone_and_all_in_a_room() -> None:
    page, phone, room = (drawn(medium=medium)["data"][0] for medium in MEDIA)
    assert page["text"] == ["60 %", "38 %", ""]
    assert "text" not in phone
    assert room["text"] == ["60 %", "38 %", "2 %"]


def test_the_median_and_the_mean_are_marked_and_the_mean_is_written() -> None:
    _, _, medians, means = drawn()["data"]
    assert [medians["x"], means["x"], means["text"]] == [[1], [1.5], [" 1,5"]]


def test_every_whole_value_is_marked_as_far_as_another_chart_asks() -> None:
    assert drawn()["layout"]["xaxis"]["tickvals"] == [1, 2, 3, 4, 5]
    assert drawn(replace(CHART, top=7))["layout"]["xaxis"]["tickvals"] == [1, 2, 3, 4, 5, 6, 7]


def test_a_click_on_a_circle_keeps_its_row() -> None:
    points = drawn()["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{"promotion": "2013-2014"}] * 3}
