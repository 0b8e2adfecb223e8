"""What do all figures have in common?

Figures are drawn for paper and light pages; the dark page recolours text and lines in its style sheet, so that a change
of theme asks the server for nothing and an export is always made for white paper.
"""

from __future__ import annotations

from typing import Any

INK = "#1c2733"
MUTED = "#566270"
RULE = "#c8ced6"
PAPER = "#ffffff"
OUTSIDE = "#eef1f4"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif"

SEQUENTIAL = ("#d3e9e6", "#aed6d2", "#86c2be", "#519f9f", "#2d7c80")
"""Five steps from few to many, one hue, told apart by lightness alone; dark ink stays legible on all but the last."""

SYMBOL = "#a23b6b"
"""Funded units, wherever they are drawn beside beneficiaries."""

DOT = "#3b82c4"
"""Shares with their intervals, where no category of the codebook gives a colour."""


def layout(**more: Any) -> dict[str, Any]:
    """The layout that every figure shares, with what is particular to one."""
    shared: dict[str, Any] = {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hovermode": "closest",
        "clickmode": "event",
        "dragmode": False,
        "separators": ",\u202f",
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": RULE,
            "font": {"family": FONT, "size": 13, "color": INK},
            "align": "left",
        },
    }
    return shared | more
