"""What is a drawing, and how is it put on a page or into a picture?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from dashboard.outputs.svg.markup import element, number
from dashboard.outputs.svg.plane import FLUID, Plane


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the room of a drawing, into which its words may reach."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as SVG, for any plane.

    `kind` is the class by which style sheets know it. `ratio`: width by height, for a map, whose kilometres are as long
    across as down; any other drawing fills its room. `layers`: the outlines that it refers to (`outlines.py`).
    """

    kind: str
    body: Callable[[Plane], str]
    margins: Margins = Margins()
    ratio: float | None = None
    layers: tuple[str, ...] = ()


def on_page(drawing: Drawing, name: str) -> str:
    """The HTML that fills the canvas of a card. One stop of the tabulator: arrows go from mark to mark inside.

    `name` says what the drawing is about; what there is to see in it stands beside it, for those who do not see it.
    """
    margins = drawing.margins
    around = " ".join(
        f"{number(side)}px" for side in (margins.top, margins.right, margins.bottom, margins.left)
    )
    style = f"padding:{around}"
    if drawing.ratio is not None:
        style += f";--ratio:{drawing.ratio:.4f}"
    chart = element(
        "svg",
        drawing.body(FLUID),
        class_=f"chart {drawing.kind}",
        role="group",
        aria_label=name,
    )
    kind = "fit" if drawing.ratio is not None else "fill"
    return f'<div class="drawing {kind}" style="{escape(style)}">{chart}</div>'


def in_picture(drawing: Drawing, x: float, y: float, width: float, height: float) -> str:
    """The same as a part of a picture, in the box given in pixels; a map is centred in it."""
    margins = drawing.margins
    across, down = width - margins.left - margins.right, height - margins.top - margins.bottom
    left, top = x + margins.left, y + margins.top
    if drawing.ratio is not None:
        fitted = min(across, down * drawing.ratio)
        left += (across - fitted) / 2
        top += (down - fitted / drawing.ratio) / 2
        across, down = fitted, fitted / drawing.ratio
    plane = Plane((across, down))
    return element(
        "svg",
        drawing.body(plane),
        class_=f"chart {drawing.kind}",
        x=left,
        y=top,
        width=across,
        height=down,
        overflow="visible",
    )
