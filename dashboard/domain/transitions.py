"""How do people move between categories from one wave to the next?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable


@dataclass(frozen=True, slots=True)
class Node:
    """The people in one category at one wave; `step` is the wave's position, from 0.

    `weight` is what they count for: each for one, unless the flows are weighted.
    """

    step: int
    dimension: Dimension
    code: str
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Flow:
    """The people who go from one node to a node of the next step, and their `weight`."""

    source: Node
    target: Node
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Flows:
    """Every node and flow that holds at least one person. Each step adds up to `base` people, and to `weight`.

    `weighted`: the weights are not the people counted.
    """

    base: int
    steps: tuple[Dimension, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    weight: float
    weighted: bool


def flows_between(table: ReleasedTable, weights: ReleasedTable | None = None) -> Flows:
    """The flows along the dimensions of `table`, taken as successive steps, in its order of categories.

    `weights` is the same crossing, weighted; raises ValueError for another one. It drops nobody: who is in a node or a
    flow, `table` says.
    """
    if weights is not None and (weights.dimensions, weights.codes) != (
        table.dimensions,
        table.codes,
    ):
        raise ValueError("the weights are not those of the same crossing")
    nodes: dict[tuple[int, str], Node] = {}
    for step, key in enumerate(table.dimensions):
        for code, count in table.by_code(str(key)).items():
            if count:
                weight = _weight(count, weights, {str(key): code})
                nodes[step, code] = Node(step, key, code, count, weight)
    flows = []
    for step in range(len(table.dimensions) - 1):
        before, after = str(table.dimensions[step]), str(table.dimensions[step + 1])
        for (source, target), count in table.margin(before, after).cells():
            if count:
                weight = _weight(count, weights, {before: source, after: target})
                flows.append(Flow(nodes[step, source], nodes[step + 1, target], count, weight))
    return Flows(
        table.total(),
        table.dimensions,
        tuple(nodes.values()),
        tuple(flows),
        _weight(table.total(), weights, {}),
        weights is not None,
    )


def _weight(count: int, weights: ReleasedTable | None, where: dict[str, str]) -> float:
    return count if weights is None else weights.weight(where)
