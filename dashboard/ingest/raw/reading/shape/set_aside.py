"""Which records below the header are no rows of data?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.reading.shape.values import is_blank, is_number
from dashboard.text.folded import folded

BLANK, TOTAL, HEADER, NOTE = (
    "ligne vide",
    "ligne de total",
    "en-tête répété",
    "note sous le tableau",
)

_TOTAL = re.compile(r"(sous[- ]?|grand )?tota(l|ux)\b.*|ensemble|effectif total\b.*")

_WIDE = 4
"""From so many columns on, one cell alone under a blank line is no row of a table."""


def reasons(records: Sequence[Record], header: Record) -> dict[int, str]:
    """For the records, by their place, that are no rows, why they are set aside.

    A total has that word first and numbers beside it, if anything: a course on total quality is a row. A note stands
    alone in its first cell, at the end, under a blank line.
    """
    names = [folded(cell) for cell in header.cells]
    found = {}
    for place, record in enumerate(records):
        first = next((cell for cell in record.cells if not is_blank(cell)), None)
        if first is None:
            found[place] = BLANK
            continue
        # Most rows are told by their first cell alone.
        told = folded(first)
        if told in names and [folded(cell) for cell in record.cells] == names:
            found[place] = HEADER
        elif len(names) > 1 and _TOTAL.fullmatch(told) and _has_numbers_alone(record, first):
            found[place] = TOTAL
    return found | _notes(records, found, len(names))


def _has_numbers_alone(record: Record, first: str) -> bool:
    """Whether nothing but numbers stands after the first cell that is filled."""
    after = record.cells[record.cells.index(first) + 1 :]
    return all(is_blank(cell) or is_number(cell) for cell in after)


def _notes(records: Sequence[Record], found: dict[int, str], width: int) -> dict[int, str]:
    """The last records, from a blank one on, where each has nothing but its first cell."""
    notes: dict[int, str] = {}
    if width < _WIDE:
        return notes
    for place in range(len(records) - 1, -1, -1):
        if found.get(place) == BLANK:
            if notes:
                return notes
            continue
        first, *others = records[place].cells
        if is_blank(first) or not all(map(is_blank, others)):
            break
        notes[place] = NOTE
    return {}
