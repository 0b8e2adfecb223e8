"""Which grid does a text file hold?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.delimited import encoding, records, separator
from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.shape.table import Table, table_of

SIZE = "taille"

_NAMES = {";": "point-virgule", ",": "virgule", "\t": "tabulation", "|": "barre verticale"}


def table_of_text(content: bytes, limits: Limits, found: Found) -> Table:
    """The grid of `content`, with what its checks found; raises UnreadableError where it cannot be read whole."""
    read = encoding.decoded(content)
    lines = io.StringIO(read.text, newline="")
    first = lines.readline()
    told = separator.told_separator(first)
    # Excel's own note of the separator is no record: its place in the count of lines remains.
    text = read.text[len(first) :] if told else read.text
    mark = told or separator.separator_of(text)
    listed = records.records(text, mark or separator.SEPARATORS[0])
    if told:
        listed = [replace(record, line=record.line + 1) for record in listed]
    _refuse_too_many(listed, limits)
    is_ended = read.text.endswith(("\n", "\r"))
    table = table_of(listed, (), replace(found, stage="shape"), is_ended=is_ended)
    return Table(table.grid, (*_passed(read.encoding, mark, found), *table.findings))


def _passed(name: str, mark: str | None, found: Found) -> tuple[Finding, ...]:
    return (
        found.passed(encoding.CHECK, name),
        found.passed("séparateur", _NAMES[mark] if mark else "aucun"),
        found.passed(records.CHECK),
    )


def _refuse_too_many(listed: Sequence[records.Record], limits: Limits) -> None:
    widest = max((len(record.cells) for record in listed), default=0)
    if widest > limits.columns or widest * len(listed) > limits.cells:
        raise UnreadableError(
            SIZE,
            "le tableau est plus grand que ce qui peut être lu : séparez-le en plusieurs fichiers.",
        )
