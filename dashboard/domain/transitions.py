"""How do people move between categories from one wave to the next?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable


@dataclass(frozen=True, slots=True)
class Node:
    """The people in one category at one wave; `step` is the wave's position, from 0."""

    step: int
    dimension: Dimension
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The people who go from one node to a node of the next step."""

    source: Node
    target: Node
    count: int


@dataclass(frozen=True, slots=True)
class Flows:
    """Every node and flow that holds at least one person. Each step adds up to `base` people."""

    base: int
    steps: tuple[Dimension, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]


def flows_between(table: ReleasedTable) -> Flows:
    """The flows along the dimensions of `table`, taken as successive steps, in its order of categories."""
    nodes: dict[tuple[int, str], Node] = {}
    for step, key in enumerate(table.dimensions):
        for code, count in table.by_code(str(key)).items():
            if count:
                nodes[step, code] = Node(step, key, code, count)
    flows = []
    for step in range(len(table.dimensions) - 1):
        pair = table.margin(str(table.dimensions[step]), str(table.dimensions[step + 1]))
        for (source, target), count in pair.cells():
            if count:
                flows.append(Flow(nodes[step, source], nodes[step + 1, target], count))
    return Flows(table.total(), table.dimensions, tuple(nodes.values()), tuple(flows))
