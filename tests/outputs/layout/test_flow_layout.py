"""Do the nodes of a flow diagram stand apart, in proportion to their people?"""

from dataclasses import replace
from itertools import pairwise

import pytest

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowLink, FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.outputs.layout.flow_layout import GAP, centres, ribbons

WEIGHTS = (1, 80, 19)


def node(step: int, weight: float) -> FlowNode:
    return FlowNode(step, str(weight), "", "", "#1f5f9e", weight)


DIAGRAM = FlowDiagram(
    (rich("T0"), rich("T1")), (node(0, 100), *(node(1, weight) for weight in WEIGHTS)), (), 100
)


def test_nodes_of_a_step_stand_in_their_order_with_the_gap_between_them() -> None:
    _, *middles = centres(DIAGRAM, GAP)
    heights = [(1 - 2 * GAP) * weight / 100 for weight in WEIGHTS]
    for (y, height), (below, below_height) in pairwise(zip(middles, heights, strict=True)):
        assert (below - below_height / 2) - (y + height / 2) == pytest.approx(GAP)


def test_the_step_with_most_nodes_fills_the_height_and_the_others_are_centred() -> None:
    alone, first, *_, last = centres(DIAGRAM, GAP)
    whole = 1 - 2 * GAP
    assert alone == pytest.approx(0.5)
    assert first - whole * 0.01 / 2 == pytest.approx(0)
    assert last + whole * 0.19 / 2 == pytest.approx(1)


def test_nobody_has_no_place() -> None:
    assert centres(FlowDiagram((), (), (), 0), GAP) == []


def test_ribbons_lie_on_each_other_in_the_order_of_the_nodes_at_their_other_ends() -> None:
    upward = tuple(FlowLink(0, i, weight) for i, weight in ((3, 19), (2, 80), (1, 1)))
    last, second, first = ribbons(replace(DIAGRAM, links=upward), GAP)
    one = (1 - 2 * GAP) / 100
    assert [first.leaves, second.leaves, last.leaves] == pytest.approx(
        [GAP, GAP + one, GAP + 81 * one]
    )
    assert [first.height, second.height, last.height] == pytest.approx([one, 80 * one, 19 * one])


def test_a_ribbon_alone_reaches_its_node_at_its_top() -> None:
    (ribbon,) = ribbons(replace(DIAGRAM, links=(FlowLink(0, 3, 19),)), GAP)
    *_, lowest = centres(DIAGRAM, GAP)
    assert ribbon.arrives + ribbon.height / 2 == pytest.approx(lowest)


def test_a_step_that_weighs_less_is_centred_by_what_it_weighs() -> None:
    lower = replace(DIAGRAM, nodes=(node(0, 50), *DIAGRAM.nodes[1:]))
    alone, *_ = centres(lower, GAP)
    assert alone == pytest.approx(0.5)
