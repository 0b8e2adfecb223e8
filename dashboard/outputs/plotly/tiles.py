"""How are key figures drawn where a page cannot hold them: in a picture, on a slide?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.theme import INK, MUTED, RULE, layout
from dashboard.outputs.plotly.axes import wrapped

ABREAST = 4

BASE_LETTERS = 30
"""How many letters of a base stand side by side in a quarter of the width."""


def tiles(figures: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """A figure of (label, value, base) side by side, in rows of four."""
    columns = min(ABREAST, max(1, len(figures)))
    rows = -(-len(figures) // columns)
    annotations, shapes = [], []
    for i, (label, value, base) in enumerate(figures):
        left = (i % columns) / columns
        top = 1 - (i // columns) / rows
        for text, drop, size, colour, anchor in (
            (label, 0.16, 14, MUTED, "middle"),
            (f"<b>{value}</b>", 0.44, 30, INK, "middle"),
            (_parted(base), 0.64, 12, MUTED, "top"),
        ):
            annotations.append(
                {
                    "x": left + 0.02,
                    "y": top - drop / rows,
                    "xref": "paper",
                    "yref": "paper",
                    "xanchor": "left",
                    "yanchor": anchor,
                    "align": "left",
                    "showarrow": False,
                    "text": text,
                    "font": {"size": size, "color": colour},
                }
            )
        shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "yref": "paper",
                "x0": left + 0.008,
                "x1": left + 0.008,
                "y0": top - 0.9 / rows,
                "y1": top - 0.06 / rows,
                "line": {"color": RULE, "width": 2},
            }
        )
    hidden = {"visible": False, "range": [0, 1]}
    return {
        "data": [],
        "layout": layout(annotations=annotations, shapes=shapes, xaxis=hidden, yaxis=hidden),
    }


def _parted(base: str) -> str:
    """`base` in lines that stay in its tile, parted where it pauses: « 247 sur 732 répondants,<br>dont 46... »."""
    if len(base) <= BASE_LETTERS:
        return base
    return ",<br>".join(wrapped(part, BASE_LETTERS) for part in base.split(", "))
