"""Is a text a French social security number?"""

from __future__ import annotations

import re

_NIR = re.compile(
    r"(?P<sex>[123478])(?P<year>\d{2})(?P<month>0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)"
    r"(?P<place>\d{2}|2[AB])(?P<rest>\d{6})(?P<key>\d{2})?"
)
_CORSICA = {"2A": "19", "2B": "18"}
"""What stands for the departments of Corsica where the key is reckoned."""


def is_nir(text: str) -> bool:
    """Whether `text` is one, with its key, which has to fit, or without; spaces and signs between are no part of it."""
    found = _NIR.fullmatch(re.sub(r"[\s.\-/]", "", text).upper())
    if found is None:
        return False
    if found["key"] is None:
        return True
    place = _CORSICA.get(found["place"], found["place"])
    number = int(found["sex"] + found["year"] + found["month"] + place + found["rest"])
    return int(found["key"]) == 97 - number % 97
