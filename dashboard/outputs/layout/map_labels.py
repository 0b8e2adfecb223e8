"""On which side of its circle does each label of a map stand, so that none is written over another?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Side = Literal[
    "below",
    "above",
    "right",
    "left",
    "below right",
    "below left",
    "above right",
    "above left",
]
"""Where a text stands, seen from its circle."""

DIRECTIONS: dict[Side, tuple[int, int]] = {
    "below": (0, 1),
    "above": (0, -1),
    "right": (1, 0),
    "left": (-1, 0),
    "below right": (1, 1),
    "below left": (-1, 1),
    "above right": (1, -1),
    "above left": (-1, -1),
}
"""How far right and down that is; the side that is preferred first."""

SIDES: tuple[Side, ...] = tuple(DIRECTIONS)

COVERED, ABROAD, LESS_WELCOME = 10.0, 0.3, 12.0
"""What it costs to cover a square pixel of others, or to leave the map by one; to leave one's own region by one; and
each step down that list."""

AIR = 3
"""Pixels that part two labels."""

ROUNDS = 4
"""How often all labels are gone through: one that moves may make room for, or stand in the way of, another."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """A circle of `radius` at `x`, `y`, downwards, and a text of `width` and `height` to stand beside it; in pixels.

    `home` is the box of the region that it names.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    home: Box


@lru_cache(maxsize=256)
def sides(labels: tuple[Label, ...], room: Box) -> tuple[Side, ...]:
    """The side of each label: under its circle, unless another label or circle is there, or it leaves the map.

    `room` is the box of the map: what is beyond is not drawn.
    """
    chosen = [SIDES[0]] * len(labels)
    boxes = [box(label, side) for label, side in zip(labels, chosen, strict=True)]
    for _ in range(ROUNDS):
        before = list(chosen)
        for i, label in enumerate(labels):
            others = list(_others(i, labels, boxes))
            if label.width and (_overlap(boxes[i], others) or _outside(boxes[i], room) > 1):
                chosen[i] = _best(label, others, room)
                boxes[i] = box(label, chosen[i])
        if chosen == before:
            break
    return tuple(chosen)


def box(label: Label, side: Side) -> Box:
    """Left, top, right and bottom of the text on one side of its circle."""
    across, down = DIRECTIONS[side]
    away = label.radius / 0.8 + 1
    left = _start(across, label.width, away)
    top = _start(down, label.height, away)
    return (
        label.x + left,
        label.y + top,
        label.x + left + label.width,
        label.y + top + label.height,
    )


def _start(direction: int, length: float, away: float) -> float:
    """Where a text of that length begins, `away` from the middle of its circle or centred on it."""
    if direction == 0:
        return -length / 2
    return away if direction > 0 else -away - length


def _others(i: int, labels: Sequence[Label], boxes: Sequence[Box]) -> Iterator[Box]:
    """What the label `i` must not be written over: all other circles and texts."""
    for j, other in enumerate(labels):
        if j != i:
            yield _circle(other)
            if other.width:
                yield boxes[j]


def _circle(label: Label) -> Box:
    x, y, r = label.x, label.y, label.radius
    return (x - r, y - r, x + r, y + r)


def _best(label: Label, others: Sequence[Box], room: Box) -> Side:
    area = label.width * label.height

    def cost(side: Side) -> float:
        text = box(label, side)
        abroad = area - _shared(text, label.home)
        lost = _overlap(text, others) + _outside(text, room)
        return COVERED * lost + ABROAD * abroad + LESS_WELCOME * SIDES.index(side)

    return min(SIDES, key=cost)


def _overlap(text: Box, others: Sequence[Box]) -> float:
    """Square pixels of `text`, with some air around it, that others cover."""
    left, top, right, bottom = text
    wider = (left - AIR, top, right + AIR, bottom)
    return sum(_shared(wider, other) for other in others)


def _outside(text: Box, room: Box) -> float:
    """Square pixels of `text` that are beyond the map."""
    left, top, right, bottom = text
    return (right - left) * (bottom - top) - _shared(text, room)


def _shared(first: Box, second: Box) -> float:
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    return across * down if across > 0 and down > 0 else 0.0
