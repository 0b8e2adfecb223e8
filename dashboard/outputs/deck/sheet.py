"""Where on a slide do a figure's own coordinates lie, beside the names of its rows?"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from dashboard.outputs.deck.drawing import Box, Point
from dashboard.outputs.deck.rich_text import LETTER, LINE, extent, plain
from dashboard.outputs.xml_safe import one_line

WIDEST_NAMES = 0.46
"""The part of the width that the names of rows may take; longer ones are parted."""

NAMES_APART = 13
"""Pixels between the name of a row and the plot, on whose edge a marker may stand."""

LEGEND = 26
"""Height in pixels of a row of a legend."""


@dataclass(frozen=True)
class Sheet:
    """Where on a slide a figure's own coordinates lie; `scale` is how much larger than on a page it is drawn."""

    plot: Box
    scale: float
    x: tuple[float, float]
    y: tuple[float, float]

    @classmethod
    def of(cls, figure: Figure, area: Box, scale: float) -> Sheet:
        """The plot of `figure` inside `area`, less its margins; equal axes keep their proportion, in the middle."""
        layout = figure["layout"]
        across, upright = layout.get("xaxis", {}), layout.get("yaxis", {})
        plot = _inside(figure, area, scale)
        x, y = tuple(across.get("range", (0, 1))), tuple(upright.get("range", (0, 1)))
        if "scaleanchor" in upright:
            unit = min(plot.width / (x[1] - x[0]), plot.height / (y[1] - y[0]))
            width, height = unit * (x[1] - x[0]), unit * (y[1] - y[0])
            left = plot.left + (plot.width - width) / 2
            plot = Box(left, plot.top + (plot.height - height) / 2, width, height)
        return cls(plot, scale, x, y)

    def at(self, x: float, y: float, xref: str = "x", yref: str = "y") -> Point:
        """The place of a point, given in data or as a part of the plot (`paper`)."""
        east = x if xref == "paper" else (x - self.x[0]) / (self.x[1] - self.x[0])
        north = y if yref == "paper" else (y - self.y[0]) / (self.y[1] - self.y[0])
        return (
            self.plot.left + east * self.plot.width,
            self.plot.top + (1 - north) * self.plot.height,
        )


def names_height(figure: Figure, area: Box, scale: float) -> float:
    """The height of the name of a row that takes most lines."""
    axis = figure["layout"].get("yaxis", {})
    if not axis.get("visible", bool(axis)):
        return 0
    size = scale * axis["tickfont"]["size"]
    letters = int(_names_width(axis, area, scale) / (LETTER * size)) or 1
    return max((LINE * size * len(wrap(one_line(t), letters)) for t in axis["ticktext"]), default=0)


def _inside(figure: Figure, area: Box, scale: float) -> Box:
    """`area` less the margins that the figure asks for, and what its axes and legend need."""
    layout = figure["layout"]
    margin = layout["margin"]
    left, right, top, bottom = (scale * margin[side] for side in "lrtb")
    across, upright = layout.get("xaxis", {}), layout.get("yaxis", {})
    if upright.get("visible", bool(upright)):
        left += _names_width(upright, area, scale) + NAMES_APART * scale
    if across.get("visible", bool(across)):
        bottom += 20 * scale + (22 * scale if across.get("title", {}).get("text") else 0)
    if layout.get("showlegend"):
        top += LEGEND * scale
    return Box(
        area.left + left, area.top + top, area.width - left - right, area.height - top - bottom
    )


def _names_width(axis: dict[str, Any], area: Box, scale: float) -> float:
    size = scale * axis["tickfont"]["size"]
    widest = max((extent(plain(one_line(t)), size)[0] for t in axis["ticktext"]), default=0)
    return min(widest, WIDEST_NAMES * area.width)
