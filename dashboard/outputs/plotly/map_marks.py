"""What do the regions, circles and words of a map look like?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any, Literal

from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER, RULE, SYMBOL

State = Literal["shown", "empty", "baseless", "outside", "uncovered"]
"""Shown; empty, where the selection has nobody; baseless, where it has people but none to take a share of; outside the
selection; or uncovered, where nobody was ever enrolled.
"""

LARGEST_SYMBOL = 42
"""Diameter in pixels of the circle of the largest value."""

THIN = {"color": RULE, "width": 1}

_PATTERN = {"solidity": 0.18, "fgcolor": MUTED, "fillmode": "replace"}

FILLS: Mapping[State, dict[str, Any]] = {
    "empty": {"fillcolor": PAPER, "line": THIN},
    "outside": {"fillcolor": OUTSIDE, "line": THIN},
    "uncovered": {
        "fillpattern": _PATTERN | {"shape": "/", "size": 6, "bgcolor": OUTSIDE},
        "line": THIN,
    },
    "baseless": {
        "fillpattern": _PATTERN | {"shape": ".", "size": 7, "bgcolor": PAPER},
        "line": THIN,
    },
}
"""How a region is filled that has no value: each in a way of its own, which print tells apart too."""


def diameter(value: int, top: int, *, small: bool = False) -> float:
    """The circle's diameter in pixels: its area is in proportion to `value`."""
    largest = LARGEST_SYMBOL / 2 if small else LARGEST_SYMBOL
    return round(largest * sqrt(value / top), 1) if top else 0.0


def circle(sizes: Sequence[float]) -> dict[str, Any]:
    """The look of circles of these diameters: what is under them shows through."""
    return {
        "symbol": "circle",
        "size": sizes,
        "color": "rgba(252,231,240,0.78)",
        "line": {"color": SYMBOL, "width": 1.8},
        "opacity": 1,
    }


def written(x: float, y: float, text: str) -> dict[str, Any]:
    """Words at a place of the map. Annotations, not the text of traces: on a dark page these stand on the page."""
    return {
        "xref": "x",
        "yref": "y",
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": INK},
    }
