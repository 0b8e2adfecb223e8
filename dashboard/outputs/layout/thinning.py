"""What is still written on a chart that cannot grow, as on a screen or a slide, where words of all rows do not fit?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from re import split

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import NO_TEXT, RichText, Run
from dashboard.outputs.layout.text_width import LINE, SIZE, width_of, width_of_rich

TOUCHING = 1.05
"""The height of a line that touches no other one, in sizes of its letters."""

DIGITS = 0.92
"""The height of a digit with a hair of air, in sizes of letters."""

ROOM = (900, 300)
"""Pixels of a chart in a room, at the least, before they are doubled."""


APART = 2
"""Pixels between two names under columns."""

ROOM_ROWS = 240
"""Pixels of its rows alone, without legend and axis."""


def holds_text(row: float, size: float = SIZE) -> bool:
    """Whether a number stands in a row of so many pixels without touching those above and below it."""
    return row >= DIGITS * size


def fitted(chart: Matrix, width: float, height: float, size: float = SIZE) -> Matrix:
    """`chart` with what its cells, of so many pixels, have room for: all lines, the first one alone, or nothing."""
    return replace(
        chart,
        cells=tuple(
            tuple(_fitted(cell, width, height, size) for cell in row) for row in chart.cells
        ),
    )


def _fitted(cell: MatrixCell, width: float, height: float, size: float) -> MatrixCell:
    text = cell.text
    if height < TOUCHING * size * len(text.lines):
        text = RichText(text.lines[:1])
    if not holds_text(height, size) or width < width_of_rich(text, size):
        text = NO_TEXT
    return cell if text is cell.text else replace(cell, text=text)


def thinned(names: Sequence[RichText], height: float) -> list[RichText]:
    """As many of the names of rows as `height` holds: in their lines, else each on one, else every so many of them.

    The last one stays: it is that of all together, or of the latest year.
    """
    lines = sum(max(1, len(name.lines)) for name in names)
    if lines * LINE * SIZE <= height:
        return list(names)
    every = max(1, -(-len(names) * TOUCHING * SIZE // height)) if height > 0 else len(names)
    return [
        _on_one_line(name) if (len(names) - 1 - i) % int(every) == 0 else NO_TEXT
        for i, name in enumerate(names)
    ]


def thinned_across(names: Sequence[RichText], width: float) -> tuple[list[RichText], int]:
    """As many of the names under columns as `width` holds, and how many columns each of them has for itself."""
    pitch = width / max(len(names), 1)
    words = (
        word for name in names for line in name.lines for run in line for word in _words(run.text)
    )
    widest = max((width_of(word, SIZE) for word in words), default=0)
    every = max(1, ceil((widest + APART) / pitch))
    shown = [(len(names) - 1 - i) % every == 0 for i in range(len(names))]
    return [name if kept else NO_TEXT for name, kept in zip(names, shown, strict=True)], every


def _words(text: str) -> list[str]:
    """What a name is broken into at the most: at its spaces, and after the hyphen of a year."""
    return [word for word in split(r" |(?<=\d{4}-)(?=\d{4})", text) if word]


def _on_one_line(name: RichText) -> RichText:
    first, *others = name.lines or ((),)
    return RichText(((*first, *(run for line in others for run in (Run(" · "), *line))),))
