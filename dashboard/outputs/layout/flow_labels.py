"""What can the nodes of a Sankey say, in the room that they have?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.outputs.layout.lettering import LINE, lines_of, narrowest, width_of

SIZE = 12
"""Pixels of a letter."""

LOW = 340
"""How high, in pixels, a diagram is at least, without its margins."""

LONG = 100
"""From how many pixels on a label of the last step is broken in two, where there is height for it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node: what it would say, a name and then a number, and its centre, from the top, as a part of the height."""

    step: int
    code: str
    label: str
    centre: float


def end_labels(spots: Sequence[Spot]) -> dict[int, str]:
    """The labels of the last step, by the number of the node: as narrow as heights allow, and not broken in vain."""
    return _ends(spots, widest(_ends(spots, LONG)))


def widest(labels: dict[int, str]) -> float:
    """Pixels that labels take beside their nodes."""
    return max((width_of(label, SIZE) for label in labels.values()), default=0)


def inner_labels(spots: Sequence[Spot], room: float) -> list[str]:
    """A category is named where it first has the room, and else only counted: its place and colour stay the same.

    `room` is what lies between a node and the next step. The last step has labels of its own.
    """
    labels: list[str] = []
    named: set[str] = set()
    for i, (spot, height) in enumerate(_heights(spots)):
        before = labels[-1] if i and spots[i - 1].step == spot.step else ""
        inner = spot.step < spots[-1].step
        told = _fitted(spot.label, before, room, height) if spot.code not in named else ""
        if inner and told:
            named.add(spot.code)
        number = spot.label.rsplit(" ", 1)[1]
        labels.append((told or number) if inner else "")
    return labels


def _ends(spots: Sequence[Spot], room: float) -> dict[int, str]:
    found: dict[int, str] = {}
    for i, (spot, height) in enumerate(_heights(spots)):
        if spot.step == spots[-1].step:
            found[i] = _fitted(spot.label, found.get(i - 1, ""), room, height) or spot.label
    return found


def _fitted(label: str, before: str, room: float, height: tuple[float, float]) -> str:
    """`label` in one line or two, whichever `room` holds; empty where neither fits. `before` is the label above it."""
    if width_of(label, SIZE) <= room:
        return label
    broken = narrowest(label)
    above, below = height
    line = SIZE * LINE
    free = above >= line * (1 + len(lines_of(before)) / 2) and below >= line * 1.5
    return broken if free and width_of(broken, SIZE) <= room else ""


def _heights(spots: Sequence[Spot]) -> Iterator[tuple[Spot, tuple[float, float]]]:
    """Each node, with the pixels from its centre to those above and under it, or to what frames the diagram."""
    for i, spot in enumerate(spots):
        first = i == 0 or spots[i - 1].step != spot.step
        final = i + 1 == len(spots) or spots[i + 1].step != spot.step
        above = LOW * spot.centre + SIZE if first else LOW * (spot.centre - spots[i - 1].centre)
        below = (
            LOW * (1 - spot.centre) + SIZE if final else LOW * (spots[i + 1].centre - spot.centre)
        )
        yield spot, (above, below)
