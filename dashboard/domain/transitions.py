"""How do people move between categories from one wave to the next?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.domain.counts import Count, Rounded, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import Where
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
    """Every node and flow that holds at least one person, and that may be told of.

    Each step adds up to `base` people, and to `weight`; not where counts are rounded, or some are not told.

    `weighted`: the weights are not the people counted. `tables` hold the people, each those of one step and the next,
    and `weights` what they weigh.
    """

    base: int
    steps: tuple[Dimension, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    weight: float
    weighted: bool
    tables: tuple[ReleasedTable, ...] = field(compare=False, repr=False)
    weights: tuple[ReleasedTable | None, ...] = field(compare=False, repr=False)

    @property
    def rounded(self) -> bool:
        """Whether nodes and flows are rounded, each by itself: then flows do not add up to nodes."""
        return isinstance(self.base, Rounded)

    def codes(self, step: int) -> tuple[str, ...]:
        """All codes along a step, those of nobody included."""
        table = self.tables[max(step - 1, 0)]
        return table.codes[table.axis(str(self.steps[step]))]

    def together(self, where: Where) -> tuple[Count, float]:
        """How many have these codes, along one step or two that follow each other, and what they weigh together.

        The sum is released by itself: it is not that of nodes or flows. Raises StopIteration for other steps.
        """
        at = next(i for i, t in enumerate(self.tables) if {*where} <= {*map(str, t.dimensions)})
        people = self.tables[at].count(where)
        return people, _weight(people, self.weights[at], where)


def flows_between(table: ReleasedTable, weights: ReleasedTable | None = None) -> Flows:
    """The flows along the dimensions of `table`, taken as successive steps, in its order of categories.

    `weights` is the same crossing, weighted; raises ValueError for another one. It drops nobody: who is in a node or a
    flow, `table` says.
    """
    moves = max(len(table.dimensions) - 1, 1)
    return _flows(table.dimensions, (table,) * moves, (weights,) * moves if weights else ())


def flows_along(moves: Sequence[ReleasedTable], weights: Sequence[ReleasedTable] = ()) -> Flows:
    """The flows of several tables of the same people, each of which crosses one step with the next.

    Many steps have more crossings than there is room for, and no flow is about more than two of them. `weights` are the
    same crossings, weighted; raises ValueError for others.
    """
    steps = (*(move.dimensions[0] for move in moves), moves[-1].dimensions[1])
    return _flows(steps, moves, weights)


def _flows(
    steps: tuple[Dimension, ...], tables: Sequence[ReleasedTable], weights: Sequence[ReleasedTable]
) -> Flows:
    """The flows along `steps`: each of `tables` has one of them and the next among its dimensions."""
    if weights and [(w.dimensions, w.codes) for w in weights] != [
        (table.dimensions, table.codes) for table in tables
    ]:
        raise ValueError("the weights are not those of the same crossing")
    weighed = tuple(weights) or (None,) * len(tables)
    nodes: dict[tuple[int, str], Node] = {}
    for step, key in enumerate(steps):
        at = max(step - 1, 0)
        for code, count in tables[at].by_code(str(key)).items():
            if count and is_told(count):
                weight = _weight(count, weighed[at], {str(key): code})
                nodes[step, code] = Node(step, key, code, count, weight)
    flows = []
    for step, ends in enumerate(pairwise(map(str, steps))):
        for codes, count in tables[step].margin(*ends).occupied():
            weight = _weight(count, weighed[step], dict(zip(ends, codes, strict=True)))
            source, target = nodes.get((step, codes[0])), nodes.get((step + 1, codes[1]))
            if source and target:
                flows.append(Flow(source, target, count, weight))
    people = tables[0].total()
    return Flows(
        people,
        steps,
        tuple(nodes.values()),
        tuple(flows),
        _weight(people, weighed[0], {}),
        bool(weights),
        tuple(tables),
        tuple(weighed),
    )


def _weight(count: int, weights: ReleasedTable | None, where: Where) -> float:
    return count if weights is None else weights.weight(where)
