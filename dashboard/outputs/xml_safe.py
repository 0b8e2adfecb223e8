"""Which text may stand in a file, so that no file is broken by it, nor runs anything?"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, even escaped."""

_BREAK = re.compile(r"(?<=\w)-<br>")
_SPACES = re.compile(r"[ \t\r\n]+")
_MARKUP = re.compile(r"<[^>]*>")


def xml_safe(text: str) -> str:
    """`text` without the characters that no XML file can hold."""
    return _FORBIDDEN.sub("", text)


def flat(text: str) -> str:
    """`text` without line breaks or runs of spaces; what French keeps together stays so."""
    return _SPACES.sub(" ", xml_safe(text))


def one_line(text: str) -> str:
    """A label of a figure without its markup: its lines joined, a word that was broken after a hyphen whole again."""
    whole = _BREAK.sub("-", text).replace("<br>", " ")
    return flat(_MARKUP.sub("", whole)).strip(" ")
