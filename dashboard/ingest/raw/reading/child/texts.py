"""How is the value of a cell of a spreadsheet written as a text?"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

Value = (
    int
    | float
    | str
    | bool
    | datetime.time
    | datetime.date
    | datetime.datetime
    | datetime.timedelta
)

_FIFTEEN_DIGITS = 1e15
"""A spreadsheet keeps fifteen digits of a number, and writes zeros for the others."""


def text_of(value: Value) -> str:
    """`123` of 123.0, `12.5`, `2015-09-01`, `Oui`: whole numbers without decimals, a point before decimals.

    A spreadsheet stores numbers, whatever comma it shows: the point tells them from the commas that a text file has
    as written. No exponent, and no digit less than the file has. Days are ISO, with the hour where there is one.
    """
    return _WRITERS[type(value)](value)


def is_rounded(value: Value) -> bool:
    """Whether a number has more digits than a spreadsheet keeps: an identifier has lost its last ones."""
    return isinstance(value, float) and abs(value) >= _FIFTEEN_DIGITS


def _text(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value


def _float(value: float) -> str:
    if value.is_integer() and abs(value) < _FIFTEEN_DIGITS:
        return str(int(value))
    # The shortest digits that give the number back.
    text = repr(value)
    return format(Decimal(text), "f").removesuffix(".0") if "e" in text else text.removesuffix(".0")


def _moment(value: datetime.datetime) -> str:
    return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")


def _duration(value: datetime.timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


_WRITERS: dict[type, Callable[..., str]] = {
    str: _text,
    float: _float,
    int: str,
    bool: lambda value: "Oui" if value else "Non",
    datetime.datetime: _moment,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
    datetime.timedelta: _duration,
}
