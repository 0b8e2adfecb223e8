"""What does one text of a column mean, by the mapping: which code, which day, or a tick?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from dashboard.ingest.raw.mapping.model import ANY, ColumnMapping
from dashboard.text.folded import folded

ISO = "%Y-%m-%d"
"""How a spreadsheet's dates come, and those of a column whose format is not given."""


def codes_by_answer(column: ColumnMapping) -> Mapping[str, str]:
    """The code of each answer of `column`, by the answer as `folded` gives it."""
    return {folded(text): code for text, code in column.answers.items()}


def is_tick(column: ColumnMapping, text: str) -> bool:
    """Whether `text` is a tick in a column of a multiple choice."""
    said = folded(text)
    return bool(said) and (ANY in column.ticks or said in map(folded, column.ticks))


def day_of(text: str, date_format: str) -> date | None:
    """The day that `text` is, written by `date_format` or as a spreadsheet gives days; None where it is none.

    A time of day after it is no part of it.
    """
    said = text.strip()
    for written, pattern in (
        (said, date_format or ISO),
        (said[:10], ISO),
        (said[:10], date_format),
    ):
        try:
            # A day has no time zone.
            return datetime.strptime(written, pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None
