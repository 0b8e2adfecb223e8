"""How are key figures drawn where a page cannot hold them: in a picture?"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from dashboard.content.charts import Tiles
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.charts.tiles import Tile
from dashboard.content.theme import RULE
from dashboard.outputs.layout.wrapping import wrapped
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.markup import element
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.words import text_at, words

ABREAST = 4

BASE_LETTERS = 38
"""How many letters of a base stand side by side in a quarter of the width."""

LABEL_SIZE, VALUE_SIZE = 14, 30
"""Pixels of letters."""

LABEL, VALUE, BASE = 0.12, 0.33, 0.47
"""How far down, as a part of a tile, the middle of its label and of its value stand, and the top of its base."""

RULE_TOP, RULE_BOTTOM = 0.06, 0.9
"""Where the line at its left begins and ends, as parts of its height."""

RULE_LEFT, TEXT_LEFT = 0.008, 0.02
"""Where that line and the words stand, as parts of the width of all."""


def tiles(chart: Tiles) -> Drawing:
    """The tiles side by side, in rows of four: label, value and base, with a line at their left."""
    columns = min(ABREAST, max(1, len(chart.tiles)))
    rows = max(1, -(-len(chart.tiles) // columns))
    corners = [((i % columns) / columns, (i // columns) / rows) for i in range(len(chart.tiles))]

    def body(plane: Plane) -> str:
        def written(text: Callable[[Tile], RichText], down: float, above: float = 0.5) -> str:
            return "".join(
                text_at(
                    (plane.x(left + TEXT_LEFT), plane.y(top + down / rows)), text(tile), above=above
                )
                for tile, (left, top) in zip(chart.tiles, corners, strict=True)
            )

        rules = "".join(
            element(
                "line",
                x1=plane.x(left + RULE_LEFT),
                y1=plane.y(top + RULE_TOP / rows),
                x2=plane.x(left + RULE_LEFT),
                y2=plane.y(top + RULE_BOTTOM / rows),
            )
            for left, top in corners
        )
        return (
            element("g", rules, class_="rules", stroke=RULE, stroke_width=2)
            + words(written(lambda tile: rich(tile.label), LABEL), size=LABEL_SIZE, muted=True)
            + words(written(lambda tile: rich(bold(tile.value)), VALUE), size=VALUE_SIZE)
            + words(written(_small_print, BASE, above=0), muted=True)
        )

    return Drawing("tiles", body)


def _small_print(tile: Tile) -> RichText:
    """What stands below the value, in lines that stay in its tile."""
    return rich(*chain(*map(_lines, tile.small_print)))


def _lines(base: str) -> list[str]:
    """`base` broken where it pauses: « 247 sur 732 répondants, » and « dont 46... »."""
    if len(base) <= BASE_LETTERS:
        return [base]
    *pauses, last = base.split(", ")
    parts = [*(f"{part}," for part in pauses), last]
    return [line for part in parts for line in wrapped(part, BASE_LETTERS)]
