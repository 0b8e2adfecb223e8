"""Which text may stand in a file, so that no file is broken by it, nor runs anything?"""

from __future__ import annotations

import re

from dashboard.content.charts.rich_text import RichText

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, even escaped."""

_SPACES = re.compile(r"[ \t\r\n]+")


def xml_safe(text: str) -> str:
    """`text` without the characters that no XML file can hold."""
    return _FORBIDDEN.sub("", text)


def flat(text: str) -> str:
    """`text` without line breaks or runs of spaces; what French keeps together stays so."""
    return _SPACES.sub(" ", xml_safe(text))


def one_line(text: RichText | str) -> str:
    """A label of a chart on one line, without its styles; a word that was broken after a hyphen is whole again."""
    return flat(text if isinstance(text, str) else text.plain).strip(" ")
