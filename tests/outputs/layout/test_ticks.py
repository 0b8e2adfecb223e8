"""Are axes marked at round values, written in French?"""

import pytest

from dashboard.outputs.layout.ticks import number, step, ticks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (0, 330, [0, 100, 200, 300]),
        (0, 0, [0]),
        (2.4, 3.2, [2.4, 2.6, 2.8, 3.0, 3.2]),
        (-124, 124, [-100, -50, 0, 50, 100]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected


@pytest.mark.parametrize("span", [0.3, 1, 7, 80, 99, 1234])
@pytest.mark.parametrize("most", [2, 4, 5])
def test_no_more_steps_than_there_is_room_for(span: float, most: int) -> None:
    assert span <= most * step(span, most) * (1 + 1e-9)


def test_numbers_have_as_many_decimals_as_they_need() -> None:
    assert [number(1000), number(2.5), number(0.25)] == ["1\u202f000", "2,5", "0,25"]
