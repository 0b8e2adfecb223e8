"""Which character separates the cells of a text file?"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

SEPARATORS = ";\t,|"
"""In the order in which they are taken where the table would be as wide: spreadsheets in French write semicolons."""

_SAMPLE_LINES = 500
"""Enough for a pattern; a larger sample finds no other."""

_TOLD = re.compile(r'"?sep=(?P<separator>[;\t,|])"?\s*$', re.IGNORECASE)


def told_separator(line: str) -> str | None:
    """The separator that the first line of a file tells, `sep=;`, as Excel wants it; None where it tells none."""
    told = _TOLD.match(line)
    return told["separator"] if told else None


def separator_of(text: str) -> str | None:
    """The separator that gives the widest consistent table; None where every one leaves a single column.

    Consistent: most records have as many cells. Titles above the header, decimal commas and punctuation have not.
    """
    sample = "".join(islice(io.StringIO(text, newline=""), _SAMPLE_LINES))
    extents = {separator: _extent(sample, separator) for separator in SEPARATORS}
    widest = max(SEPARATORS, key=lambda separator: extents[separator])
    return widest if extents[widest] else None


def _extent(sample: str, separator: str) -> float:
    """How many cells the records of the commonest width have beyond their first, the less the more records differ."""
    widths: Counter[int] = Counter()
    try:
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            if any(cells):
                widths[len(cells)] += 1
    except csv.Error:
        # What could be read before tells enough; the quote is refused when the records are read.
        pass
    total = widths.total()
    return max(
        ((width - 1) * times * times / total for width, times in widths.items()), default=0.0
    )
