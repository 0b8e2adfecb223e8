"""On which records does the header of a table stand, and which names does it give to the columns?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.reading.shape.values import is_blank, is_value, squeezed
from dashboard.ingest.raw.reading.sheet import Merge

_SOUGHT = 50
"""In how many records that are not blank the header is looked for: an introduction is shorter."""

_COMPARED = 200
"""With how many records below a name is compared, to know that it is no value of its column."""


@dataclass(frozen=True, slots=True)
class Header:
    """The records `first` to `last`, from 0, and a name a column, empty where there is none.

    `groups`: what of each name stands on the lines above its last one, as a cell merged over several columns does.
    `is_sure`: nothing in it is a number, a date or a text that stands again below.
    """

    first: int
    last: int
    names: tuple[str, ...]
    groups: tuple[str, ...]
    is_sure: bool


def header_of(records: Sequence[Record], merges: Sequence[Merge] = ()) -> Header | None:
    """The first record that fills more than half of the widest one and holds no value; None where all are blank.

    Titles above fill less. A merged cell stands for each column that it covers, unless it is alone on its line: then it
    is a title. A header goes on below cells that are merged across columns or down lines: their texts are joined.
    """
    near = [i for i, record in enumerate(records) if any(not is_blank(c) for c in record.cells)]
    near = near[:_SOUGHT]
    if not near:
        return None
    texts = {i: _spread(records[i], merges) for i in near}
    filled = {i: sum(1 for text in texts[i] if text) for i in near}
    reach = max(filled.values())
    candidates = [i for i in near if 2 * filled[i] > reach and filled[i] >= min(2, reach)]
    # The fullest record is always one of them.
    first = next((i for i in candidates if not any(map(is_value, texts[i]))), candidates[0])
    last = _last(records, first, merges)
    lines = [_spread(records[i], merges) for i in range(first, last + 1)]
    columns = _columns(lines)
    names = tuple(" ".join(texts) for texts in columns)
    groups = tuple(" ".join(texts[:-1]) for texts in columns)
    return Header(first, last, names, groups, _is_sure(records, first, last))


def _spread(record: Record, merges: Sequence[Merge]) -> list[str]:
    """The texts of a record, with that of a merged cell in each column that it covers."""
    texts = [squeezed(cell) for cell in record.cells]
    if sum(1 for text in texts if text) <= 1:
        return texts
    for merge in merges:
        if merge.top == record.line and merge.left < len(texts):
            covered = slice(merge.left + 1, min(merge.right + 1, len(texts)))
            texts[covered] = [texts[merge.left]] * len(texts[covered])
    return texts


def _last(records: Sequence[Record], first: int, merges: Sequence[Merge]) -> int:
    """The last record of the header: of cells merged down, their end; under cells merged across, the names below."""
    last = first
    while last + 1 < len(records):
        line = records[last].line
        goes_down = any(records[first].line <= merge.top <= line < merge.bottom for merge in merges)
        is_grouped = any(merge.top == line and merge.right > merge.left for merge in merges)
        if not (goes_down or is_grouped) or not _may_be_names(records, last + 1):
            break
        last += 1
    return last


def _may_be_names(records: Sequence[Record], at: int) -> bool:
    """Whether nothing in the record is a value, nor stands again in its column below."""
    return any(not is_blank(cell) for cell in records[at].cells) and _is_sure(records, at, at)


def _is_sure(records: Sequence[Record], first: int, last: int) -> bool:
    names = [squeezed(cell) for cell in records[first].cells]
    below = [r for r in records[last + 1 : last + 1 + _COMPARED] if r.cells != records[first].cells]
    return not any(
        name
        and (
            is_value(name)
            or any(squeezed(r.cells[column]) == name for r in below if column < len(r.cells))
        )
        for column, name in enumerate(names)
    )


def _columns(lines: list[list[str]]) -> list[list[str]]:
    """The texts of each column, from above, those that stand there more than once only once."""
    width = max(map(len, lines))
    columns = zip(*(line + [""] * (width - len(line)) for line in lines), strict=True)
    return [list(dict.fromkeys(filter(None, column))) for column in columns]
