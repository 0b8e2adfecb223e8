"""How does a text read on a fill, and how is one hatched?"""

from __future__ import annotations

from typing import Any

from dashboard.content.theme import PAPER, STROKE
from dashboard.outputs.layout.contrast import PALE, ink_on, luminance
from dashboard.outputs.plotly.markup import Text, coloured


def hatching(colour: str) -> dict[str, Any]:
    """The pattern of what is no answer: faint enough for a label to be read on it.

    What is as white as paper, since its time is to come, is dotted: beside a pale grey, hatching would look the same.
    """
    dotted = colour.lower() == PAPER
    return {
        "shape": "." if dotted else "/",
        "size": 9 if dotted else 6,
        "solidity": 0.04 if dotted else 0.14,
        "fillmode": "replace",
        "bgcolor": colour,
        "fgcolor": STROKE if luminance(colour) > PALE else PAPER,
    }


def on_fill(text: Text, colour: str) -> str:
    """`text` in the ink that reads on `colour`, day and night: the dark page recolours texts, not spans in them."""
    return coloured(text, ink_on(colour))
