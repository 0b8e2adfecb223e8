"""How wide will a label be, before any browser has drawn it?

The widths are those of our own font, which every browser shows: `tools/font.py` reads them from it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from dashboard.content.charts.rich_text import RichText

SIZE = 12
"""Pixels of a letter of what is written on a chart."""

LINE = 1.3
"""The height of a line of text, as a part of the size of its letters: what plotly takes."""

_ADVANCES = Path(__file__).with_name("advances.json")
_REGULAR, _BOLD = "400", "700"
USUAL = "administration, enseignement, santé et action sociale"
"""Letters as often as French words have them."""
_UNKNOWN = "W"
"""A letter that our font lacks is drawn in another one: it is taken to be as wide as this."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How many pixels the line `text` takes in letters of `size` pixels.

    Pairs of letters that the font draws closer together are counted at their full width: a label may be a little
    narrower than this.
    """
    return size * _line_width(text, _BOLD if bold else _REGULAR)


def width_of_lines(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """How many pixels the longest of `lines` takes; 0 where there is none."""
    return max((width_of(line, size, bold=bold) for line in lines), default=0.0)


def width_of_rich(text: RichText, size: float) -> float:
    """How many pixels the longest line of `text` takes, its bold parts in bold."""
    return max(
        (sum(width_of(run.text, size, bold=run.bold) for run in line) for line in text.lines),
        default=0.0,
    )


@cache
def letter_width(size: float) -> float:
    """How many pixels a letter of a French word takes, for a line that is broken after so many letters."""
    return width_of(USUAL, size) / len(USUAL)


@lru_cache(maxsize=2048)
def narrowest(text: str) -> tuple[str, ...]:
    """`text` in two lines, broken at the space that makes it narrowest; in one where it has no space."""
    breaks = [i for i, letter in enumerate(text) if letter == " "]
    broken = [(text[:i], text[i + 1 :]) for i in breaks]
    return min(broken, key=lambda lines: width_of_lines(lines, 1), default=(text,))


@lru_cache(maxsize=8192)
def _line_width(line: str, weight: str) -> float:
    advances = _advances()[weight]
    unknown = advances[_UNKNOWN]
    return sum(advances.get(letter, unknown) for letter in line) / 1000


@cache
def _advances() -> Mapping[str, Mapping[str, int]]:
    """How far each letter moves the pen, in thousandths of the size of letters, by the weight of the font."""
    tables: Mapping[str, Mapping[str, int]] = json.loads(_ADVANCES.read_text(encoding="utf-8"))
    return tables
