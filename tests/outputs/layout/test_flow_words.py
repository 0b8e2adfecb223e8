"""Are nodes named in them where there is no room beside them, and alike in two diagrams that stand side by side?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.content.charts.flows import FlowDiagram, FlowLink, FlowNode
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.medium import Medium
from dashboard.outputs.layout.flow_labels import LOW
from dashboard.outputs.layout.flow_words import labels_of, named_alike, title_lines
from dashboard.outputs.layout.text_width import SIZE, width_of

NAMES = {"job": "En emploi salarié", "search": "En recherche", "later": "Pas encore interrogé"}


def diagram(*steps: dict[str, int]) -> FlowDiagram:
    """A diagram with so many people in each category of each step, all of them going on in their order."""
    nodes = tuple(
        FlowNode(step, code, NAMES[code], str(people), "#1f5f9e", people)
        for step, of_step in enumerate(steps)
        for code, people in of_step.items()
    )
    links = tuple(
        FlowLink(i, j, min(node.weight, other.weight))
        for i, node in enumerate(nodes)
        for j, other in enumerate(nodes)
        if other.step == node.step + 1 and other.code == node.code
    )
    titles = tuple(rich([bold(f"T{step}"), " · 6-12 mois"]) for step in range(len(steps)))
    return FlowDiagram(titles, nodes, links, sum(steps[0].values()))


EVEN = {"job": 100, "search": 100, "later": 100}
LOW_ONES = {"job": 296, "search": 2, "later": 2}


def named(chart: FlowDiagram, medium: Medium) -> list[tuple[int, str]]:
    said = labels_of(chart, medium)
    return [
        (node.step, node.code)
        for i, (node, lines) in enumerate(zip(chart.nodes, said.inner, strict=True))
        if i in said.upright or lines not in ([], [node.number])
    ]


def test_every_tall_node_is_named_on_a_page_and_on_a_phone() -> None:
    inner = [(step, code) for step in range(3) for code in EVEN]
    assert named(diagram(EVEN, EVEN, EVEN, EVEN), "page") == inner
    on_phone = named(diagram(EVEN, EVEN, EVEN, EVEN), "phone")
    assert on_phone == [node for node in inner if node[1] != "later"]


def test_a_name_in_a_node_is_no_longer_than_it() -> None:
    chart = diagram(LOW_ONES, EVEN, LOW_ONES)
    for i, name in labels_of(chart, "phone").upright.items():
        assert width_of(name, SIZE) < LOW * chart.nodes[i].weight / chart.weight


@pytest.mark.parametrize("medium", ["page", "phone"])
def test_two_diagrams_side_by_side_name_the_same_nodes(medium: Medium) -> None:
    even, low = diagram(EVEN, EVEN, EVEN, EVEN), diagram(LOW_ONES, LOW_ONES, LOW_ONES, EVEN)
    assert named(even, medium) != named(low, medium)
    assert named(even, medium) != named(low, medium)
    first, second = named_alike(even, low, medium)
    assert isinstance(first, FlowDiagram)
    assert isinstance(second, FlowDiagram)
    assert named(first, medium) == named(second, medium) != []


def test_what_only_one_side_has_keeps_its_name() -> None:
    both, alone = diagram(EVEN, EVEN), diagram({"job": 150, "search": 150}, EVEN)
    first, second = named_alike(both, alone, "page")
    assert isinstance(first, FlowDiagram)
    assert isinstance(second, FlowDiagram)
    assert (0, "later") in named(first, "page")
    assert (0, "later") not in named(second, "page")


def test_a_title_is_broken_where_steps_are_close() -> None:
    title = diagram(EVEN).steps[0]
    assert title_lines(title, 200) == title
    assert [len(line) for line in title_lines(title, 60).lines] == [1, 1]
    assert title_lines(title, 60).plain == "T0 6-12 mois"
    assert title_lines(replace(title, lines=(title.lines[0][:1],)), 5).plain == "T0"
