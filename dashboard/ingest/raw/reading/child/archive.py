"""May a spreadsheet, which is a zip, be unpacked, and which format is it?"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Literal

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.limits import Limits

CHECK = "classeur"

Format = Literal["xlsx", "ods"]

UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What unpacking a damaged zip raises."""

DAMAGED = (
    "le fichier est abîmé ou coupé : ouvrez-le dans un tableur et enregistrez-le de nouveau, "
    "ou demandez-le une seconde fois à qui l'a envoyé."
)
_LOCKED = "le classeur est protégé par un mot de passe : enregistrez-le sans mot de passe."
_XLSX, _ODS = "xl/workbook.xml", "content.xml"
_IS_ENCRYPTED = 0x1


def opened(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The zip `content`, whose entries together and each by itself stay within `limits` once they are unpacked.

    Raises UnreadableError where it is damaged, locked or would unpack to more.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except UNPACKING as error:
        raise UnreadableError(CHECK, DAMAGED) from error
    entries = archive.infolist()
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise UnreadableError(CHECK, _LOCKED)
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > limits.entries
        or unpacked > limits.unpacked_bytes
        or any(_is_bomb(entry, limits) for entry in entries)
    ):
        raise UnreadableError(
            CHECK,
            "une fois décompressé, le classeur prendrait une place démesurée : enregistrez en CSV UTF-8 la seule "
            "feuille utile.",
        )
    return archive


def format_of(archive: zipfile.ZipFile) -> Format:
    """Which format the zip is; raises UnreadableError, saying what it is, where it is none that is read here."""
    names = {name.lower() for name in archive.namelist()}
    if _XLSX in names:
        return "xlsx"
    if "word/document.xml" in names:
        raise UnreadableError("format", _other("un document de traitement de texte"))
    if "ppt/presentation.xml" in names:
        raise UnreadableError("format", _other("une présentation"))
    if "xl/workbook.bin" in names:
        raise UnreadableError(
            "format", "c'est un classeur binaire (.xlsb) : enregistrez-le en XLSX dans un tableur."
        )
    if _ODS not in names:
        raise UnreadableError(
            "format", "c'est une archive : ouvrez-la et donnez les fichiers qu'elle contient."
        )
    if b"opendocument.spreadsheet" not in read_part(
        archive, "mimetype", b"opendocument.spreadsheet"
    ):
        raise UnreadableError(
            "format", _other("un document de traitement de texte ou une présentation")
        )
    if b"encryption-data" in read_part(archive, "META-INF/manifest.xml"):
        raise UnreadableError(CHECK, _LOCKED)
    return "ods"


def read_part(archive: zipfile.ZipFile, name: str, absent: bytes = b"") -> bytes:
    """The unpacked entry `name`, `absent` where there is none; raises UnreadableError where it is damaged."""
    wanted = posixpath.normpath(name).lower()
    entry = next((e for e in archive.infolist() if e.filename.lower() == wanted), None)
    if entry is None:
        return absent
    try:
        return archive.read(entry)
    except UNPACKING as error:
        raise UnreadableError(CHECK, DAMAGED) from error


def _is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    return entry.file_size > limits.entry_bytes or (
        entry.file_size > limits.small_entry_bytes
        and entry.file_size > limits.ratio * max(1, entry.compress_size)
    )


def _other(what: str) -> str:
    return f"c'est {what}. Il faut un tableau : CSV, XLSX ou ODS ; demandez-le à qui l'a envoyé."
