"""Does a chart get the room that its rows and columns need, and no more than its view says while they are few?"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

import pytest

from dashboard.content.charts import Distributions, GroupedBars, Matrix, SmallMaps, StackedBars
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.distributions import Distribution, DistributionPoint
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.rich_text import rich
from dashboard.content.charts.small_maps import SmallMap
from dashboard.content.medium import Medium
from dashboard.content.view import Canvas
from dashboard.outputs.layout.chart_size import MOST_ROW, size_of
from dashboard.web.card.canvas_size import canvas_look
from tests.support.outlines import STUDY

ON_PAGES: list[Medium] = ["page", "phone"]


def years(many: int) -> list[str]:
    return [f"{2000 + i}-{2001 + i}" for i in range(many)]


def stacked(many: int) -> StackedBars:
    names = tuple(rich(year, "n = 245") for year in years(many))
    return StackedBars(
        names, (Series("Femmes", "#1f5f9e", (Datum(50.0, "50 %"),) * many),), "percent"
    )


def matrix(many: int) -> Matrix:
    names = tuple(map(rich, years(many)))
    return Matrix(names, names, ((MatrixCell(1.0, rich("45", "18,4 %")),) * many,) * many)


def maps(many: int) -> SmallMaps:
    listed = tuple(SmallMap(year, rich("12 inscrits"), ()) for year in years(many))
    return SmallMaps(STUDY, listed, Classes((1.0,)), ("1 et plus",))


@pytest.mark.parametrize("medium", ON_PAGES)
def test_each_row_of_two_lines_has_their_height(medium: Medium) -> None:
    grown = size_of(stacked(20), medium).height - size_of(stacked(10), medium).height
    assert grown >= 10 * 2 * 12 * 1.25


@pytest.mark.parametrize("chart", [stacked(6), matrix(5), maps(5)])
def test_few_rows_need_no_more_than_a_view_gives(chart: StackedBars | Matrix | SmallMaps) -> None:
    spread, style = canvas_look(chart, Canvas("500px", "440px"), "page")
    least = size_of(chart, "page")
    assert not spread
    assert "broad" not in style
    assert least.times == 1
    assert least.height <= 440


@pytest.mark.parametrize("medium", ON_PAGES)
@pytest.mark.parametrize("chart", [stacked, matrix])
def test_the_few_rows_of_a_selection_do_not_stand_in_a_void(
    chart: Callable[[int], StackedBars | Matrix], medium: Medium
) -> None:
    one, six = size_of(chart(1), medium).most, size_of(chart(6), medium).most
    assert one is not None
    assert six is not None
    assert one < 200
    assert six - one == 5 * MOST_ROW


def test_the_canvas_of_few_rows_is_lower_than_its_view_says() -> None:
    most = size_of(stacked(1), "page").most
    assert most is not None
    _, style = canvas_look(stacked(1), Canvas("500px", "440px"), "page")
    assert f", {ceil(most)}px * var(--scale))" in style
    assert f"--tall-narrow:{ceil(most)}px" in style
    assert canvas_look(stacked(1), Canvas("500px", "440px"), "room")[1].startswith("--tall:500px;")


def test_bars_beside_each_other_have_a_line_of_text_each() -> None:
    series = Series("Part", "#1f5f9e", (Datum(50.0, "50 %"),) * 20)
    one = GroupedBars(tuple(map(rich, years(20))), (series,), "percent", horizontal=True)
    four = GroupedBars(tuple(map(rich, years(20))), (series,) * 4, "percent", horizontal=True)
    assert size_of(four, "page").height >= 20 * 4 * 12
    assert size_of(four, "page").height > size_of(one, "page").height


def test_a_row_of_circles_is_higher_than_its_largest_circle() -> None:
    def chart(percent: float) -> Distributions:
        point = DistributionPoint(1, percent, "x")
        row = Distribution(rich("2000-2001"), (point,), 1, 1, "1", rich("1"))
        return Distributions((row,) * 20, "#a23b6b")

    assert size_of(chart(90), "page").height > size_of(chart(50), "page").height > 20 * 34


def test_a_wide_matrix_takes_the_page_and_moves_sideways_on_a_phone() -> None:
    wide = matrix(20)
    assert canvas_look(wide, Canvas(), "page")[0]
    for medium in ON_PAGES:
        assert (
            f"--broad:{size_of(wide, medium).width:.0f}"[:10]
            in canvas_look(wide, Canvas(), medium)[1]
        )


def test_a_screen_stays_as_large_as_it_is() -> None:
    assert canvas_look(matrix(20), Canvas("500px", "440px"), "room") == (
        False,
        "--tall:500px;--tall-narrow:440px",
    )


@pytest.mark.parametrize("medium", ON_PAGES)
def test_each_row_of_small_maps_adds_as_much_as_the_one_before(medium: Medium) -> None:
    times = [size_of(maps(many), medium).times for many in (6, 10, 11, 15, 16, 20)]
    assert times == sorted(times)
    assert times[0] > 1 or medium == "phone"
    assert times[4] - times[2] == pytest.approx(times[5] - times[3], abs=0.5)


def test_only_a_chart_that_needs_more_has_more_of_the_paper() -> None:
    assert "--least" not in canvas_look(stacked(6), Canvas(), "page")[1]
    assert "--least" in canvas_look(stacked(20), Canvas(), "page")[1]
    assert "--least" in canvas_look(maps(20), Canvas(), "page")[1]
