"""How does the content of a CSV file become UTF-8 that is read as it was written?"""

from __future__ import annotations

import codecs

from dashboard.domain.errors import TableError
from dashboard.ingest.delimited.encoding import decoded, utf_16_codec
from dashboard.ingest.delimited.records import refuse_open_quotes
from dashboard.ingest.delimited.unreadable import UnreadableError

_EMPTY = b"\r\n,;\t"
"""What rows are made of in which no cell has anything."""


def plain(file: str, content: bytes) -> bytes:
    """`content` in UTF-8, without a byte order mark and without empty rows at its end.

    Raises TableError, with the line, where it is in no encoding that Unicode has, or begins with an empty line.
    """
    if utf_16_codec(content):
        content = _from_utf_16(file, content)
    content = content.removeprefix(codecs.BOM_UTF8)
    # A file of one line has no end of line to stop at.
    end = content.find(b"\n", len(content.rstrip(_EMPTY))) + 1
    content = content[:end] if end else content
    if not content.strip(_EMPTY):
        raise TableError(f"{file}\u00a0: le fichier est vide.")
    if not content.partition(b"\n")[0].strip(_EMPTY):
        raise TableError(
            f"{file}, ligne 1\u00a0: ligne vide au-dessus des noms des colonnes\u202f; supprimez-la."
        )
    _refuse_other_encodings(file, content)
    return content


def refuse_quotes(file: str, content: bytes, separator: str) -> None:
    """Raises TableError, with the line, for a quote that does not end with its cell: arrow would read on."""
    if b'"' not in content:
        return
    try:
        refuse_open_quotes(content.decode(), separator)
    except UnreadableError as error:
        raise TableError(f"{file}, ligne {error.line}\u00a0: {error}") from error


def _from_utf_16(file: str, content: bytes) -> bytes:
    try:
        return decoded(content).text.encode()
    except UnreadableError as error:
        raise TableError(f"{file}, ligne {error.line}\u00a0: {error}") from error


def _refuse_other_encodings(file: str, content: bytes) -> None:
    """Most often the encoding that a spreadsheet gave the file: then the message names the line."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise TableError(
            f"{file}, ligne {line}\u00a0: le fichier n'est pas encodé en UTF-8\u202f; "
            "dans Excel\u00a0: Enregistrer sous, «\u00a0CSV UTF-8\u00a0»."
        ) from fault
