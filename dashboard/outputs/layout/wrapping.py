"""How is a text broken into lines that its place has room for?"""

from __future__ import annotations

from re import sub
from textwrap import wrap

from dashboard.content.charts.rich_text import Line, RichText, Run

LONG_NAME = 16
"""Letters that the name of a region holds on one line of a map."""


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines, none longer than `width` letters where words allow it; academic years are kept whole.

    For example "Promotion 2013-2014 - toutes" in 24 letters: "Promotion 2013-2014 -" and "toutes".
    """
    if len(text) <= width:
        return [text]
    # A space lets a year be broken after its hyphen, where it is longer than a line; elsewhere it is taken out again.
    spaced = sub(r"(?<=\d{4})-(?=\d{4})", "- ", text)
    lines = wrap(spaced, width, break_long_words=False)
    return [sub(r"(?<=\d{4})- (?=\d{4})", "-", line) for line in lines]


def wrapped_text(text: RichText, width: int) -> RichText:
    """`text` with each of its lines wrapped; a line of several styles stays whole."""
    return RichText(tuple(part for line in text.lines for part in _wrapped_line(line, width)))


def _wrapped_line(line: Line, width: int) -> list[Line]:
    if len(line) != 1:
        return [line]
    (run,) = line
    return [(Run(part, run.bold, run.colour),) for part in wrapped(run.text, width)]


def two_lines(name: str) -> list[str]:
    """A long name in two lines, broken after a hyphen or at a space, where its halves are most alike in length."""
    breaks = [i + 1 for i, letter in enumerate(name) if letter in "- "]
    if len(name) <= LONG_NAME or not breaks:
        return [name]
    at = min(breaks, key=lambda i: abs(i - len(name) / 2))
    return [name[:at].rstrip(), name[at:]]
