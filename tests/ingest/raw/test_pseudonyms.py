"""Is a person the same under one key, another under another, and does nothing help to guess the key?"""

import pytest

from dashboard.domain.errors import ImportingError
from dashboard.ingest.raw import pseudonyms
from dashboard.ingest.raw.pseudonyms import DIGITS, Pseudonyms, fingerprint

KEY, OTHER = "a" * 32, "b" * 32


def test_a_pseudonym_follows_from_the_identifier_and_the_key() -> None:
    name = Pseudonyms(KEY).of("00123")
    assert name == Pseudonyms(KEY).of("00123")
    assert name not in (Pseudonyms(OTHER).of("00123"), Pseudonyms(KEY).of("123"))
    assert len(name) == DIGITS + 1
    assert name.isalnum()
    # What `printf 00123 | openssl dgst -sha256 -hmac $KEY` begins with.
    assert name == "p30d713f37a9402ae"


def test_two_people_of_one_name_stop_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonyms, "DIGITS", 1)
    names = Pseudonyms(KEY)
    with pytest.raises(ImportingError, match="même pseudonyme"):
        sorted(map(names.of, map(str, range(17))))


def test_a_fingerprint_tells_keys_apart_and_is_no_part_of_one() -> None:
    assert fingerprint(KEY) == fingerprint(KEY) != fingerprint(OTHER)
    assert len(fingerprint(KEY)) == 16
    assert fingerprint(KEY) not in KEY
