"""Where do the rows of a chart stand on a slide, beside their names, and how large can they be drawn?"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from dashboard.content.theme import INK, MUTED, STROKE
from dashboard.outputs.deck.drawing import Box, Drawing, TextLook, stroke
from dashboard.outputs.deck.marks import LEGEND, TEXT
from dashboard.outputs.deck.rich_text import LETTER, LINE, extent, plain
from dashboard.outputs.deck.sheet import Sheet, Span

LARGEST, SMALLEST, STEP = 1.35, 0.8, 0.05
"""How much larger than on a page rows are drawn: from the first on, in steps, down to the second."""

ROW, AROUND = 25, 80
"""Pixels that a row needs, and what stands above and below the rows, at a page's size."""

WIDEST_NAMES = 0.46
"""The part of the width that the names of rows may take; longer ones are parted."""

NAMES_APART = 13
"""Pixels between the name of a row and the plot, on whose edge a marker may stand."""

LEFT, ABOVE, BELOW = 4, 8, 4
"""Pixels around names, plot and numbers at a page's size; at the right it depends on the chart."""

GRID, ROW_GRID = 0.24, 0.12
"""How opaque the lines are that part an axis of numbers, and those along rows."""

TICKS, TITLE = 20, 22
"""Pixels that the numbers of the level axis need, and its title below them."""

UNDER, TITLE_UNDER = 5, 24
"""Pixels from the plot down to the numbers, and to the title."""


@dataclass(frozen=True, slots=True)
class RowLayout:
    """What the room of rows depends on: names, the widest marker and the room at the right, in pixels of a page.

    `title`: what the level axis counts; empty where nothing is said. `legend`: one stands above the plot.
    """

    names: tuple[str, ...]
    widest_marker: float
    right: float
    title: str = ""
    legend: bool = False

    def sheet(self, area: Box, x: Span, y: Span) -> Sheet:
        """The plot inside `area`, less names, numbers, title and legend, drawn as large as its rows leave room for."""
        scale = self._scale(area)
        left = scale * LEFT + self._names_width(area, scale) + NAMES_APART * scale
        below = scale * BELOW + (TICKS * scale + (TITLE * scale if self.title else 0))
        above = scale * ABOVE + (LEGEND * scale if self.legend else 0)
        width = area.width - left - scale * self.right
        plot = Box(area.left + left, area.top + above, width, area.height - above - below)
        return Sheet(plot, scale, x, y)

    def _scale(self, area: Box) -> float:
        scale = LARGEST
        while scale > SMALLEST and not self._fits(area, scale):
            scale -= STEP
        return max(scale, SMALLEST)

    def _fits(self, area: Box, scale: float) -> bool:
        """Whether neither markers nor names of several lines meet those of the next row."""
        marker = (self.widest_marker + 4) * scale
        row = max(ROW * scale, marker, self._names_height(area, scale) + 4)
        return row * len(self.names) + AROUND * scale <= area.height

    def _names_height(self, area: Box, scale: float) -> float:
        """The height of the name that takes most lines."""
        size = scale * TEXT
        letters = int(self._names_width(area, scale) / (LETTER * size)) or 1
        return max((LINE * size * len(wrap(name, letters)) for name in self.names), default=0)

    def _names_width(self, area: Box, scale: float) -> float:
        widest = max((extent(plain(name), scale * TEXT)[0] for name in self.names), default=0)
        return min(widest, WIDEST_NAMES * area.width)


def draw_numbers(
    drawing: Drawing, sheet: Sheet, ticks: tuple[tuple[float, str], ...], title: str
) -> None:
    """The level axis: an upright line and a number at each tick, and below them what they count."""
    bottom, top = sheet.top_of_part(0), sheet.top_of_part(1)
    look = TextLook(sheet.scale * TEXT, MUTED, "ctr", "t")
    for value, label in ticks:
        x = sheet.left(value)
        drawing.segment("Repère", (x, bottom), (x, top), stroke(STROKE, 1, opacity=GRID))
        drawing.text(plain(label), (x, bottom + UNDER * sheet.scale), look)
    if title:
        middle = sheet.left_of_part(0.5)
        drawing.text(plain(title), (middle, bottom + TITLE_UNDER * sheet.scale), look)


def draw_names(
    drawing: Drawing, sheet: Sheet, names: tuple[str, ...], area: Box, *, ruled: bool
) -> None:
    """The name of each row at the left of the plot, and where they are `ruled`, a faint line along each row."""
    left, right = sheet.left_of_part(0), sheet.left_of_part(1)
    apart = NAMES_APART * sheet.scale
    look = TextLook(sheet.scale * TEXT, INK, "r", "ctr", width=sheet.plot.left - area.left - apart)
    for i, name in enumerate(names):
        y = sheet.top(i)
        if ruled:
            drawing.segment("Repère", (left, y), (right, y), stroke(STROKE, 1, opacity=ROW_GRID))
        drawing.text(plain(name), (left - apart, y), look)
