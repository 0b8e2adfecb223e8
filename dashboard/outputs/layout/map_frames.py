"""Where on a map does its legend stand, and what does it tell?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.content.charts.classes import round_symbols
from dashboard.content.theme import RULE, SEQUENTIAL
from dashboard.outputs.plotly.map_marks import FILLS, State, circle, diameter, written


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows, in Lambert-93 kilometres, and where its legend stands: classes, kinds of regions, circles.

    `scale` is the least number of pixels that a kilometre has on it. A `small` map has small circles, without names.
    """

    x: tuple[int, int]
    y: tuple[int, int]
    scale: float
    small: bool
    step: int
    classes: tuple[int, int]
    states: tuple[int, int]
    symbols: tuple[int, int]
    symbol_step: int


WIDE = Frame(
    (-260, 1260), (6035, 7135), 0.34, False, 46, (-230, 7050), (-230, 6540), (-200, 6150), 120
)
"""The legend in the west, over the sea: classes north of Bretagne, the rest south of it."""

PROJECTED = Frame(
    (-780, 1980), (6035, 7135), 0.33, True, 54, (-740, 7025), (-740, 6700), (-700, 6160), 150
)
"""The same, with room for names in the east: at the size that a room can read, they do not fit into their regions."""

NARROW = Frame((70, 1260), (5330, 7135), 0.24, True, 82, (90, 5800), (690, 5630), (720, 5810), 190)
"""The legend under the map, for a phone."""

ALWAYS: dict[State, str] = {"empty": "aucun bénéficiaire", "uncovered": "non couverte"}
SOMETIMES: dict[State, str] = {
    "outside": "hors de la sélection",
    "baseless": "sans base (n\u00a0=\u00a00)",
}
"""Kinds of regions, in words: those last that only some maps have, so that the others keep their place."""


@dataclass(frozen=True)
class Legend:
    """What the classes and circles mean, in words."""

    title: str
    labels: Sequence[str]
    symbol_title: str
    symbol_top: int
    write: Callable[[int], str]


def legend_traces(frame: Frame, legend: Legend, states: Collection[State]) -> list[dict[str, Any]]:
    """A square for each class and kind of region, and circles of round values."""
    x, y = frame.classes
    squares = [
        (x, y - frame.step * i, {"fillcolor": colour, "line": FILLS["empty"]["line"]})
        for i, colour in enumerate(SEQUENTIAL[: len(legend.labels)])
    ]
    squares += [(x, y, dict(FILLS[state])) for state, _, x, y in _kinds(frame, states)]
    plain = [square for square in squares if "fillpattern" not in square[2]]
    patterned = [square for square in squares if "fillpattern" in square[2]]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, _, _ in plain],
            "y": [y for _, y, _ in plain],
            "marker": {
                "symbol": "square",
                "size": 14,
                "color": [fill["fillcolor"] for _, _, fill in plain],
                "line": {"color": RULE, "width": 1},
            },
            "hoverinfo": "skip",
        },
        *(_square(x, y, frame.step / 3) | fill for x, y, fill in patterned),
        _circles(frame, legend),
    ]


def legend_texts(frame: Frame, legend: Legend, states: Collection[State]) -> list[dict[str, Any]]:
    """The words of the legend."""
    x, y = frame.classes
    texts = [written(x, y + 1.1 * frame.step, legend.title) | {"xshift": -9}]
    texts += [
        written(x, y - frame.step * i, label) | {"xshift": 14}
        for i, label in enumerate(legend.labels)
    ]
    texts += [written(x, y, label) | {"xshift": 14} for _, label, x, y in _kinds(frame, states)]
    values = round_symbols(legend.symbol_top)
    x, y = frame.symbols
    for i, value in enumerate(values):
        under = -(diameter(values[0], legend.symbol_top, small=frame.small) / 2 + 10)
        text = written(x + frame.symbol_step * i, y, legend.write(value))
        texts.append(text | {"xanchor": "center", "yshift": under})
    if values:
        over = 22 if frame.small else 34
        texts.append(written(x, y, legend.symbol_title) | {"xshift": -20, "yshift": over})
    return texts


def _kinds(frame: Frame, states: Collection[State]) -> Iterator[tuple[State, str, int, int]]:
    """The kinds of regions that the legend tells, each with its words and its place."""
    told = ALWAYS | {state: text for state, text in SOMETIMES.items() if state in states}
    x, y = frame.states
    for i, (state, text) in enumerate(told.items()):
        yield state, text, x, y - frame.step * i


def _square(x: float, y: float, half: float) -> dict[str, Any]:
    """A square that can be hatched as a region is."""
    left, right, below, above = x - half, x + half, y - half, y + half
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [left, right, right, left, left],
        "y": [below, below, above, above, below],
        "fill": "toself",
        "hoverinfo": "skip",
    }


def _circles(frame: Frame, legend: Legend) -> dict[str, Any]:
    values = round_symbols(legend.symbol_top)
    x, y = frame.symbols
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x + frame.symbol_step * i for i in range(len(values))],
        "y": [y] * len(values),
        "marker": circle([diameter(v, legend.symbol_top, small=frame.small) for v in values]),
        "hoverinfo": "skip",
    }
