"""Under which name is a person known in the tables, so that only who has the key can tell whose it is?"""

from __future__ import annotations

import hashlib
import hmac

from dashboard.domain.errors import ImportingError
from dashboard.text.typography import unbroken

DIGITS = 16
"""Hexadecimal digits of a pseudonym: a million people share one by chance once in thirty million imports."""

PREFIX = "p"
"""Begins each pseudonym, so that no spreadsheet takes one for a number."""

_FINGERPRINT_SALT = b"dashboard import key, fingerprint 1"
"""One for all: the same key has the same fingerprint on every machine."""

_COST = 2**14
"""How dear a guess of the key is made: scrypt takes 16 MB and some hundredths of a second for each."""


class Pseudonyms:
    """The pseudonyms under one key, each remembered with its identifier to notice two people of one name."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()
        self._given: dict[str, str] = {}
        self._owners: dict[str, str] = {}

    def of(self, identifier: str) -> str:
        """The pseudonym of a normalised identifier; raises ImportingError where another one has the same."""
        if identifier not in self._given:
            name = self.name_of(identifier)
            if self._owners.setdefault(name, identifier) != identifier:
                raise ImportingError(
                    unbroken(
                        "Deux identifiants différents reçoivent le même pseudonyme : rien n'est écrit. "
                        "Changez DASHBOARD_IMPORT_KEY et importez de nouveau toutes les années."
                    )
                )
            self._given[identifier] = name
        return self._given[identifier]

    def name_of(self, identifier: str) -> str:
        """The pseudonym that a normalised identifier has, or would have: nothing is remembered of it."""
        digest = hmac.digest(self._key, identifier.encode(), hashlib.sha256)
        return f"{PREFIX}{digest.hex()[:DIGITS]}"


def fingerprint(key: str) -> str:
    """Sixteen hexadecimal digits by which a key is recognised, and which do not help to guess it."""
    return hashlib.scrypt(key.encode(), salt=_FINGERPRINT_SALT, n=_COST, r=8, p=1, dklen=8).hex()
