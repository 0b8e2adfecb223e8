"""How are key figures drawn where a page cannot hold them: in a picture?"""

from __future__ import annotations

from typing import Any

from dashboard.content.charts import Tiles
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.theme import INK, MUTED, RULE
from dashboard.outputs.layout.wrapping import wrapped
from dashboard.outputs.plotly.base import Figure, layout
from dashboard.outputs.plotly.markup import Text, markup

ABREAST = 4

BASE_LETTERS = 30
"""How many letters of a base stand side by side in a quarter of the width."""


def tiles(chart: Tiles) -> Figure:
    """The tiles side by side, in rows of four: label, value and base, with a line at their left."""
    columns = min(ABREAST, max(1, len(chart.tiles)))
    rows = -(-len(chart.tiles) // columns)
    annotations, shapes = [], []
    for i, tile in enumerate(chart.tiles):
        left, top = (i % columns) / columns, 1 - (i // columns) / rows
        annotations += [
            _text(left, top - 0.16 / rows, tile.label, "middle", 14, MUTED),
            _text(left, top - 0.44 / rows, bold(tile.value), "middle", 30, INK),
            _text(left, top - 0.64 / rows, _base(tile.base), "top", 12, MUTED),
        ]
        shapes.append(_line(left, top - 0.9 / rows, top - 0.06 / rows))
    hidden = {"visible": False, "range": [0, 1]}
    return {
        "data": [],
        "layout": layout(annotations=annotations, shapes=shapes, xaxis=hidden, yaxis=hidden),
    }


def _text(left: float, y: float, text: Text, anchor: str, size: int, colour: str) -> dict[str, Any]:
    return {
        "x": left + 0.02,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": anchor,
        "align": "left",
        "showarrow": False,
        "text": markup(text),
        "font": {"size": size, "color": colour},
    }


def _line(left: float, low: float, high: float) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "yref": "paper",
        "x0": left + 0.008,
        "x1": left + 0.008,
        "y0": low,
        "y1": high,
        "line": {"color": RULE, "width": 2},
    }


def _base(base: str) -> RichText:
    """`base` in lines that stay in its tile, broken where it pauses: "247 sur 732 répondants," and "dont 46..."."""
    if len(base) <= BASE_LETTERS:
        return rich(base)
    *pauses, last = base.split(", ")
    parts = [*(f"{part}," for part in pauses), last]
    return rich(*(line for part in parts for line in wrapped(part, BASE_LETTERS)))
