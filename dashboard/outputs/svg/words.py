"""How are words written on a drawing?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from dashboard.content.charts.rich_text import RichText
from dashboard.content.theme import INK, MUTED, PAPER
from dashboard.outputs.svg.markup import LINE_HEIGHT, Value, element, lines, number
from dashboard.outputs.svg.plane import Plane

SIZE = 12
"""Pixels of a letter, and of the smallest text that a room can read once it is doubled."""

LINE = SIZE * LINE_HEIGHT
"""Pixels from a line to the next."""

Align = Literal["start", "middle", "end"]

HALO: Mapping[str, Value] = {"stroke": PAPER, "stroke_width": 3, "stroke_linejoin": "round"}


def text_at(
    place: tuple[str, str],
    text: RichText,
    *,
    align: Align = "start",
    above: float = 0.5,
    shift: tuple[float, float] = (0, 0),
    fill: str | None = None,
) -> str:
    """`text` at a place of the plane, moved right and down by the pixels of `shift`.

    `above`: which part of it stands above that place. `fill`: the ink of words that stand on a coloured ground; the
    page recolours those without one.
    """
    x, y = place
    return element(
        "text",
        lines(text, x, anchor=above),
        y=y,
        fill=fill,
        text_anchor=None if align == "start" else align,
        transform=_moved(shift),
    )


def words(
    written: str,
    *,
    shift: tuple[float, float] = (0, 0),
    size: float = SIZE,
    muted: bool = False,
    unheard: bool = False,
) -> str:
    """The look of texts, moved right and down by the pixels of `shift`.

    The pointer goes through them to what is below, but for those that name a mark (`naming`).
    `unheard`: the names of marks say the same.
    """
    if not written:
        return ""
    return element(
        "g",
        written,
        class_="words muted" if muted else "words",
        font_size=size,
        fill=MUTED if muted else INK,
        transform=_moved(shift),
        aria_hidden="true" if unheard else None,
        pointer_events="none",
    )


def naming(written: str, named: str, plane: Plane) -> str:
    """Texts that name a mark (`mark`) and stand on another one: the pointer is then at the mark that they name."""
    if not plane.live:
        return written
    return element("g", written, data_names=named, pointer_events="all")


def haloed(written: str, plane: Plane) -> str:
    """Texts with a halo, which stand on a drawing.

    In a picture the halo is a drawing of its own, under them: many programs would draw it over them.
    """
    if not written:
        return ""
    if plane.live:
        return element("g", written, class_="halo", paint_order="stroke", **HALO)
    return element("g", written, **HALO) + written


def _moved(shift: tuple[float, float]) -> str | None:
    return f"translate({number(shift[0])} {number(shift[1])})" if any(shift) else None
