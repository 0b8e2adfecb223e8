"""Which ink reads on a fill?"""

from __future__ import annotations

from dashboard.content.theme import INK, PAPER

LIGHT, PALE = 0.21, 0.6
"""Luminances: from LIGHT on, dark ink reads better on a fill than white does; a PALE fill needs dark hatching."""

LINEAR = 0.04045
"""Where sRGB turns from a line into a curve."""


def luminance(colour: str) -> float:
    """How light `#rrggbb` is, from 0 to 1, as the accessibility guidelines count it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_on(colour: str) -> str:
    """The ink that reads on a fill of `colour`: that of all texts, or white."""
    return INK if luminance(colour) > LIGHT else PAPER
