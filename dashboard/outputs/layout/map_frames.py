"""What does a map show, and where on it does its legend stand?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dashboard.content.charts.region_map import SUPPRESSED, MapLegend, State
from dashboard.content.medium import Medium
from dashboard.text.typography import unbroken


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

ROOM = Frame(
    (-780, 1980), (6035, 7135), 0.33, True, 54, (-740, 7025), (-740, 6700), (-700, 6160), 150
)
"""The same, with room for names in the east: at the size that a room can read, they do not fit into their regions."""

PHONE = Frame((70, 1260), (5330, 7135), 0.24, True, 82, (90, 5800), (690, 5630), (720, 5810), 190)
"""The legend under the map."""

FRAMES: dict[Medium, Frame] = {"page": WIDE, "phone": PHONE, "room": ROOM}

SOMETIMES: dict[State, str] = {
    "outside": "hors de la sélection",
    "baseless": "sans base (n\u00a0=\u00a00)",
    "suppressed": unbroken(SUPPRESSED),
}
"""Kinds of regions, in words: those last that only some maps have, so that the others keep their place."""


def kinds(
    frame: Frame, legend: MapLegend, states: Collection[State]
) -> Iterator[tuple[State, str, int, int]]:
    """The kinds of regions in the legend of a map of `states`: each with its words, and its place in kilometres."""
    always: dict[State, str] = {"empty": legend.empty, "uncovered": legend.uncovered}
    listed = always | {state: text for state, text in SOMETIMES.items() if state in states}
    if legend.boxed:
        listed["boxed"] = legend.boxed
    x, y = frame.states
    for i, (state, text) in enumerate(listed.items()):
        yield state, text, x, y - frame.step * i
