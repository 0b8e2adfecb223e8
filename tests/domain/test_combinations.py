"""Are rows numbered by what they have, in order, however little room there is for numbers?"""

import numpy as np
import pytest

from dashboard.domain import combinations
from dashboard.domain.combinations import Numbered, combined

FIRST = np.array([3, 0, 3, 2, 0])
SECOND = np.array([1, 3, 1, 0, 3])
THIRD = np.array([2, 2, 2, 3, 1])
PEOPLE = np.array([5, 1, 2, 1, 1], dtype=np.int64)


@pytest.mark.parametrize("few", [combinations.FEW, 20, 1], ids=["room", "some room", "no room"])
def test_rows_with_the_same_categories_are_added_up(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(combinations, "FEW", few)
    positions, (people,) = combined((FIRST, SECOND, THIRD), (4, 4, 4), PEOPLE)
    assert positions.tolist() == [[0, 3, 1], [0, 3, 2], [2, 0, 3], [3, 1, 2]]
    assert people.tolist() == [1, 1, 1, 7]


def test_without_a_variable_all_rows_have_the_same() -> None:
    positions, (people,) = combined((), (), PEOPLE)
    assert positions.shape == (1, 0)
    assert people.tolist() == [10]


def test_without_a_row_there_is_no_combination() -> None:
    nobody = np.zeros(0, dtype=np.int64)
    positions, (people,) = combined((nobody, nobody), (4, 4), nobody)
    assert positions.shape == (0, 2)
    assert people.tolist() == []
    assert combined((), (), nobody)[0].shape == (0, 0)


def test_numbers_say_what_they_stand_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(combinations, "FEW", 1)
    numbered = Numbered((FIRST, SECOND, THIRD), (4, 4, 4), len(PEOPLE))
    rows = np.column_stack((FIRST, SECOND, THIRD))
    assert numbered.positions(numbered.of_row).tolist() == rows.tolist()


def test_what_ten_million_people_weigh_adds_up_to_the_last_billionth() -> None:
    a_million_each = np.full(10, 4_000_000_001_000_001, dtype=np.int64)
    groups = np.zeros(len(a_million_each), dtype=np.int64)
    assert combinations.added(groups, a_million_each, 2).tolist() == [40_000_000_010_000_010, 0]
