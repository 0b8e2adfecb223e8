"""Which ink and which hatching read on a fill?"""

from __future__ import annotations

from typing import Any

from dashboard.content.theme import INK, PAPER
from dashboard.outputs.plotly.axes import STROKE

LIGHT, PALE = 0.21, 0.6
"""Luminances: from LIGHT on, dark ink reads better on a fill than white does; a PALE fill needs dark hatching."""

LINEAR = 0.04045
"""Where sRGB turns from a line into a curve."""


def hatching(colour: str) -> dict[str, Any]:
    """The pattern of what is no answer: faint enough for a label to be read on it."""
    return {
        "shape": "/",
        "size": 6,
        "solidity": 0.14,
        "fillmode": "replace",
        "bgcolor": colour,
        "fgcolor": STROKE if luminance(colour) > PALE else PAPER,
    }


def luminance(colour: str) -> float:
    """How light `#rrggbb` is, from 0 to 1, as the accessibility guidelines count it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on_fill(text: str, colour: str) -> str:
    """`text` in the ink that reads on `colour`, day and night: the dark page recolours texts, not spans in them."""
    ink = INK if luminance(colour) > LIGHT else PAPER
    return f'<span style="color:{ink}">{text}</span>' if text else ""
