"""What do the regions, circles and words of a map look like?

Colours are attributes, so that a picture needs no style sheet, and classes, by which a page is recoloured at night.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.content.charts.region_map import Place
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.charts.small_maps import SmallPlace
from dashboard.content.theme import INK, OUTSIDE, PAPER, RULE, SEQUENTIAL, SYMBOL
from dashboard.outputs.svg.map_ground import Ground, Kilometres
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import Value, element, lines, number
from dashboard.outputs.svg.patterns import Grain, fill
from dashboard.outputs.svg.plane import Plane

Lacking = Literal["empty", "outside", "uncovered", "baseless"]
"""Kinds of regions that have no value."""

WORDS = 12
"""Pixels of a letter of legends and titles, and of the smallest text that a room can read once it is doubled."""

SWATCH = 14
"""Pixels of the side of a square of a legend."""

GLASS = "#fce7f0"
"""What is under a circle shows through it."""

UNTOUCHED: Mapping[str, Value] = {"pointer_events": "none"}
"""What stands over regions lets the pointer through to them."""

ANCHORS = {0: None, 0.5: "middle", 1: "end"}
"""Which part of a text stands left of its place, and how SVG says so."""


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
        case "uncovered" | "baseless":
            return Look(state, fill(state, grain))


def answers(plane: Plane, place: Place | SmallPlace, clicks: ClickWriter) -> dict[str, Value]:
    """How a region answers; one that is only ground around those of the study has nothing to say."""
    if not place.hover and not place.click:
        return {}
    return mark(plane, place.hover, place.click, clicks)


def text_at(
    ground: Ground,
    place: Kilometres,
    text: RichText | str,
    *,
    shift: tuple[float, float] = (0, 0),
    align: tuple[float, float] = (0, 0.5),
    look: Look | None = None,
) -> str:
    """Words at a place of the map, moved right and down by the pixels of `shift`.

    `align`: which part of them stands left of it, and above it: 0, 0.5 or 1. `look`: the class and colour of words that
    have not those of all.
    """
    x, y = ground.at(place)
    across, down = align
    written = rich(text) if isinstance(text, str) else text
    return element(
        "text",
        lines(written, x, anchor=down),
        class_=look.kind if look else None,
        y=y,
        fill=look.paint if look else None,
        text_anchor=ANCHORS[across],
        transform=_moved(shift),
    )


def words(written: str, kind: str, size: float = WORDS, *, unheard: bool = False) -> str:
    """The look of words; `kind` is their class. `unheard`: the names of marks say the same."""
    hidden = "true" if unheard else None
    look: Mapping[str, Value] = {"font_size": size, "fill": INK, "aria_hidden": hidden, **UNTOUCHED}
    return element("g", written, class_=kind, **look)


def haloed(written: str, kind: str, size: float, *, live: bool) -> str:
    """Words on a drawing, with a halo around them. Where it is `live` its marks say the same, and these are not heard.

    In a picture the halo is a drawing of its own, under the words: many programs would draw it over them.
    """
    halo: Mapping[str, Value] = {"stroke": PAPER, "stroke_width": 3, "stroke_linejoin": "round"}
    if live:
        around = element("g", written, class_="halo", paint_order="stroke", **halo)
        return words(around, kind, size, unheard=True)
    return words(element("g", written, **halo) + written, kind, size)


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
        transform=_moved((-SWATCH / 2, -SWATCH / 2)),
    )


def _moved(shift: tuple[float, float]) -> str | None:
    return f"translate({number(shift[0])} {number(shift[1])})" if any(shift) else None
