"""Is what is written in TOML read again as it was?"""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.reference import toml_text

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = WORDS | st.booleans() | st.integers(-(2**63), 2**63 - 1)
ENTRIES = st.dictionaries(WORDS, PLAIN | st.lists(PLAIN, max_size=3), max_size=4)


@given(st.dictionaries(WORDS, PLAIN | ENTRIES | st.lists(ENTRIES, max_size=3), max_size=4))
def test_any_words_come_back(entry: toml_text.Entry) -> None:
    assert tomllib.loads(toml_text.fields(entry)) == entry


def test_a_category_takes_one_line() -> None:
    entry = {
        "label": "Genre",
        "categories": [{"code": "F", "rank": 1}, {"code": "M", "derived": True}],
    }
    assert toml_text.fields(entry).splitlines() == [
        'label = "Genre"',
        "categories = [",
        '  { code = "F", rank = 1 },',
        '  { code = "M", derived = true },',
        "]",
    ]


@pytest.mark.parametrize(
    ("name", "written"), [("handicap", "handicap"), ("a b", '"a b"'), ("é", '"é"'), ("", '""')]
)
def test_a_name_with_spaces_or_accents_is_quoted(name: str, written: str) -> None:
    assert toml_text.key(name) == written
