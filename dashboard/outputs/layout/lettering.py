"""How wide will a label be, before any browser has drawn it?"""

from __future__ import annotations

import re
from functools import lru_cache

LINE = 1.3
"""The height of a line of text, as a part of the size of its letters: what plotly takes."""

BOLD = 1.08
"""How much wider bold letters are."""

_SLIM, _LEAN, _BROAD = (
    frozenset("iljI.,:;'’!|· \u00a0\u202f"),
    frozenset("ftr-/()"),
    frozenset("mwMW%"),
)


def width_of(text: str, size: float) -> float:
    """Pixels of the longest line of `text`: in Noto Sans, than which the fonts of most readers are narrower."""
    return size * max(map(_line_width, text.split("<br>")))


def lines_of(text: str) -> list[str]:
    """The lines of a label, without its marks of emphasis."""
    return [_bare(line) for line in text.split("<br>")]


@lru_cache(maxsize=2048)
def narrowest(text: str) -> str:
    """`text` in two lines, broken at the space that makes it narrowest; in one where it has no space."""
    breaks = [i for i, letter in enumerate(text) if letter == " "]
    broken = [f"{text[:i]}<br>{text[i + 1 :]}" for i in breaks]
    return min(broken, key=lambda label: width_of(label, 1), default=text)


@lru_cache(maxsize=8192)
def _line_width(line: str) -> float:
    heavier = BOLD if "<b>" in line else 1.0
    return heavier * sum(map(_width, _bare(line)))


def _bare(line: str) -> str:
    return re.sub("<[^>]*>", "", line)


def _width(letter: str) -> float:
    if letter in _SLIM:
        return 0.27
    if letter in _LEAN:
        return 0.38
    if letter in _BROAD:
        return 0.88
    return 0.66 if letter.isupper() else 0.58
