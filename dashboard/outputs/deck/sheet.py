"""Where on a slide do a chart's own coordinates lie?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.outputs.deck.drawing import Box, Point

DRAWN, DRAWN_WIDTH = 1.33, 1184
"""Maps and flows: on a slide of this width a text of 12 pixels becomes one of 12 points; on a narrower one less."""

Span = tuple[float, float]
"""Where an axis begins and where it ends: at the left and the right, or at the bottom and the top."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart's plot in pixels, and what lies at its edges; `scale` is how much larger than on a page it is drawn."""

    plot: Box
    scale: float
    x: Span
    y: Span

    def left(self, x: float) -> float:
        """How far from the slide's left edge a value of the level axis lies."""
        return self.left_of_part((x - self.x[0]) / (self.x[1] - self.x[0]))

    def top(self, y: float) -> float:
        """How far from the slide's top a value of the upright axis lies."""
        return self.top_of_part((y - self.y[0]) / (self.y[1] - self.y[0]))

    def left_of_part(self, part: float) -> float:
        """How far from the slide's left edge a part of the plot's width lies, from 0 at the left to 1 at the right."""
        return self.plot.left + part * self.plot.width

    def top_of_part(self, part: float) -> float:
        """How far from the slide's top a part of the plot's height lies, from 0 at the bottom to 1 at the top."""
        return self.plot.top + (1 - part) * self.plot.height

    def at(self, x: float, y: float) -> Point:
        """The place of a point."""
        return self.left(x), self.top(y)


def drawn_scale(area: Box) -> float:
    """How much larger than on a page a map or a diagram is drawn in `area`, so that it is read from a seat."""
    return DRAWN * min(1, area.width / DRAWN_WIDTH)


def map_sheet(area: Box, x: Span, y: Span) -> Sheet:
    """The middle of `area`, in which a unit is as long on both axes."""
    unit = min(area.width / (x[1] - x[0]), area.height / (y[1] - y[0]))
    width, height = unit * (x[1] - x[0]), unit * (y[1] - y[0])
    left, top = area.left + (area.width - width) / 2, area.top + (area.height - height) / 2
    return Sheet(Box(left, top, width, height), drawn_scale(area), x, y)
