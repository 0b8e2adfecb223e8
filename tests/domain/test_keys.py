"""Are keys those of people whatever else is in the tables, and are parts of people never more than people?"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import KEYS, PARTS, fingerprint, parts_of_people, person_keys

FIRST, SECOND = "x" * 32, "y" * 32

owners = st.lists(st.integers(0, 40), max_size=200).map(lambda rows: np.array(rows, dtype=np.int64))


def test_a_person_keeps_their_key_whoever_else_is_there() -> None:
    alone = person_keys(["b"], FIRST)
    assert person_keys(["a", "b", "c"], FIRST)[1] == alone[0]
    assert person_keys(["b"], SECOND)[0] != alone[0]
    assert 0 <= alone[0] < KEYS


def test_keys_are_spread_evenly() -> None:
    keys = person_keys(map(str, range(20_000)), FIRST) / KEYS
    tenths = np.bincount((10 * keys).astype(int), minlength=10)
    # Of 2,000 expected in each tenth, four standard deviations are 170.
    assert abs(tenths - 2000).max() < 170


@given(owner=owners)
def test_the_rows_of_each_person_are_one_person_to_the_part(owner: np.ndarray) -> None:
    parts = parts_of_people(owner)
    for person in set(owner.tolist()):
        assert parts[owner == person].sum() == PARTS
    assert (parts > 0).all()


@given(owner=owners, data=st.data())
def test_there_are_never_fewer_people_than_their_parts_make(
    owner: np.ndarray, data: st.DataObject
) -> None:
    among = np.array(
        data.draw(st.lists(st.booleans(), min_size=len(owner), max_size=len(owner))), dtype=bool
    )
    people = len(set(owner[among].tolist()))
    assert at_least(parts_of_people(owner)[among]) <= people


@pytest.mark.parametrize("rows", [1, 3, 16, 17, 19, 23, 1000])
def test_ten_people_are_ten_however_many_rows_they_have(rows: int) -> None:
    parts = parts_of_people(np.repeat(np.arange(10), rows))
    assert at_least(parts) == 10
    assert at_least(parts[:-1]) == (10 if rows > 1 else 9)
    assert at_least(parts[:-rows]) == 9


def at_least(parts: np.ndarray) -> int:
    """How many people a table says that stand behind rows which are these parts."""
    rows = len(parts)
    ones = np.ones(rows, dtype=np.int64)
    table = FrequencyTable((), (), np.zeros((rows, 0), dtype=np.int32), ones, None, ones, parts)
    return int(table.heads_over(()))


def test_rows_stand_in_any_order() -> None:
    owner = np.array([3, 1, 3, 1, 3] * 17)
    assert Counter(parts_of_people(owner)[owner == 1]) == Counter(
        {PARTS // 34 + 1: PARTS % 34, PARTS // 34: 34 - PARTS % 34}
    )


def test_a_fingerprint_tells_secrets_apart_and_neither_of_them() -> None:
    assert fingerprint(FIRST) == fingerprint(FIRST) != fingerprint(SECOND)
    assert FIRST not in fingerprint(FIRST)
