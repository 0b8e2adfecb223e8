"""Where does each node of a flow diagram stand?"""

from __future__ import annotations

from collections import Counter

from dashboard.content.charts.flows import FlowDiagram

GAP, GAP_ROOM = 0.035, 0.055
"""Space between two nodes of a step, as a part of the height: a line of text, which is higher in a room."""

NODE_WIDTH = 16
"""Pixels."""


def centres(diagram: FlowDiagram, gap: float) -> list[float]:
    """The centre of each node from the top, as a part of the height; `gap` is that between two nodes of a step.

    Nodes of a step stand in their order, each as high as it weighs. The step with most nodes fills the height, the
    others are centred on it.
    """
    nodes = Counter(node.step for node in diagram.nodes)
    whole = 1 - gap * (max(nodes.values(), default=1) - 1)
    tops = {step: (1 - whole - gap * (many - 1)) / 2 for step, many in nodes.items()}
    middles = []
    for node in diagram.nodes:
        height = whole * node.weight / diagram.weight
        middles.append(tops[node.step] + height / 2)
        tops[node.step] += height + gap
    return middles
