"""Which text of a column of a multiple choice is a tick?"""

from __future__ import annotations

from dashboard.ingest.raw.mapping.model import ANY, ColumnMapping
from dashboard.text.folded import folded


def is_tick(column: ColumnMapping, text: str) -> bool:
    """Whether `text` is a tick of `column`, without case and accents; an empty cell never is."""
    said = folded(text)
    return bool(said) and (ANY in column.ticks or said in map(folded, column.ticks))
