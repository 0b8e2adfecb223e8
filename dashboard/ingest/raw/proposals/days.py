"""By which format are the dates of a column written?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

ISO = "%Y-%m-%d"
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
_LIKE_A_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\b|T).*|\d{8}")
FORMATS = (
    ISO,
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%y",
    "%Y/%m/%d",
    "%m/%d/%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%Y%m%d",
)
"""The formats that are tried, the likelier first where two fit as well."""

MOSTLY = 0.9
"""Which share of the filled cells a format has to fit."""


@dataclass(frozen=True, slots=True)
class Days:
    """The format of a column of dates; its days; in how many cells stands no day of that format."""

    date_format: str
    days: tuple[date, ...]
    wrong: int


def days_of(times: Mapping[str, int]) -> Days | None:
    """How the dates of a column are written, which holds each text so many times; None where they are no dates."""
    filled = sum(times.values())
    alike = sum(count for text, count in times.items() if _LIKE_A_DATE.fullmatch(text))
    if not filled or alike < MOSTLY * filled:
        return None
    best = max((_fitting(times, form) for form in FORMATS), key=lambda days: -days.wrong)
    return best if best.wrong <= (1 - MOSTLY) * filled else None


def day_of(text: str, date_format: str) -> date | None:
    """The day that `text` is, by `date_format` or as a spreadsheet gives days; None where it is none: 31/02."""
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _parsed(iso[1], ISO)
    return None if date_format == ISO else _parsed(text, date_format)


def _fitting(times: Mapping[str, int], date_format: str) -> Days:
    read = {text: day_of(text, date_format) for text in times}
    days = tuple(day for day in read.values() if day is not None)
    wrong = sum(times[text] for text, day in read.items() if day is None)
    return Days(date_format, days, wrong)


def _parsed(text: str, date_format: str) -> date | None:
    try:
        # A day has no time zone: the one that is named here is not looked at.
        return datetime.strptime(text, date_format).replace(tzinfo=UTC).date()
    except ValueError:
        return None
