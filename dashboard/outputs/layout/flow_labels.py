"""What can the nodes of a flow diagram say, in the room that they have?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.content.charts.flows import FlowDiagram
from dashboard.outputs.layout.text_width import LINE, SIZE, narrowest, width_of, width_of_lines

LOW = 340
"""How high, in pixels, a diagram is at least, without its margins."""

LONG = 100
"""From how many pixels on a label of the last step is broken in two, where there is height for it."""

Lines = list[str]
"""The lines of a label; none where there is no label."""

Named = Collection[tuple[int, str]]
"""Nodes by step and code."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node: its name and its number, and its centre, from the top, as a part of the height."""

    step: int
    code: str
    name: str
    number: str
    centre: float

    @property
    def label(self) -> str:
        """What it would say, had it the room."""
        return f"{self.name} {self.number}"


def spots_of(diagram: FlowDiagram, centres: Sequence[float]) -> list[Spot]:
    """The nodes of `diagram`, whose centres are given."""
    return [
        Spot(node.step, node.code, node.name, node.number, centre)
        for node, centre in zip(diagram.nodes, centres, strict=True)
    ]


def end_labels(spots: Sequence[Spot]) -> dict[int, Lines]:
    """The labels of the last step, by the number of the node: as narrow as heights allow, and not broken in vain."""
    return _ends(spots, widest(_ends(spots, LONG).values()))


def widest(labels: Iterable[Lines]) -> float:
    """Pixels that labels take beside their nodes."""
    return max((width_of_lines(lines, SIZE) for lines in labels), default=0)


def inner_labels(spots: Sequence[Spot], room: float, named: Named | None = None) -> list[Lines]:
    """A node is named where it has the room, and else only counted: its place and colour tell the same.

    `room` is what lies between a node and the next step, in pixels. Those that are not `named` are counted, too. The
    last step has labels of its own.
    """
    labels: list[Lines] = []
    for i, (spot, height) in enumerate(_heights(spots)):
        if spot.step == spots[-1].step:
            labels.append([])
            continue
        before = labels[-1] if i and spots[i - 1].step == spot.step else []
        may = named is None or (spot.step, spot.code) in named
        labels.append((_fitted(spot.label, before, room, height) if may else []) or [spot.number])
    return labels


def _ends(spots: Sequence[Spot], room: float) -> dict[int, Lines]:
    labels: dict[int, Lines] = {}
    for i, (spot, height) in enumerate(_heights(spots)):
        if spot.step == spots[-1].step:
            fitted = _fitted(spot.label, labels.get(i - 1, []), room, height)
            labels[i] = fitted or [spot.label]
    return labels


def _fitted(label: str, before: Lines, room: float, height: tuple[float, float]) -> Lines:
    """`label` in one line or two, whichever `room` holds; none where neither fits. `before` is the label above it."""
    if width_of(label, SIZE) <= room:
        return [label]
    broken = list(narrowest(label))
    above, below = height
    line = SIZE * LINE
    free = above >= line * (1 + max(len(before), 1) / 2) and below >= line * 1.5
    return broken if free and width_of_lines(broken, SIZE) <= room else []


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
