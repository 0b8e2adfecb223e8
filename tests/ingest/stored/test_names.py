"""Is each column called by a name of its own, that every engine takes?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dimension import Dimension, dimension
from dashboard.ingest.stored.names import column_names
from tests.support.examples import examples


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (["gender"], ["gender"]),
        (["status@T1", "status@T10"], ["status_t1", "status_t10"]),
        (["status@T1", "status_T1", "status_t1"], ["status_t1", "status_t1_2", "status_t1_3"]),
        (["person", "weight"], ["person_2", "weight_2"]),
        (["diplôme", "diplome"], ["dipl_me", "diplome"]),
    ],
)
def test_names_of_columns(written: list[str], names: list[str]) -> None:
    made = column_names(map(dimension, written))
    assert sorted(made.values()) == sorted(names)


@examples(200)
@given(
    st.lists(
        st.builds(
            Dimension,
            st.text("abAB_é1 '\";", min_size=1, max_size=80),
            st.none() | st.sampled_from(["T1", "t1", "1"]),
        ),
        unique=True,
    )
)
def test_no_two_columns_have_one_name(keys: list[Dimension]) -> None:
    names = column_names(keys)
    assert [*names] == sorted(keys, key=str)
    assert len(set(names.values())) == len(set(keys))
    assert all(re.fullmatch(r"[a-z0-9_]{1,63}", name) for name in names.values())
    assert column_names(reversed(keys)) == names
