"""How is hatched what has no value, or is no answer?

Patterns stand once on a page, or in a picture; a fill refers to one by its id. A browser draws none that stands in an
element with `display: none`. Each comes in the grains of what it fills: pixels, or the units of a map, with which its
hatching grows.
"""

from __future__ import annotations

from typing import Literal

from dashboard.content.theme import MUTED, OUTSIDE, PAPER, STROKE
from dashboard.outputs.layout.contrast import PALE, luminance
from dashboard.outputs.svg.markup import element

Pattern = Literal["uncovered", "baseless", "suppressed", "hatch", "hatch-pale"]
"""On a ground of their own: what is not covered, what has people but no base, and what may not be told. On whatever
fill lies under them: what is no answer, in dark lines, or in pale ones where the fill is dark."""

Grain = Literal["", "-map", "-small"]
"""In pixels; in the units of a map; in those of several small ones (`outlines.py`)."""

SCALES: dict[Grain, float] = {"": 1, "-map": 4.6, "-small": 1.2}
"""How many units are about as long as a pixel is, on a page."""

SIDE = 8
"""The side of a tile."""

LINES = f"M-1 1L1-1M0 {SIDE}L{SIDE} 0M{SIDE - 1} {SIDE + 1}L{SIDE + 1} {SIDE - 1}"
"""One diagonal, and the corners of its neighbours."""

LEVEL = f"M0 {SIDE / 4:g}H{SIDE}M0 {3 * SIDE / 4:g}H{SIDE}"
"""Two level lines."""


def fill(pattern: Pattern, grain: Grain = "") -> str:
    """What the attribute `fill` says."""
    return f"url(#{pattern}{grain})"


def hatching(colour: str) -> str:
    """The fill of what lies over a shape of that `colour` and says that it is no answer."""
    return fill("hatch" if luminance(colour) > PALE else "hatch-pale")


def patterns() -> str:
    """All of them, for a `<defs>`. Style sheets recolour their parts by class."""
    return "".join(
        _pattern(f"{name}{grain}", tile, scale)
        for name, tile in _tiles().items()
        for grain, scale in SCALES.items()
    )


def _tiles() -> dict[Pattern, str]:
    dot = element("circle", class_="dots", cx=SIDE / 2, cy=SIDE / 2, r=1, fill=MUTED)
    return {
        # Fainter than the numbers beside it: most of a young partnership's map is not covered.
        "uncovered": _ground("outside", OUTSIDE) + _lines("lines", MUTED, 1.1, opacity=0.6),
        "baseless": _ground("empty", PAPER) + dot,
        "suppressed": _ground("empty", PAPER) + _lines("lines", MUTED, 0.9, LEVEL, opacity=0.6),
        "hatch": _lines("lines", STROKE, 0.9),
        "hatch-pale": _lines("lines pale", PAPER, 0.9),
    }


def _ground(kind: str, colour: str) -> str:
    return element("rect", class_=kind, width=SIDE, height=SIDE, fill=colour)


def _lines(
    kind: str, colour: str, width: float, drawn: str = LINES, *, opacity: float | None = None
) -> str:
    return element(
        "path",
        class_=kind,
        d=drawn,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_opacity=opacity,
    )


def _pattern(name: str, tile: str, scale: float) -> str:
    return element(
        "pattern",
        tile,
        id=name,
        class_="pattern",
        width=SIDE,
        height=SIDE,
        patternUnits="userSpaceOnUse",
        patternTransform=None if scale == 1 else f"scale({scale:g})",
    )
