"""Is a text decoded as it was written, whatever its encoding?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.delimited.encoding import decoded, utf_16_codec
from tests.support.examples import examples

TEXT = "Identifiant;Né le;Œuvre;12,5 €\n"
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_a_french_text_is_read_in_any_encoding_of_a_spreadsheet(encoding: str, name: str) -> None:
    read = decoded(TEXT.encode(encoding))
    assert (read.text, read.encoding) == (TEXT, name)


@given(st.text(LETTERS), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@examples(200)
def test_any_text_in_unicode_comes_back(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    # A text of a letter or two may be the bytes of another in UTF-16 without a mark.
    if encoding == "utf-16" or utf_16_codec(content) is None:
        assert decoded(content).text == text


@given(st.text(st.sampled_from("abcé;, \n'\"0à"), min_size=4))
@examples(200)
def test_any_french_text_in_windows_1252_comes_back(text: str) -> None:
    assert decoded(text.encode("cp1252")).text == text
