"""How does a CSV file become columns of text?"""

from __future__ import annotations

import codecs
import csv
import io

import pyarrow as pa
import pyarrow.csv

from dashboard.domain.errors import TableError

TEXT = pa.dictionary(pa.int32(), pa.string())
"""Each distinct text is held once: columns have few of them, and a million cells then take megabytes."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EMPTY = b"\r\n,;\t"
"""What rows are made of in which no cell has anything."""


def header(content: bytes) -> tuple[str, ...]:
    """The names of the columns of `content`; none where its first line cannot be read."""
    content = _plain(content)
    lines = io.StringIO(content.decode("utf-8-sig", errors="replace"), newline="")
    try:
        return tuple(next(csv.reader(lines, delimiter=_delimiter(content)), ()))
    except csv.Error:
        return ()


def _delimiter(content: bytes) -> str:
    """Commas, semicolons or tabs, as the header is."""
    names = content.partition(b"\n")[0]
    return next((mark for mark in "\t;" if mark.encode() in names), ",")


def from_csv(file: str, content: bytes, columns: tuple[str, ...]) -> pa.Table:
    """The columns of `content`, those of `columns` as text; raises TableError where it cannot be read.

    In UTF-8, with or without a byte order mark, or in UTF-16 with one; separated by commas, semicolons or tabs, as
    the header is. Rows without anything at the end, which spreadsheets leave there, are no rows.
    """
    content = _plain(content)
    uneven: list[pa.csv.InvalidRow] = []

    def refuse(row: pa.csv.InvalidRow) -> str:
        uneven.append(row)
        return "error"

    try:
        # Arrow leaves the names of columns for whoever asks for them to decode.
        content.partition(b"\n")[0].decode()
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
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        if uneven:
            row = uneven[0]
            raise TableError(
                f"{file}, ligne {row.number}\u00a0: {row.actual_columns} cellule(s) "
                f"au lieu de {row.expected_columns}."
            ) from error
        raise TableError(_unreadable(file, content, error)) from error


def _plain(content: bytes) -> bytes:
    """`content` in UTF-8 where it is in UTF-16, and without empty rows at its end."""
    if content.startswith(_UTF_16):
        content = content.decode("utf-16", errors="replace").encode()
    end = content.find(b"\n", len(content.rstrip(_EMPTY))) + 1
    return content[:end] if end else content


def _unreadable(file: str, content: bytes, error: Exception) -> str:
    """Most often the encoding that a spreadsheet gave the file: then the message names the line."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return (
            f"{file}, ligne {line}\u00a0: le fichier n'est pas encodé en UTF-8\u202f; "
            "dans Excel\u00a0: Enregistrer sous, «\u00a0CSV UTF-8\u00a0»."
        )
    return f"{file}\u00a0: fichier illisible ({error})."
