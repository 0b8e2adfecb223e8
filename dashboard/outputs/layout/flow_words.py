"""Which words stand on a flow diagram, and where: beside nodes, in them, or over the steps?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from dashboard.content.charts import Chart
from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.charts.rich_text import RichText, Run
from dashboard.content.medium import Medium
from dashboard.outputs.layout.flow_labels import (
    LOW,
    Lines,
    end_labels,
    inner_labels,
    spots_of,
    widest,
)
from dashboard.outputs.layout.flow_layout import NODE_WIDTH, centres, gap_of, unit
from dashboard.outputs.layout.text_width import SIZE, width_of, width_of_rich

WIDTHS: dict[Medium, int] = {"page": 524, "phone": 310, "room": 900}
"""How wide, in pixels, a diagram is at least: in one of two columns, on a phone, and in a room."""

ASIDE, INNER_ASIDE = 6, 4
"""Pixels from a node to its label: of the last step, and of another."""

LABEL_ROOM = 8
"""Pixels that an inner label leaves free before the next step, and a title before the next one."""

UPRIGHT_ROOM = 6
"""Pixels that a name in a node leaves free above and below it, together."""

BETWEEN = " · "
"""Where the title of a step is broken."""


@dataclass(frozen=True, slots=True)
class FlowLabels:
    """The words of the nodes, and the pixels that they take; steps are `pitch` apart.

    `inner`: beside each node before the last step; `ends`: beside those of the last one, by the number of the node, as
    `upright`: the names that stand in nodes. `left` and `right` of the diagram there is so much room.
    """

    inner: Sequence[Lines]
    ends: Mapping[int, Lines]
    upright: Mapping[int, str]
    left: int
    right: int
    pitch: float


def labels_of(chart: FlowDiagram, medium: Medium) -> FlowLabels:
    """The words of a diagram that is as narrow as it may be where it is shown.

    On a phone there is mostly room for numbers beside nodes alone: there names stand in those that are tall enough.
    """
    gap = gap_of(medium)
    spots = spots_of(chart, centres(chart, gap))
    ends = end_labels(spots)
    left = ceil(NODE_WIDTH / 2) + 2
    right = ceil(NODE_WIDTH / 2 + ASIDE + widest(ends.values())) + 2
    pitch = (WIDTHS[medium] - left - right) / max(len(chart.steps) - 1, 1)
    inner = inner_labels(spots, pitch - NODE_WIDTH - LABEL_ROOM, chart.named)
    upright = _upright(chart, inner, gap) if medium == "phone" else {}
    return FlowLabels(inner, ends, upright, left, right, pitch)


def named_alike(first: Chart, second: Chart, medium: Medium) -> tuple[Chart, Chart]:
    """Two diagrams that name the same nodes, those that both have room to name; any other charts stay as they are."""
    if not isinstance(first, FlowDiagram) or not isinstance(second, FlowDiagram):
        return first, second
    said, other = _named(first, medium), _named(second, medium)
    kept = frozenset(
        node
        for node in said | other
        if (node in said or node not in _nodes(first))
        and (node in other or node not in _nodes(second))
    )
    return replace(first, named=kept), replace(second, named=kept)


def title_lines(title: RichText, pitch: float) -> RichText:
    """The title of a step, in two lines where steps are too close to each other for one."""
    if width_of_rich(title, SIZE) <= pitch - LABEL_ROOM or len(title.lines) != 1:
        return title
    (line,) = title.lines
    first, *others = line
    rest = tuple(Run(run.text.removeprefix(BETWEEN), run.bold, run.colour) for run in others)
    return RichText(((first,), rest)) if rest else title


def _upright(chart: FlowDiagram, inner: Sequence[Lines], gap: float) -> dict[int, str]:
    """The names of the nodes that are only counted beside them, and as tall as their names are long."""
    one = unit(chart, gap)
    last = max((node.step for node in chart.nodes), default=0)
    return {
        i: node.name
        for i, (node, lines) in enumerate(zip(chart.nodes, inner, strict=True))
        if node.step != last
        and lines == [node.number]
        and (chart.named is None or (node.step, node.code) in chart.named)
        and width_of(node.name, SIZE) + UPRIGHT_ROOM <= LOW * one * node.weight
    }


def _named(chart: FlowDiagram, medium: Medium) -> set[tuple[int, str]]:
    said = labels_of(chart, medium)
    return {
        (node.step, node.code)
        for i, (node, lines) in enumerate(zip(chart.nodes, said.inner, strict=True))
        if i in said.upright or (lines and lines != [node.number])
    }


def _nodes(chart: FlowDiagram) -> set[tuple[int, str]]:
    return {(node.step, node.code) for node in chart.nodes}
