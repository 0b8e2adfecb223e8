"""Which shares differ from the whole?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any

from dashboard.content.theme import MUTED, layout
from dashboard.outputs.plotly.axes import (
    LETTER,
    STROKE,
    beside,
    category_axis,
    click_filters_by_trace,
    legend_above,
    level_title,
    step,
    value_axis,
)
from dashboard.outputs.plotly.bars import whiskers

PAD = 0.04
"""How far an axis goes on beyond its ends, as a part of it: half a dot, which would lie on the names or the values."""

CLEAR_OF_DOT = 14
"""Pixels between the end of the axis and the value in the margin: a dot may stand on that end."""

CONCLUSIVE = ("écart établi", "écart non concluant")
"""What a full dot and a hollow one mean, in the legend of a dot plot."""


@dataclass(frozen=True)
class Whole:
    """What the rows of a dot plot are told apart from: its value and its name."""

    value: float | None
    name: str = ""


@dataclass(frozen=True)
class DotRow:
    """One row of a dot plot; `text` is its value in words. Without a value there is no dot.

    The dot is hollow where the difference from the whole is not conclusive.
    """

    label: str
    value: float | None
    text: str
    tell: str
    interval: tuple[float, float] | None = None
    conclusive: bool = True
    target: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Room:
    """How many letters a line of a row's name has, and into how many steps the axis is parted."""

    letters: int
    steps: int = 5


CARD = Room(22)


def dot_plot(
    rows: Sequence[DotRow],
    whole: Whole,
    *,
    colour: str,
    percent: bool = True,
    axis_title: str = "",
    room: Room = CARD,
) -> dict[str, Any]:
    """A dot and whisker for each row, its value in the right margin; a dashed line for the whole.

    Traces: the conclusive rows, then the others. A legend says so where there is a whole to differ from.
    """
    reference = whole.value
    kinds = [[(i, r) for i, r in enumerate(rows) if r.conclusive is kind] for kind in (True, False)]
    low, high = _extent(rows, reference, percent=percent)
    names = category_axis([row.label for row in rows], room.letters, downwards=True)
    pad = PAD * (high - low)
    numbers = value_axis(low, high, percent=percent, most=room.steps) | {
        "range": [low - pad, high + pad]
    }
    texts = [beside(i, row.text) | {"xshift": CLEAR_OF_DOT} for i, row in enumerate(rows)]
    with_whole: dict[str, Any] = {"annotations": texts}
    if reference is not None:
        # Above the first row stands the name of the whole.
        names["range"] = [len(rows) - 0.5, -1.1]
        name = _reference_name(reference, whole.name, on_left=reference > (low + high) / 2)
        with_whole = {
            "annotations": [*texts, name],
            "shapes": [_reference_line(reference, len(rows))],
            **legend_above(),
        }
    return {
        "data": [
            _dots(placed, CONCLUSIVE[i], colour, hollow=bool(i)) for i, placed in enumerate(kinds)
        ],
        "layout": layout(
            xaxis=numbers | {"zeroline": False, "title": level_title(axis_title)},
            yaxis=names | {"showgrid": True, "gridcolor": "rgba(107,118,131,0.12)"},
            margin={
                "l": 4,
                "r": 10 + CLEAR_OF_DOT + LETTER * max((len(row.text) for row in rows), default=0),
                "t": 8,
                "b": 4,
            },
            meta={
                "targets": {
                    "points": click_filters_by_trace([[row.target for _, row in k] for k in kinds])
                }
            },
            **with_whole,
        ),
    }


def _dots(
    placed: Sequence[tuple[int, DotRow]], name: str, colour: str, *, hollow: bool
) -> dict[str, Any]:
    values = [row.value for _, row in placed]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": values,
        "y": [i for i, _ in placed],
        # Open, not filled with white: on the dark page white dots would stand out most.
        "marker": {
            "symbol": "circle-open" if hollow else "circle",
            "size": 11,
            "color": colour,
            "line": {"color": colour, "width": 2},
        },
        "error_x": whiskers(values, [row.interval for _, row in placed]) | {"width": 0},
        "customdata": [row.tell for _, row in placed],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _extent(
    rows: Sequence[DotRow], reference: float | None, *, percent: bool
) -> tuple[float, float]:
    """Round ends around all dots and whiskers; never beyond 0 and 100 %."""
    shown = [row for row in rows if row.value is not None]
    found = [row.value for row in shown if row.value is not None]
    found += [bound for row in shown for bound in row.interval or ()]
    found += [] if reference is None else [reference]
    lowest, highest = min(found, default=0), max(found, default=1)
    size = step(highest - lowest, 4)
    low, high = size * floor(lowest / size - 0.05), size * ceil(highest / size + 0.05)
    return max(low, 0) if lowest >= 0 else low, min(high, 100) if percent else high


def _reference_name(reference: float, text: str, *, on_left: bool) -> dict[str, Any]:
    return {
        "x": reference,
        "xanchor": "right" if on_left else "left",
        "xshift": -6 if on_left else 6,
        "y": -0.8,
        "yanchor": "middle",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": MUTED},
    }


def _reference_line(reference: float, rows: int) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": STROKE, "width": 1.5, "dash": "dash"},
        "x0": reference,
        "x1": reference,
        "y0": -1.1,
        "y1": rows - 0.5,
    }
