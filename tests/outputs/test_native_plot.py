"""Is what office programs draw what the chart holds, number for number and label for label?"""

from __future__ import annotations

from typing import get_args

import pytest

from dashboard.content.charts import (
    Chart,
    Dots,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    StackedBars,
    Tiles,
)
from dashboard.content.charts.datum import Datum, Interval, Mark, Series
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.outputs.native_plot import NativePlot, native_plot
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.xml_safe import one_line
from dashboard.publication import Publication
from tests.outputs.plotly.described import written
from tests.outputs.taken import addresses, composed
from tests.outputs.written import numbers_of
from tests.support.examples import PROFILE

COLOUR, PALE = "#1d5f6b", "#b4bbc4"

NOTHING = Datum(None)


def drawn(chart: Chart) -> NativePlot:
    plot = native_plot(chart)
    assert plot is not None
    return plot


def data(*points: tuple[float | None, str]) -> tuple[Datum, ...]:
    return tuple(Datum(value, label) for value, label in points)


def grouped(interval: Interval | None, value: float = 50.0, **options: bool) -> GroupedBars:
    datum = Datum(value, "50,0\u202f%", interval=interval)
    series = Series("Oui", COLOUR, (datum, NOTHING))
    return GroupedBars((rich("A"), rich("B")), (series,), "percent", "Part", **options)


def test_stacked_bars_are_parts_of_one_and_know_which_labels_have_room() -> None:
    series = (
        Series("Oui", COLOUR, data((97.0, "97 %"), (None, ""))),
        Series("Sans", PALE, data((3.0, "3 %"), (100.0, "100 %")), absent=True),
    )
    names = (rich("Provence-", "Alpes-Côte d'Azur"), rich("B"))
    plot = drawn(StackedBars(names, series, "percent"))
    assert plot.categories == ("Provence-Alpes-Côte d'Azur", "B")
    assert [series.values for series in plot.series] == [(0.97, None), (0.03, 1.0)]
    assert [series.labels for series in plot.series] == [("97 %", ""), ("3 %", "100 %")]
    assert plot.has_room(0.97, "97 %", 440, 12)
    assert plot.has_room(0.05, "5 %", 800, 12)
    assert not plot.has_room(0.03, "3 %", 440, 12)
    assert [series.hatched for series in plot.series] == [False, True]
    assert (plot.stacked, plot.horizontal, plot.percent, plot.top) == (True, True, True, 1)
    assert plot.number_format == "0 %"


@pytest.mark.parametrize(("last", "end"), [(10, 100), (20, 100), (30, 110), (45, 125)])
def test_no_part_of_a_bar_is_cut_where_rounded_parts_add_up_to_more_than_their_whole(
    last: float, end: float
) -> None:
    """Sums of 90, 100, 110 and 125 %: on a page or a picture, in a spreadsheet and on a slide."""
    parts = (Series("Oui", COLOUR, data((80.0, "80 %"))), Series("Non", PALE, data((last, "n %"))))
    chart = StackedBars((rich("A"),), parts, "percent")
    axis = draw(chart, "page", written)["layout"]["xaxis"]
    assert axis["range"] == [0, pytest.approx(end, rel=0.002)]
    assert axis["tickvals"] == [0, 25, 50, 75, 100]
    assert "n %" in draw(chart, "page", written)["data"][1]["text"][0]
    plot = drawn(chart)
    assert (plot.top, plot.step) == (end / 100, None if end == 100 else 0.25)


def test_counts_are_counts_whatever_their_labels_say() -> None:
    series = Series("100 % en ligne", COLOUR, data((1044, "1\u202f044")))
    plot = drawn(StackedBars((rich("50 %"),), (series,), "number"))
    assert not plot.percent
    assert plot.top is None
    assert plot.series[0].values == (1044.0,)
    assert plot.written(1044) == "1\u202f044"


def test_grouped_bars_have_their_labels_and_intervals() -> None:
    plot = drawn(grouped((40.0, 62.0)))
    (series,) = plot.series
    assert (series.labels, series.below, series.above) == (
        ("50,0\u202f%", ""),
        (0.1, None),
        (0.12, None),
    )
    assert plot.title == "Part"
    assert plot.number_format == "0.0 %"
    assert not plot.horizontal


def test_without_an_interval_there_are_no_whiskers() -> None:
    (series,) = drawn(grouped(None)).series
    assert (series.below, series.above) == ((), ())


@pytest.mark.parametrize(
    ("interval", "horizontal", "top"),
    [
        ((40.0, 62.0), False, 0.62 * 1.12),
        ((40.0, 62.0), True, 0.62 * 1.28),
        ((40.0, 98.0), True, 1),
    ],
)
def test_the_axis_of_shares_leaves_room_beyond_the_longest_whisker(
    interval: Interval, horizontal: bool, top: float
) -> None:
    assert drawn(grouped(interval, horizontal=horizontal)).top == pytest.approx(top)


