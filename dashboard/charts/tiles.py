"""How are key figures drawn where a page cannot hold them: in a picture, on a slide?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.charts.theme import INK, MUTED, RULE, layout


def tiles(figures: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """A figure of (label, value, base) side by side, in rows of four."""
    columns = min(4, max(1, len(figures)))
    rows = -(-len(figures) // columns)
    annotations, shapes = [], []
    for i, (label, value, base) in enumerate(figures):
        left = (i % columns) / columns
        top = 1 - (i // columns) / rows
        for text, drop, size, colour in (
            (label, 0.16, 14, MUTED),
            (f"<b>{value}</b>", 0.46, 30, INK),
            (base, 0.74, 12, MUTED),
        ):
            annotations.append(
                {
                    "x": left + 0.02,
                    "y": top - drop / rows,
                    "xref": "paper",
                    "yref": "paper",
                    "xanchor": "left",
                    "yanchor": "middle",
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
