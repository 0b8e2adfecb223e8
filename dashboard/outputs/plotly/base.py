"""What do all figures have in common?"""

from __future__ import annotations

from typing import Any

from dashboard.content.medium import Medium
from dashboard.content.theme import FONT, INK, PAPER, RULE

Figure = dict[str, Any]
"""A figure in plotly's schema, as plain dictionaries: `data`, a list of traces, and `layout`."""

Trace = dict[str, Any]
"""A trace, or another part of a figure."""


HOVER = "%{customdata}<extra></extra>"
"""The template of what stands under the mouse: what `customdata` says, and nothing of plotly's own."""

SMALLEST = 12
"""Pixels of a text before a room doubles them: 24 on a screen of 1920 by 1080."""


def letters(size: float, medium: Medium) -> float:
    """The `size` of a text, or what is read from the back of a room."""
    return max(size, SMALLEST) if medium == "room" else size


def layout(**particular: Any) -> dict[str, Any]:
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
    return shared | particular