@pytest.mark.parametrize(
    ("marks", "label"),
    [((), "20 %"), (("small_base",), "20 % △"), (("item_nonresponse",), "20 % ◇")],
)
def test_a_label_keeps_its_marks(marks: tuple[Mark, ...], label: str) -> None:
    series = Series("Oui", COLOUR, (Datum(20.0, "20 %", marks=marks),))
    plot = drawn(StackedBars((rich("A"),), (series,), "percent"))
    assert plot.series[0].labels == (label,)


COHORTS = (
    LineSeries("2013", COLOUR, data((35.0, "35 %"), (38.0, "38 %"), (41.0, "41 %"))),
    LineSeries(
        "2014", COLOUR, data((30.0, "30 %"), (None, ""), (20.0, "20 %")), last_label="20 % à T3"
    ),
    LineSeries("2015", PALE, data((40.0, "40 %"), (None, ""), (None, "")), to_come=("T2 en 2018",)),
)


def cohorts(*lines: LineSeries) -> Lines:
    return Lines((rich("T1", "sept. 2014"), rich("T2"), rich("T3")), lines)


def test_lines_leave_gaps_and_name_their_last_point() -> None:
    plot = drawn(cohorts(*COHORTS))
    assert plot.categories[0] == "T1 sept. 2014"
    assert [line.values for line in plot.series][1:] == [(0.3, None, 0.2), (0.4, None, None)]
    assert [line.labels for line in plot.series] == [
        ("", "", "41 %"),
        ("", "", "20 %"),
        ("40 %", "", ""),
    ]
    assert plot.top == 0.5


def test_few_lines_have_a_label_at_each_point_and_in_a_room_all_have() -> None:
    assert drawn(cohorts(*COHORTS[:2])).series[0].labels == ("35 %", "38 %", "41 %")
    phone = native_plot(cohorts(*COHORTS[:2]), "phone")
    room = native_plot(cohorts(*COHORTS), "room")
    assert phone is not None
    assert room is not None
    assert phone.series[0].labels == ("", "", "41 %")
    assert room.series[0].labels == ("35 %", "38 %", "41 %")


def test_a_pyramid_grows_to_both_sides() -> None:
    left = Series("Femmes", COLOUR, data((3, "3"), (0, ""), (None, "")))
    right = Series("Hommes", PALE, data((4, "4"), (0, ""), (None, "")))
    plot = drawn(Pyramid(("20-29", "30-39", "40-49"), left, right))
    assert [side.values for side in plot.series] == [(-3.0, 0.0, None), (4.0, 0.0, None)]
    assert str(plot.series[0].values[1]) == "0.0"
    assert plot.mirrored
    assert plot.number_format == "#,##0;#,##0"
    assert plot.written(-3) == "3"


@pytest.mark.parametrize(
    "chart",
    [
        Dots((), COLOUR),
        Matrix((), (), ()),
        Tiles(()),
        StackedBars((), (), "percent"),
        GroupedBars((), (), "percent"),
        Lines((), ()),
    ],
    ids=lambda chart: type(chart).__name__,
)
def test_what_office_programs_cannot_draw_has_no_plot(chart: Chart) -> None:
    assert isinstance(chart, get_args(Chart))
    assert native_plot(chart) is None


def test_every_number_drawn_stands_in_the_table(publication: Publication) -> None:
    drawn: set[type] = set()
    for name, search in addresses(publication):
        exhibit = composed(name, search, publication)
        chart = None if exhibit.empty else exhibit.content.chart
        plot = None if chart is None else native_plot(chart)
        if plot is None:
            continue
        # A bar of people who were never asked is whole, and no share.
        listed = list(numbers_of(exhibit))
        known = {1.0, *map(abs, listed), *(abs(value) / 100 for value in listed)}
        values = [abs(v) for series in plot.series for v in series.values if v is not None]
        missing = [
            v for v in values if not any(v == pytest.approx(k, rel=5e-6, abs=6e-5) for k in known)
        ]
        assert missing == [], (name, search)
        drawn.add(type(chart))
    # In the quick profile each view is seen in one position of its switches, of which none is the pyramid's.
    if PROFILE != "quick":
        assert drawn == {StackedBars, GroupedBars, Lines, Pyramid}, "a kind that no view draws"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (rich("Île-de-", "France"), "Île-de-France"),
        (rich("2015-", "2016"), "2015-2016"),
        (rich("1\u202f044 en", "moyenne"), "1\u202f044 en moyenne"),
        (rich(" a\x00b"), "ab"),
        (rich("moins de <b>30</b>"), "moins de <b>30</b>"),
    ],
)
def test_a_label_is_written_on_one_line(label: RichText, text: str) -> None:
    assert one_line(label) == text


def test_a_line_knows_where_silence_makes_it_dotted() -> None:
    silent = Datum(20.0, "20 % ◇", marks=("item_nonresponse",))
    line = LineSeries("2013-2014", COLOUR, (Datum(44.0, "44 %"), Datum(50.0, "50 %"), silent))
    plot = drawn(Lines(tuple(map(rich, ("T1", "T2", "T3"))), (line,), "percent"))
    assert [series.dotted for series in plot.series] == [(2,)]
    assert "plus d'un tiers sans information" in plot.told_below
