"""Do the nodes of a flow diagram stand apart, in proportion to their people?"""

from itertools import pairwise

import pytest

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.outputs.layout.flow_layout import GAP, centres

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
