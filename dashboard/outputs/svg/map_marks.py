"""What do the regions, circles and words of a map look like?

Colours are attributes, so that a picture needs no style sheet, and classes, by which a page is recoloured at night.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.content.charts.region_map import Place
from dashboard.content.charts.small_maps import SmallPlace
from dashboard.content.theme import GLASS, MUTED, OUTSIDE, PAPER, RULE, SEQUENTIAL, SYMBOL
from dashboard.outputs.svg.map_ground import Ground, Kilometres
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import Value, element
from dashboard.outputs.svg.patterns import Grain, fill
from dashboard.outputs.svg.plane import Plane

Lacking = Literal["empty", "outside", "uncovered", "baseless", "suppressed", "boxed"]
"""Kinds of regions that have no value."""

SWATCH = 14
"""Pixels of the side of a square of a legend."""

UNTOUCHED: Mapping[str, Value] = {"pointer_events": "none"}
"""What stands over regions lets the pointer through to them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a region is filled: by its class for style sheets, and in the colour, or with the pattern, of its paint.

    `border` is the colour of one that is outlined, in the legend.
    """

    kind: str
    paint: str
    border: str = RULE


def valued(i: int) -> Look:
    """That of a region whose value falls in the class `i`."""
    return Look(f"c{i}", SEQUENTIAL[i])


def lacking(state: Lacking, grain: Grain = "") -> Look:
    """That of a region without a value: each in a way of its own, which print tells apart too."""
    match state:
        case "empty":
            return Look(state, PAPER)
        case "outside":
            return Look(state, OUTSIDE)
        case "boxed":
            return Look(state, PAPER, MUTED)
        case "uncovered" | "baseless" | "suppressed":
            return Look(state, fill(state, grain))


def answers(plane: Plane, place: Place | SmallPlace, clicks: ClickWriter) -> dict[str, Value]:
    """How a region answers; one that is only ground around those of the study has nothing to say."""
    if not place.hover and not place.click:
        return {}
    return mark(plane, place.hover, place.click, clicks)


def circle(ground: Ground, place: Kilometres, diameter: float) -> str:
    """A circle of that diameter in pixels."""
    x, y = ground.at(place)
    return element("circle", cx=x, cy=y, r=diameter / 2)


def circles(drawn: str) -> str:
    """The look of circles."""
    look: Mapping[str, Value] = {"fill": GLASS, "fill_opacity": 0.78, "stroke": SYMBOL}
    return element("g", drawn, class_="circles", stroke_width=1.8, **look, **UNTOUCHED)


def swatch(ground: Ground, place: Kilometres, look: Look) -> str:
    """A square of a legend, around its place."""
    x, y = ground.at(place)
    return element(
        "rect",
        class_=look.kind,
        x=x,
        y=y,
        width=SWATCH,
        height=SWATCH,
        fill=look.paint,
        stroke=look.border,
        stroke_width=None if look.border == RULE else 2,
        transform=f"translate({-SWATCH / 2:g} {-SWATCH / 2:g})",
    )
