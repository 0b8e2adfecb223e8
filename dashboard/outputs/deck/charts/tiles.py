"""How are key figures drawn on a slide, side by side, each with its name above and its base below?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.charts.tiles import Tile, Tiles
from dashboard.content.theme import INK, MUTED, RULE
from dashboard.outputs.deck.drawing import Box, Drawing, TextLook, stroke
from dashboard.outputs.deck.rich_text import lines_of
from dashboard.outputs.deck.sheet import Sheet
from dashboard.outputs.layout.wrapping import wrapped

ABREAST = 4

LARGEST, WIDTH = 1.5, 205
"""The most that key figures are enlarged, and how wide each of them is at a page's size, in pixels."""

LINE, FOOT = 15, 8
"""Pixels of a line below a value, and those left free under the last one."""

BASE_LETTERS = 30
"""How many letters of a base stand side by side in a quarter of the width."""

RULE_LEFT, RULE_TOP, RULE_BOTTOM = 0.008, 0.06, 0.9
"""Where the upright line at the left of a figure stands, as parts of the width of all and of its own height."""

TEXT_LEFT = 0.02
"""Where its texts begin."""


@dataclass(frozen=True, slots=True)
class _Part:
    """How far below the top of its figure a text hangs, and how it looks, in pixels of a page."""

    drop: int
    size: int
    colour: str
    anchor: str


LABEL, VALUE, BASE = (
    _Part(20, 14, MUTED, "ctr"),
    _Part(48, 30, INK, "ctr"),
    _Part(70, 12, MUTED, "t"),
)


def draw_tiles(chart: Tiles, drawing: Drawing, area: Box) -> None:
    """A line for each figure, then the three texts of each."""
    columns = min(ABREAST, max(1, len(chart.tiles)))
    rows = max(1, -(-len(chart.tiles) // columns))
    scale = min(
        LARGEST,
        area.width / ABREAST / WIDTH,
        area.height / rows / _height(chart),
    )
    sheet = Sheet(area, scale, (0, 1), (0, 1))
    look = stroke(RULE, scale * 2)
    corners = [
        ((i % columns) / columns, 1 - (i // columns) / rows) for i in range(len(chart.tiles))
    ]
    for left, top in corners:
        below = sheet.at(left + RULE_LEFT, top - RULE_BOTTOM / rows)
        above = sheet.at(left + RULE_LEFT, top - RULE_TOP / rows)
        drawing.segment("Trait", below, above, look)
    for tile, (left, top) in zip(chart.tiles, corners, strict=True):
        for part, text in _texts(tile):
            place = sheet.at(left + TEXT_LEFT, top - scale * part.drop / area.height)
            size = TextLook(scale * part.size, part.colour, anchor=part.anchor)
            drawing.text(lines_of(text), place, size)


def _height(chart: Tiles) -> int:
    """The pixels that a figure needs from its top, so that all that stands below its value has room."""
    most = max((len(_small_print(tile)) for tile in chart.tiles), default=0)
    return BASE.drop + LINE * most + FOOT


def _texts(tile: Tile) -> tuple[tuple[_Part, RichText], ...]:
    return (
        (LABEL, rich(tile.label)),
        (VALUE, rich(bold(tile.value))),
        (BASE, rich(*_small_print(tile))),
    )


def _small_print(tile: Tile) -> list[str]:
    """What stands below the value, in lines that stay in its figure."""
    return [line for text in tile.small_print for line in _lines(text)]


def _lines(base: str) -> list[str]:
    """`base` in lines that stay in its figure, parted where it pauses: « 247 sur 732 répondants, / dont 46... »."""
    if len(base) <= BASE_LETTERS:
        return [base]
    lines: list[str] = []
    for part in base.split(", "):
        if lines:
            lines[-1] += ","
        lines += wrapped(part, BASE_LETTERS)
    return lines
