"""In which encoding is a text file written, and what is its text?"""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass

from dashboard.ingest.delimited.unreadable import UnreadableError

CHECK = "encodage"

_SAMPLE = 4096
"""How many bytes are looked at for the pattern that UTF-16 leaves."""

_MOSTLY, _HARDLY = 0.7, 0.1
"""Of Western text in UTF-16, nearly every second byte is NUL, and hardly any other."""

_AGAIN = "enregistrez-le de nouveau depuis un tableur, en « CSV UTF-8 »."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without a byte order mark, and the name of the encoding that it was written in."""

    text: str
    encoding: str


def decoded(content: bytes) -> Decoded:
    """The text of `content`: by its byte order mark, its NUL bytes, then UTF-8, else Windows-1252.

    Nothing is replaced or left out: raises UnreadableError, with the line, where bytes are damaged.
    """
    codec = utf_16_codec(content)
    if codec:
        text, name = _strictly(content, codec), "UTF-16"
    elif is_utf_8(content):
        text, name = content.decode("utf-8"), "UTF-8"
    else:
        _refuse_damaged_utf_8(content)
        text, name = _strictly(content, "cp1252"), "Windows-1252"
    nul = text.find("\0")
    if nul >= 0:
        line = line_after(text[:nul])
        raise UnreadableError(CHECK, f"un caractère nul : le fichier est abîmé ; {_AGAIN}", line)
    return Decoded(text.removeprefix("\ufeff"), name)


def utf_16_codec(content: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where `content` is in UTF-16, with or without a byte order mark; else None."""
    if content.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if content.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    sample = content[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _MOSTLY and even <= _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if even >= _MOSTLY and odd <= _HARDLY else None


def is_utf_8(content: bytes) -> bool:
    """Whether all of `content` is UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def line_after(before: str) -> int:
    """The number of the line, as an editor counts, on which what follows `before` stands."""
    # The mark stands for what follows: a line that is begun and empty would not be counted.
    return sum(1 for _ in io.StringIO(f"{before}.", newline=""))


def _strictly(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = line_after(content[: error.start].decode(codec, errors="replace"))
        message = f"un caractère ne peut être lu : le fichier est abîmé ou coupé ; {_AGAIN}"
        raise UnreadableError(CHECK, message, line) from error


def _refuse_damaged_utf_8(content: bytes) -> None:
    """Raises UnreadableError where most letters are of UTF-8: as Windows-1252 each would be read as two."""
    text = content.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", errors="ignore")) - damaged
    if sound > damaged:
        line = line_after(text[: text.index("\ufffd")])
        message = "un caractère n'est pas de l'UTF-8, contrairement au reste : le fichier est abîmé"
        raise UnreadableError(CHECK, f"{message} ; {_AGAIN}", line)
