"""Does the axis of dots begin and end at round values around everything that is drawn?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts import Dots
from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Reference
from dashboard.outputs.layout.dot_span import span_of

SHARES = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=5))
def test_every_interval_of_shares_is_held_and_0_and_100_are_never_passed(
    bounds: list[tuple[float, float]],
) -> None:
    rows = tuple(
        DotRow("", Datum((low + high) / 2, interval=(min(low, high), max(low, high))))
        for low, high in bounds
    )
    low, high = span_of(Dots(rows, "#2d7c80"))
    assert 0 <= low <= min(map(min, bounds)) + 1e-9
    assert max(map(max, bounds)) - 1e-9 <= high <= 100


def test_a_gap_may_be_negative_and_the_reference_is_held() -> None:
    rows = (DotRow("", Datum(-14.0, interval=(-22.0, -6.0))), DotRow("", Datum(None)))
    low, high = span_of(Dots(rows, "#2d7c80", Reference(0), unit="number"))
    assert [low <= -22, high >= 0] == [True, True]


@pytest.mark.parametrize("span", [(-40.0, 12.0), (0.0, 5.0)])
def test_what_another_chart_asks_for_is_held(span: tuple[float, float]) -> None:
    rows = (DotRow("", Datum(2.0)),)
    low, high = span_of(Dots(rows, "#2d7c80", unit="number", span=span))
    assert [low <= span[0], high >= span[1]] == [True, True]
