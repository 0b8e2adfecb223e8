"""What do the regions, circles and words of a map look like?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.content.charts.region_map import State
from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER, RULE, SYMBOL
from dashboard.outputs.plotly.markup import Text, markup

THIN = {"color": RULE, "width": 1}

FILLED = {"type": "scatter", "mode": "lines", "fill": "toself"}
"""An outline that is filled."""

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


def circle(sizes: Sequence[float]) -> dict[str, Any]:
    """The look of circles of these diameters: what is under them shows through."""
    return {
        "symbol": "circle",
        "size": sizes,
        "color": "rgba(252,231,240,0.78)",
        "line": {"color": SYMBOL, "width": 1.8},
        "opacity": 1,
    }


def square(x: float, y: float, half: float) -> dict[str, list[float]]:
    """The outline of a square around a place, which can be hatched as a region is."""
    left, right, below, above = x - half, x + half, y - half, y + half
    return {"x": [left, right, right, left, left], "y": [below, below, above, above, below]}


def text_at(x: float, y: float, text: Text) -> dict[str, Any]:
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
        "text": markup(text),
        "font": {"size": 12, "color": INK},
    }


def map_axes(across: Sequence[float], up: Sequence[float]) -> dict[str, Any]:
    """Both axes of a map, in kilometres that are as long on one as on the other."""
    axis = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "xaxis": axis | {"range": list(across)},
        "yaxis": axis | {"range": list(up), "scaleanchor": "x", "scaleratio": 1},
    }
