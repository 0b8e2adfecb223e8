"""Of what kind is a file, by its bytes and not by its name?"""

from __future__ import annotations

import re
from typing import Literal

from dashboard.ingest.delimited.encoding import utf_16_codec
from dashboard.ingest.delimited.unreadable import UnreadableError

CHECK = "format"

Kind = Literal["text", "spreadsheet"]

ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_TO_TABLE = "Il faut un tableau : CSV, XLSX ou ODS ; demandez-le à qui l'a envoyé."
_OTHERS = (
    (b"%PDF", "c'est un document PDF."),
    (b"\xff\xd8\xff", "c'est une image."),
    (b"\x89PNG", "c'est une image."),
    (b"GIF8", "c'est une image."),
    (b"{\\rtf", "c'est un document de traitement de texte."),
    (b"PAR1", "c'est un fichier Parquet."),
    (b"SQLite format 3", "c'est une base de données."),
    (b"\x1f\x8b", "c'est une archive : ouvrez-la et donnez les fichiers qu'elle contient."),
    (b"7z\xbc\xaf", "c'est une archive : ouvrez-la et donnez les fichiers qu'elle contient."),
    (b"Rar!", "c'est une archive : ouvrez-la et donnez les fichiers qu'elle contient."),
    (b"PK\x05\x06", "c'est une archive vide."),
)
_MARKUP = re.compile(rb"(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|meta)\b", re.IGNORECASE)

_SAMPLE = 65_536
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"})
_FEW = 0.005
"""Of a text, hardly any character is a control; of a picture or a program, one in eight."""


def kind_of(content: bytes) -> Kind:
    """Whether `content` is a text or a spreadsheet; raises UnreadableError, saying what it is, where it is neither."""
    if content.startswith(ZIP):
        return "spreadsheet"
    if content.startswith(_OLE):
        raise UnreadableError(CHECK, _ole(content))
    for signature, what in _OTHERS:
        if content.startswith(signature):
            raise UnreadableError(CHECK, f"{what} {_TO_TABLE}")
    if _MARKUP.match(content):
        raise UnreadableError(
            CHECK,
            "c'est une page web ou du XML, quel que soit son nom : ouvrez le fichier dans un tableur et "
            "enregistrez-le en XLSX.",
        )
    if utf_16_codec(content) is None and _is_binary(content[:_SAMPLE]):
        raise UnreadableError(CHECK, f"ce n'est ni un texte ni un classeur. {_TO_TABLE}")
    return "text"


def _is_binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _FEW * len(sample) + 1


def _ole(content: bytes) -> str:
    if _ENCRYPTED in content:
        return "le classeur est protégé par un mot de passe : enregistrez-le sans mot de passe."
    return (
        "c'est un classeur ou un document d'avant 2007 (.xls, .doc) : ouvrez-le dans un tableur et enregistrez-le "
        "en XLSX."
    )
