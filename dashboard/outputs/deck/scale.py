"""How much larger than on a page is a figure drawn on a slide, so that it is read from a seat?"""

from __future__ import annotations

from dashboard.outputs.deck.cartesian import largest_radius
from dashboard.outputs.deck.drawing import Box
from dashboard.outputs.deck.sheet import names_height
from dashboard.outputs.plotly.tiles import ABREAST

LARGEST, SMALLEST, STEP = 1.35, 0.8, 0.05

TILE, TILE_WIDTH, TILE_HEIGHT = 1.5, 205, 90
"""The most that key figures are enlarged, and the pixels that each of them needs."""

DRAWN, DRAWN_WIDTH = 1.33, 1184
"""Maps and flows: on a slide of this width a text of 12 pixels becomes one of 12 points; on a narrower one less."""

ROW, AROUND = 25, 80
"""Pixels that a row of a figure needs, at a page's size of text, and what stands above and below the rows."""


def scale_of(figure: Figure, area: Box) -> float:
    """As large as the rows of the figure leave room for; a map as large as its labels do."""
    layout = figure["layout"]
    upright = layout.get("yaxis", {})
    if not figure["data"]:
        rows = -(-len(layout["shapes"]) // ABREAST)
        room = area.width / ABREAST / TILE_WIDTH, area.height / max(rows, 1) / TILE_HEIGHT
        return min(TILE, *room)
    if figure["data"][0].get("type") == "sankey" or "scaleanchor" in upright:
        return DRAWN * min(1, area.width / DRAWN_WIDTH)
    scale = LARGEST
    while scale > SMALLEST and not _fits(figure, area, scale):
        scale -= STEP
    return max(scale, SMALLEST)


def _fits(figure: Figure, area: Box, scale: float) -> bool:
    """Whether neither circles nor names of several lines meet those of the next row."""
    rows = len(figure["layout"].get("yaxis", {}).get("tickvals", ()))
    largest = max(
        (2 * largest_radius(trace) + 4 for trace in figure["data"] if "marker" in trace), default=0
    )
    row = max(ROW * scale, largest * scale, names_height(figure, area, scale) + 4)
    return row * rows + AROUND * scale <= area.height
