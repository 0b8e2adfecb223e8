"""Is as much written on a chart that cannot grow as has room, and is the last row always named?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import NO_TEXT, rich
from dashboard.outputs.layout.thinning import TOUCHING, fitted, thinned, thinned_across

TWO = rich("2015-2016", "n = 245")


def test_names_that_fit_stay_as_they_are() -> None:
    assert thinned([TWO] * 5, 240) == [TWO] * 5


def test_many_names_stand_on_one_line_each_then_only_some_of_them_do() -> None:
    assert [name.plain for name in thinned([TWO] * 12, 240)] == ["2015-2016 · n = 245"] * 12
    kept = [bool(name) for name in thinned([TWO] * 40, 240)]
    assert kept[-1]
    assert 0 < sum(kept) < 40


@given(many=st.integers(1, 90), height=st.floats(20, 900))
def test_no_two_names_meet(many: int, height: float) -> None:
    names = thinned([TWO] * many, height)
    assert names[-1]
    lines = sum(len(name.lines) for name in names if name)
    assert lines <= 1 or lines * TOUCHING * 12 <= height + TOUCHING * 12


@given(many=st.integers(1, 90), width=st.floats(100, 1200))
def test_names_under_columns_are_apart(many: int, width: float) -> None:
    names, every = thinned_across([rich("2015-2016")] * many, width)
    assert names[-1]
    assert sum(map(bool, names)) == -(-many // every)


def test_a_cell_says_what_it_has_room_for() -> None:
    chart = Matrix((rich("a"),), (rich("b"),), ((MatrixCell(1.0, rich("45", "18,4 %")),),))

    def text(width: float, height: float) -> str:
        return fitted(chart, width, height).cells[0][0].text.plain

    assert text(60, 40) == "45 18,4 %"
    assert text(60, 16) == "45"
    assert text(60, 6) == NO_TEXT.plain
    assert text(8, 40) == NO_TEXT.plain
