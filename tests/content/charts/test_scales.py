"""Do two charts side by side stand on one scale, and is each still read by its own names?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.content.charts import (
    Chart,
    Distributions,
    Dots,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    StackedBars,
    Tiles,
)
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.distributions import Distribution, DistributionPoint
from dashboard.content.charts.dots import DotRow, Reference
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.rich_text import NO_TEXT, RichText, rich
from dashboard.content.charts.scales import on_one_scale


def names(*labels: str) -> tuple[RichText, ...]:
    return tuple(map(rich, labels))


def series(*values: float) -> Series:
    return Series("Femmes", "#1f5f9e", tuple(map(Datum, values)))


def stacked(value: float) -> StackedBars:
    return StackedBars(names("2013"), (series(value),), "number")


def grouped(*labels: str, high: float = 9, horizontal: bool = False) -> GroupedBars:
    values = series(*(high for _ in labels))
    return GroupedBars(names(*labels), (values,), "number", horizontal=horizontal)


def line(*labels: str, high: float = 9) -> Lines:
    data = tuple(Datum(high) for _ in labels)
    return Lines(names(*labels), (LineSeries("2013", "#1f5f9e", data),), "number")


def pyramid(*bands: str, high: float = 9) -> Pyramid:
    side = series(*(high for _ in bands))
    return Pyramid(bands, side, side)


def distribution(value: int) -> Distributions:
    point = DistributionPoint(value, 100, "")
    return Distributions((Distribution(NO_TEXT, (point,), 1, 1, "", NO_TEXT),), "#1f5f9e")


def tops(*charts: Chart) -> list[float | None]:
    values = []
    for chart in charts:
        assert isinstance(chart, StackedBars | GroupedBars | Lines | Pyramid | Distributions)
        values.append(chart.top)
    return values


@pytest.mark.parametrize(
    ("few", "many"),
    [
        (stacked(20), stacked(300)),
        (grouped("oui", high=20), grouped("oui", high=300)),
        (grouped("oui", high=20, horizontal=True), grouped("non", high=300, horizontal=True)),
        (line("T1", high=20), line("T1", high=300)),
        (pyramid("20 ans", high=20), pyramid("20 ans", high=300)),
        (distribution(20), distribution(300)),
    ],
    ids=["stacked", "upright", "lying", "lines", "pyramid", "distributions"],
)
def test_numbers_go_as_far_as_the_farther_of_the_two(few: Chart, many: Chart) -> None:
    assert tops(*on_one_scale(few, many)) == [300, 300]
    assert tops(*on_one_scale(many, few)) == [300, 300]


def test_a_whisker_counts_as_the_end_of_its_bar() -> None:
    measured = Series("Femmes", "#1f5f9e", (Datum(20, interval=(10, 40)),))
    chart = GroupedBars(names("oui"), (measured,), "number")
    assert tops(*on_one_scale(chart, grouped("oui", high=30))) == [40, 40]


def test_dots_stand_between_the_lower_end_and_the_higher() -> None:
    below = Dots((DotRow("", Datum(-12.0, interval=(-20.0, -4.0))),), "#1f5f9e", unit="number")
    above = Dots((DotRow("", Datum(30.0)),), "#1f5f9e", Reference(0), unit="number")
    for shown in on_one_scale(below, above):
        assert isinstance(shown, Dots)
        assert shown.span == (-20.0, 30.0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (stacked(20), replace(stacked(300), unit="percent")),
        (line("T1"), replace(line("T1"), unit="percent")),
        (grouped("oui"), grouped("oui", horizontal=True)),
        (stacked(20), grouped("oui")),
        (Tiles(()), Tiles(())),
    ],
)
def test_what_counts_something_else_stays_as_it_is(first: Chart, second: Chart) -> None:
    assert on_one_scale(first, second) == (first, second)


@pytest.mark.parametrize("chart", [grouped, line])
def test_categories_that_go_on_from_the_others_stand_on_both(
    chart: Callable[..., GroupedBars | Lines],
) -> None:
    short, long = chart("1 UE", "2 UE"), chart("1 UE", "2 UE", "3 UE")
    for first, second in (on_one_scale(short, long), on_one_scale(long, short)):
        for shown in (first, second):
            assert isinstance(shown, GroupedBars | Lines)
            assert shown.categories == names("1 UE", "2 UE", "3 UE")
            assert {len(each.data) for each in shown.series} == {3}
    first, _ = on_one_scale(short, long)
    assert isinstance(first, GroupedBars | Lines)
    assert first.series[0].data[-1] == Datum(None)


def test_bands_of_ages_that_go_on_from_the_others_stand_on_both() -> None:
    for shown in on_one_scale(pyramid("20 ans", "30 ans"), pyramid("20 ans")):
        assert isinstance(shown, Pyramid)
        assert shown.bands == ("20 ans", "30 ans")
        assert len(shown.left.data) == len(shown.right.data) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (grouped("2013", "2014"), grouped("2015")),
        (grouped("a", horizontal=True), grouped("a", "b", horizontal=True)),
        (line(), line("T1")),
    ],
)
def test_a_chart_keeps_the_names_of_its_own_categories(
    first: GroupedBars | Lines, second: GroupedBars | Lines
) -> None:
    for shown, own in zip(on_one_scale(first, second), (first, second), strict=True):
        assert isinstance(shown, GroupedBars | Lines)
        assert shown.categories == own.categories


def test_the_bars_of_a_stack_keep_their_own_names() -> None:
    two = StackedBars(names("2013", "2014"), (series(1, 2),), "number")
    first, second = on_one_scale(stacked(300), two)
    assert isinstance(first, StackedBars)
    assert isinstance(second, StackedBars)
    assert [first.categories, second.categories] == [names("2013"), names("2013", "2014")]


def test_a_matrix_stays_as_it_is() -> None:
    cells = ((MatrixCell(1), MatrixCell(1)),)
    charts = Matrix(names("a"), names("2013"), cells), Matrix(names("a"), names("2015"), cells)
    assert on_one_scale(*charts) == charts
