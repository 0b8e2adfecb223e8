"""Is the area of a circle in proportion to its value?"""

import pytest

from dashboard.outputs.layout.map_symbols import diameter


@pytest.mark.parametrize("small", [False, True])
def test_the_area_of_a_circle_is_in_proportion_to_its_value(small: bool) -> None:
    assert diameter(400, 400, small=small) == 2 * diameter(100, 400, small=small)
    assert diameter(0, 400, small=small) == 0


def test_without_any_value_there_is_no_circle_to_size() -> None:
    assert diameter(0, 0) == 0
