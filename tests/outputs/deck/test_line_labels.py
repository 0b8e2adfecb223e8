"""Do labels beside the points of lines stay clear of the lines and of each other?"""

from __future__ import annotations

import pytest

from dashboard.outputs.deck.line_labels import CLEAR, HEIGHT, Place, places_of
from dashboard.outputs.native_plot import NativePlot, NativeSeries

Values = tuple[float | None, ...]


def plot(*lines: tuple[Values, tuple[str, ...]]) -> NativePlot:
    series = tuple(NativeSeries("x", "#1f5f9e", False, values, labels) for values, labels in lines)
    return NativePlot("lines", ("T1", "T2", "T3"), series, percent=True, top=1)


def test_the_first_label_stands_left_of_its_line_and_the_last_one_right() -> None:
    places = places_of(plot(((0.3, None, 0.5), ("30 %", "", "50 %"))))
    assert not places[0, 0].left
    places = places_of(plot(((0.3, 0.4, 0.5), ("30 %", "40 %", "50 %"))))
    assert places[0, 0] == Place(left=True, up=0)
    assert places[0, 2] == Place(left=False, up=0)


@pytest.mark.parametrize("end", [0.2, 0.38, 0.42, 0.6])
def test_between_the_label_stands_above_or_under_the_line_that_leaves(end: float) -> None:
    place = places_of(plot(((0.3, 0.4, end), ("30 %", "40 %", "50 %"))))[0, 1]
    assert not place.left
    for part in (0.05, 0.2):
        assert abs(place.up - part * (end - 0.4)) >= CLEAR


def test_a_line_that_ends_where_others_start_has_its_label_on_the_free_side() -> None:
    places = places_of(
        plot(((0.32, 0.35, 0.2), ("", "", "20 %")), ((0.31, None, None), ("31 %", "", "")))
    )
    assert places[1, 0].left


def test_labels_of_ends_that_meet_are_pushed_apart() -> None:
    ends = plot(((0.3, 0.3, 0.2), ("", "", "20 %")), ((0.4, 0.4, 0.21), ("", "", "21 %")))
    places = places_of(ends)
    assert (0.21 + places[1, 2].up) - (0.2 + places[0, 2].up) >= HEIGHT - 1e-9
