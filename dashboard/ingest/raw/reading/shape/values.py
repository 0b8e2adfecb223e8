"""Is a text a value, such as a number or a date, rather than the name of a column?"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[-+]?[\d\s]*\d([.,]\d+)?\s*[%€]?")
_YEAR = re.compile(r"(19|20)\d\d")
_MAIL = re.compile(r"\S+@\S+\.\S+")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d.*)?")


def is_number(text: str) -> bool:
    """`12`, `1 234,5 €`, `-3.0`."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_value(text: str) -> bool:
    """A number, a date or an address of mail; a year alone may be the name of a column."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return False
    return is_number(text) or _DATE.fullmatch(text) is not None or _MAIL.fullmatch(text) is not None


def is_blank(text: str) -> bool:
    """Whether a cell has nothing that can be seen."""
    return not text or text.isspace()


def squeezed(text: str) -> str:
    """`text` on one line, without spaces around, one between words: `Date de naissance`."""
    return " ".join(text.split())
