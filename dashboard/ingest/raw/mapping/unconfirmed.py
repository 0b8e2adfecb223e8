"""What of a mapping has nobody confirmed yet?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.mapping.places import answer_name, table_place
from dashboard.text.typography import unbroken


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A line of a mapping that somebody has to confirm: a whole table, a column, or one answer of a column.

    Or `to_fill`: a column of which nothing is said yet.
    """

    table: str
    column: str = ""
    answer: str | None = None
    to_fill: bool = False

    def __str__(self) -> str:
        """`table « inscriptions.csv », colonne « Sexe », réponse « Mlle » : à confirmer`."""
        parts = (
            self.table,
            f"colonne {quoted(self.column)}" if self.column else "",
            answer_name(self.answer) if self.answer is not None else "",
        )
        what = "à remplir" if self.to_fill else "à confirmer"
        return unbroken(f"{', '.join(filter(None, parts))} : {what}")


def unconfirmed(mapping: SourceMapping) -> list[Unconfirmed]:
    """The lines that are to be confirmed before anything is imported by `mapping`, in its order."""
    return [line for table in mapping.tables for line in _of_table(table)]


def _of_table(table: GridMapping) -> Iterator[Unconfirmed]:
    place = table_place(table)
    if not table.confirmed:
        yield Unconfirmed(place)
    for column in table.columns:
        yield from _of_column(place, column)


def _of_column(place: str, column: ColumnMapping) -> Iterator[Unconfirmed]:
    if not column.is_described:
        yield Unconfirmed(place, column.column, to_fill=True)
    elif not column.confirmed:
        yield Unconfirmed(place, column.column)
    for answer in column.to_confirm:
        yield Unconfirmed(place, column.column, answer)
