"""How does a CSV file become columns of text?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from dashboard.domain.errors import TableError
from dashboard.ingest.checks.report import FIRST_ROW
from dashboard.ingest.reading.plain import plain, refuse_quotes
from dashboard.text.numbers import count

TEXT = pa.dictionary(pa.int32(), pa.string())
"""Each distinct text is held once: columns have few of them, and a million cells then take megabytes."""


def header(file: str, content: bytes) -> tuple[str, ...]:
    """The names of the columns of `content`, without the empty ones at their end; raises TableError as `from_csv`."""
    content = plain(file, content)
    first = io.StringIO(content.decode("utf-8", errors="replace"), newline="")
    names = next(csv.reader(first, delimiter=_delimiter(content)), [])
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _delimiter(content: bytes) -> str:
    """Commas, semicolons or tabs, as the header is."""
    names = content.partition(b"\n")[0]
    return next((mark for mark in "\t;" if mark.encode() in names), ",")


def from_csv(file: str, content: bytes, columns: tuple[str, ...]) -> pa.Table:
    """The columns of `content`, those of `columns` as text; raises TableError where it cannot be read.

    In UTF-8, with or without a byte order mark, or in UTF-16; separated by commas, semicolons or tabs, as the header
    is. Rows without anything at the end, and columns without name or anything, which spreadsheets leave there, are
    none. An empty row elsewhere is refused, and so is a quote that does not end with its cell.
    """
    content = plain(file, content)
    refuse_quotes(file, content, _delimiter(content))
    uneven: list[pa.csv.InvalidRow] = []

    def refuse(row: pa.csv.InvalidRow) -> str:
        uneven.append(row)
        return "error"

    try:
        table = _read(content, columns, refuse)
    except pa.ArrowInvalid as error:
        if uneven:
            row = uneven[0]
            raise TableError(
                f"{file}, ligne {row.number}\u00a0: {row.actual_columns} cellule(s) "
                f"au lieu de {row.expected_columns}."
            ) from error
        raise TableError(
            f"{file}\u00a0: fichier illisible\u202f; attendu\u00a0: un tableau de texte, en CSV."
        ) from error
    _refuse_empty_rows(file, table)
    return _without_empty_columns(table)


def _read(
    content: bytes, columns: tuple[str, ...], refuse: Callable[[pa.csv.InvalidRow], str]
) -> pa.Table:
    return pa.csv.read_csv(
        io.BytesIO(content),
        # An error tells its row, which arrow knows in a single thread only.
        read_options=pa.csv.ReadOptions(use_threads=False),
        parse_options=pa.csv.ParseOptions(
            delimiter=_delimiter(content),
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=refuse,
        ),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(columns, TEXT),
            null_values=[""],
            strings_can_be_null=True,
        ),
    )


def _refuse_empty_rows(file: str, table: pa.Table) -> None:
    """Raises TableError with the first row in which no column has anything, and how many there are."""
    empty = None
    for column in table.columns:
        if not column.null_count:
            return
        missing = pc.is_null(column)
        empty = missing if empty is None else pc.and_(empty, missing)
    if empty is None or not (times := pc.sum(empty).as_py()):
        return
    line = pc.index(empty, value=True).as_py() + FIRST_ROW
    others = f" (et {count(times - 1)} plus bas)" if times > 1 else ""
    raise TableError(
        f"{file}, ligne {line}\u00a0: ligne vide{others}\u202f; supprimez les lignes vides."
    )


def _without_empty_columns(table: pa.Table) -> pa.Table:
    kept = [
        place
        for place, name in enumerate(table.column_names)
        if name or table.column(place).null_count < table.num_rows
    ]
    return table.select(kept)
