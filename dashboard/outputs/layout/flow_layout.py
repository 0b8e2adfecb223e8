"""Where does each node of a flow diagram stand, and where does each ribbon leave and arrive?"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import fsum

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.medium import Medium

GAP, GAP_ROOM = 0.035, 0.055
"""Space between two nodes of a step, as a part of the height: a line of text, which is higher in a room."""

NODE_WIDTH = 16
"""Pixels."""


def gap_of(medium: Medium) -> float:
    """The space between two nodes where a diagram is shown."""
    return GAP_ROOM if medium == "room" else GAP


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Where a ribbon's upper edge leaves and arrives, from the top, and how high it is: parts of the height."""

    leaves: float
    arrives: float
    height: float


def unit(diagram: FlowDiagram, gap: float) -> float:
    """How high what weighs 1 is, as a part of the height: the step with most nodes fills it."""
    most = max(Counter(node.step for node in diagram.nodes).values(), default=1)
    return (1 - gap * (most - 1)) / (diagram.weight or 1)


def centres(diagram: FlowDiagram, gap: float) -> list[float]:
    """The centre of each node from the top, as a part of the height; `gap` is that between two nodes of a step.

    Nodes of a step stand in their order, each as high as it weighs. The step with most nodes fills the height, the
    others are centred on it.
    """
    one = unit(diagram, gap)
    heights: dict[int, list[float]] = defaultdict(list)
    for node in diagram.nodes:
        heights[node.step].append(one * node.weight)
    tops = {step: (1 - fsum(of) - gap * (len(of) - 1)) / 2 for step, of in heights.items()}
    middles = []
    for node in diagram.nodes:
        height = one * node.weight
        middles.append(tops[node.step] + height / 2)
        tops[node.step] += height + gap
    return middles


def ribbons(diagram: FlowDiagram, gap: float) -> list[Ribbon]:
    """Each link's ribbon. At a node ribbons lie on each other in the order of the nodes at their other ends."""
    one = unit(diagram, gap)
    tops = [
        centre - one * node.weight / 2
        for node, centre in zip(diagram.nodes, centres(diagram, gap), strict=True)
    ]
    leaving = _stacked([(link.source, link.target, link.weight) for link in diagram.links])
    arriving = _stacked([(link.target, link.source, link.weight) for link in diagram.links])
    return [
        Ribbon(
            tops[link.source] + one * before,
            tops[link.target] + one * above,
            one * link.weight,
        )
        for link, before, above in zip(diagram.links, leaving, arriving, strict=True)
    ]


def _stacked(ends: list[tuple[int, int, float]]) -> list[float]:
    """What lies above each end, in weights. An end: its node, the node at the other one, its weight."""
    above = [0.0] * len(ends)
    so_far: dict[int, float] = defaultdict(float)
    for i, (here, _, weight) in sorted(enumerate(ends), key=lambda end: end[1][1]):
        above[i] = so_far[here]
        so_far[here] += weight
    return above
