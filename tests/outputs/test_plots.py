"""Is what office programs draw what the figure shows, number for number and label for label?"""

import pytest

from dashboard.outputs.plotly.bars import Series, grouped_bars, stacked_bars
from dashboard.outputs.plotly.lines import LineSeries, lines
from dashboard.outputs.plotly.pyramid import Side, pyramid
from dashboard.outputs.plots import Plot, plot_of
from dashboard.outputs.xml_safe import one_line
from dashboard.publication import Publication
from tests.outputs.taken import addresses, composed
from tests.outputs.written import numbers_of


def read(figure: Figure) -> Plot:
    plot = plot_of(figure)
    assert plot is not None
    return plot


def test_stacked_bars_are_parts_of_one_and_know_which_labels_have_room() -> None:
    series = [
        Series("Oui", "#1d5f6b", (97.0, None), ("97 %", ""), ("", "")),
        Series("Sans", "#b4bbc4", (3.0, 100.0), ("3 %", "100 %"), ("", ""), absent=True),
    ]
    plot = read(stacked_bars(["Provence-Alpes-Côte d'Azur", "B"], series, percent=True))
    assert plot.categories == ("Provence-Alpes-Côte d'Azur", "B")
    assert [one.values for one in plot.series] == [(0.97, None), (0.03, 1.0)]
    assert [one.labels for one in plot.series] == [("97 %", ""), ("3 %", "100 %")]
    assert plot.has_room(0.97, "97 %", 440, 12)
    assert plot.has_room(0.05, "5 %", 800, 12)
    assert not plot.has_room(0.03, "3 %", 440, 12)
    assert [one.hatched for one in plot.series] == [False, True]
    assert (plot.stacked, plot.horizontal, plot.percent, plot.top) == (True, True, True, 1)
    assert plot.number_format == "0 %"


def test_grouped_bars_have_their_labels_and_intervals() -> None:
    series = Series("Oui", "#1d5f6b", (50.0,), ("50,0 %",), ("",), intervals=((40.0, 62.0),))
    plot = read(grouped_bars(["A"], [series], percent=True, axis_title="Part"))
    (one,) = plot.series
    assert (one.labels, one.below, one.above) == (("50,0 %",), (0.1,), (0.12,))
    assert plot.title == "Part"
    assert plot.number_format == "0.0 %"
    assert not plot.horizontal


def test_lines_leave_gaps_and_name_their_last_point() -> None:
    series = [
        LineSeries("2014", "#1d5f6b", (30.0, None, 20.0), ("", "", "20 %"), ("",) * 3),
        LineSeries("2015", "#b4bbc4", (40.0, None, None), ("40 %", "", ""), ("",) * 3),
    ]
    plot = read(lines(["T1", "T2", "T3"], series))
    assert [one.values for one in plot.series] == [(0.3, None, 0.2), (0.4, None, None)]
    assert [one.labels for one in plot.series] == [("", "", "20 %"), ("40 %", "", "")]


def test_a_pyramid_grows_to_both_sides() -> None:
    sides = (
        Side("Femmes", "#1d5f6b", (3,), ("3",), ("",)),
        Side("Hommes", "#b4bbc4", (4,), ("4",), ("",)),
    )
    plot = read(pyramid(["20-29"], *sides))
    assert [one.values for one in plot.series] == [(-3.0,), (4.0,)]
    assert plot.mirrored
    assert plot.number_format == "#,##0;#,##0"
    assert plot.written(-3) == "3"


def test_every_number_drawn_stands_in_the_table(publication: Publication) -> None:
    drawn = 0
    for name, search in addresses(publication):
        exhibit = composed(name, search, publication)
        plot = None if exhibit.empty else plot_of(exhibit.content.figure)
        if plot is None:
            continue
        # A bar of people who were never asked is whole, and no share.
        listed = list(numbers_of(exhibit))
        known = {1.0, *map(abs, listed), *(abs(value) / 100 for value in listed)}
        values = [abs(v) for one in plot.series for v in one.values if v is not None]
        missing = [
            v for v in values if not any(v == pytest.approx(k, rel=5e-6, abs=6e-5) for k in known)
        ]
        assert missing == [], (name, search)
        drawn += 1
    assert drawn > 40


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Île-de-<br>France", "Île-de-France"),
        ("2015-<br>2016", "2015-2016"),
        ("<b>1\u202f044</b> en<br>moyenne", "1\u202f044 en moyenne"),
        ("a\x00b", "ab"),
    ],
)
def test_a_label_is_told_on_one_line(label: str, text: str) -> None:
    assert one_line(label) == text
