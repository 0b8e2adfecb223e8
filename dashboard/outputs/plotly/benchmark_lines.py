"""How are outside figures marked across bars and rows, or at one time of a line?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.rich_text import rich
from dashboard.content.theme import INK, PAPER
from dashboard.outputs.layout.text_width import letter_width
from dashboard.outputs.layout.wrapping import wrapped
from dashboard.outputs.plotly.axes import SIZE
from dashboard.outputs.plotly.markup import markup

LINE_HEIGHT = 16
"""Pixels of a line of a name."""

CLEAR = 6
"""Pixels between a name and what is beside and below it."""

WIDTH, HALO = 1.8, 5
"""Pixels of a line, and of what is drawn under it, without which it is lost on a dark bar."""

HALF_PLACE = 0.42
"""How far the line of one category goes on each side, as a part of the way to the next."""


@dataclass(frozen=True, slots=True)
class Across:
    """Upright lines through rows: their shapes, the names above the first row, and how far up these go, in rows."""

    shapes: tuple[dict[str, Any], ...]
    names: tuple[dict[str, Any], ...]
    top: float


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the lines are drawn: an axis of numbers over `span`, about how many pixels its plot is wide and high.

    `left` and `right`: pixels beside the plot over which a name may go on. `under`: the lines lie under what is drawn.
    """

    span: tuple[float, float]
    width: float
    height: float
    left: float = 0
    right: float = 0
    under: bool = False


def across(
    lines: Sequence[BenchmarkLine], rows: int, ground: Ground, first: float = -0.5
) -> Across:
    """Lines through `rows` at 0, 1, 2… from the top, from its name above `first` to the last row."""
    low, high = ground.span
    row = ground.height / max(rows, 1)
    shapes: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    top = first
    for line in lines:
        part = (line.value - low) / ((high - low) or 1)
        rooms = part * ground.width + ground.left, (1 - part) * ground.width + ground.right
        text = wrapped(line.name, max(1, int((max(rooms) - 2 * CLEAR) / letter_width(SIZE))))
        middle = top - (LINE_HEIGHT * len(text) / 2 + CLEAR) / row
        top -= (LINE_HEIGHT * len(text) + CLEAR) / row
        shapes += _stroke(under=ground.under, x0=line.value, x1=line.value, y0=top, y1=rows - 0.5)
        names.append(_name(line.value, middle, text, on_left=rooms[0] > rooms[1]))
    return Across(tuple(shapes), tuple(names), top)


def at_categories(lines: Sequence[BenchmarkLine]) -> list[dict[str, Any]]:
    """Level lines, each over the place of its category alone, under the lines of the chart."""
    return [
        stroke
        for line in lines
        if line.category is not None
        for stroke in _stroke(
            under=True,
            x0=line.category - HALF_PLACE,
            x1=line.category + HALF_PLACE,
            y0=line.value,
            y1=line.value,
        )
    ]


def _stroke(*, under: bool = False, **ends: float) -> list[dict[str, Any]]:
    shape = {"type": "line", "layer": "below" if under else "above", **ends}
    halo = shape | {"line": {"color": PAPER, "width": HALO}}
    dashes = shape | {"line": {"color": INK, "width": WIDTH, "dash": "6px,3px"}}
    return [dashes] if under else [halo, dashes]


def _name(x: float, y: float, text: Sequence[str], *, on_left: bool) -> dict[str, Any]:
    return {
        "x": x,
        "xanchor": "right" if on_left else "left",
        "xshift": -CLEAR if on_left else CLEAR,
        "y": y,
        "yanchor": "middle",
        "align": "right" if on_left else "left",
        "showarrow": False,
        "text": markup(rich(*text)),
        "font": {"size": SIZE, "color": INK},
    }
