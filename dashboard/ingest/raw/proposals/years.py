"""Which academic year does a text name?"""

from __future__ import annotations

import re

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s?[-_/ ]\s?(20)?(\d\d)(?!\d)")
_ALONE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def academic_year_in(text: str) -> str:
    """`2015-2016`, of a text where it stands written so, as 2015/16 or as 2015_2016; empty where none or two do."""
    found = {
        f"{first}-{int(first) + 1}"
        for first, _, last in _YEARS.findall(text)
        if (int(first) + 1) % 100 == int(last)
    }
    return found.pop() if len(found) == 1 else ""


def is_academic_year(text: str) -> bool:
    """Whether `text` is an academic year, and nothing else."""
    return bool(academic_year_in(text)) and _YEARS.fullmatch(text.strip()) is not None


def year_in(text: str) -> str:
    """The only year that stands alone in `text`; empty where none or several do."""
    found = set(_ALONE.findall(text))
    return found.pop() if len(found) == 1 else ""
