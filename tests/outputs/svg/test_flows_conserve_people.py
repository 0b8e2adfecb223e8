"""Whoever moves where, do ribbons leave and reach every node in full, as they are drawn?"""

from collections import defaultdict
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowLink, FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.outputs.svg.flows import flows
from dashboard.outputs.svg.plane import Plane
from tests.outputs.svg.drawn import of_class, page, part_of, points, shape
from tests.support.examples import examples

ROUNDED = 0.2
"""Thousandths of the height: what places lose that are written with few digits."""

Span = tuple[float, float]
"""From where to where, in thousandths of the height."""

paths = st.integers(2, 4).flatmap(
    lambda steps: st.dictionaries(
        st.tuples(*[st.integers(0, 5)] * steps),
        st.one_of(st.integers(1, 5000), st.floats(0.1, 500)),
        min_size=1,
        max_size=40,
    )
)


def no_address(_: ClickFilter) -> dict[str, str]:
    return {}


def diagram_of(weights: dict[tuple[int, ...], float]) -> FlowDiagram:
    """A Sankey of those who took each path, a category at every step."""
    steps = len(next(iter(weights)))
    heights: dict[tuple[int, int], float] = defaultdict(float)
    moves: dict[tuple[tuple[int, int], tuple[int, int]], float] = defaultdict(float)
    for path, weight in weights.items():
        places = [*enumerate(path)]
        for place in places:
            heights[place] += weight
        for move in pairwise(places):
            moves[move] += weight
    listed = sorted(heights)
    return FlowDiagram(
        tuple(rich(f"T{step}") for step in range(steps)),
        tuple(
            FlowNode(step, str(code), "", "", "#1f5f9e", heights[step, code], code % 2 == 1)
            for step, code in listed
        ),
        tuple(
            FlowLink(listed.index(source), listed.index(target), weight, rich(f"{i}"))
            for i, ((source, target), weight) in enumerate(moves.items())
        ),
        sum(weights.values()),
    )


def check(diagram: FlowDiagram, root: ET.Element) -> None:
    """Each node's ribbons lie on each other from its top to its foot, in the order of the nodes at their other ends."""
    leaving: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    arriving: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for ribbon in of_class(root, "ribbon"):
        link = diagram.links[int(ribbon.get("aria-label", ""))]
        corners = points(shape(ribbon))
        (_, top), (_, to), (_, under), (_, below) = (corners[i] for i in (0, 3, 4, 7))
        leaving[link.source].append((link.target, (top, below)))
        arriving[link.target].append((link.source, (to, under)))
    for i, (node, drawn) in enumerate(zip(diagram.nodes, of_class(root, "node"), strict=True)):
        if node.step < len(diagram.steps) - 1:
            check_filled(span_of(shape(drawn)), [span for _, span in sorted(leaving[i])])
        if node.step > 0:
            check_filled(span_of(shape(drawn)), [span for _, span in sorted(arriving[i])])


def span_of(node: ET.Element) -> Span:
    top, height = (1000 * part_of(node.get(side)) for side in ("y", "height"))
    return top, top + height


def check_filled(node: Span, stacked: list[Span]) -> None:
    edges = [node[0], *(edge for span in stacked for edge in span), node[1]]
    for above, below in zip(edges[::2], edges[1::2], strict=True):
        assert above == pytest.approx(below, abs=ROUNDED)


@examples(200)
@given(weights=paths, medium=st.sampled_from(["page", "phone", "room"]))
def test_ribbons_fill_every_node_that_they_leave_and_every_one_that_they_reach(
    weights: dict[tuple[int, ...], float], medium: Medium
) -> None:
    diagram = diagram_of(weights)
    check(diagram, page(flows(diagram, medium, no_address)))


@examples(50)
@given(weights=paths)
def test_a_picture_has_the_same_ribbons(weights: dict[tuple[int, ...], float]) -> None:
    drawing = flows(diagram_of(weights), "page", no_address)
    thousand = ET.fromstring(f"<svg>{drawing.body(Plane((1000, 1000)))}</svg>")
    assert [shape(ribbon).get("d") for ribbon in of_class(thousand, "ribbon")] == [
        shape(ribbon).get("d") for ribbon in of_class(page(drawing), "ribbon")
    ]
