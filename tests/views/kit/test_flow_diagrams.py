"""Is a diagram of flows given in shares of its own people, and do its nodes and links keep them?"""

from dataclasses import replace

import pytest

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.medium import Medium
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.weighting import Weighting
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Node, flows_between
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NARROW
from dashboard.views.kit.flow_diagrams import flow_diagram
from dashboard.views.kit.flow_shares import FlowShares
from tests.support.released import released, weighed
from tests.support.vocabularies import VOCABULARY

PEOPLE = """
    long_term_jobseeker  status@T1       n
    no                   salaried        30
    no                   no_information  10
    yes                  salaried        10
"""
WEIGHTED = """
    status@T0  status@T1  n  w
    jobseeker  salaried   5  7.5
    jobseeker  searching  5  2.5
"""


class Words:
    """The categories of the codebook, and a click on each."""

    def category(self, node: Node) -> Category:
        return VOCABULARY.category(node.dimension, node.code)

    def click(self, *nodes: Node) -> ClickFilter:
        return keeping(*((node.dimension, node.code) for node in nodes))


def diagram(
    table: ReleasedTable,
    weights: ReleasedTable | None = None,
    medium: Medium = "page",
    vocabulary: Vocabulary = VOCABULARY,
) -> FlowDiagram:
    flows = flows_between(table, weights)
    scene = Scene(Selection(), {}, vocabulary, medium)
    return flow_diagram(scene, flows, FlowShares(scene, flows), Words())


def corrected() -> FlowDiagram:
    vocabulary = replace(VOCABULARY, weighting=Weighting(("gender",), 1.2))
    return diagram(*weighed(WEIGHTED), vocabulary=vocabulary)


def test_nodes_have_the_names_and_colours_of_their_categories() -> None:
    chart = diagram(released(PEOPLE))
    assert [node.label for node in chart.nodes] == [
        "DE 40",
        "DELD 10",
        "En emploi salarié 40",
        "Sans information 10",
    ]
    assert [node.absent for node in chart.nodes] == [False, False, False, True]
    assert [node.weight for node in chart.nodes] == [40, 10, 40, 10]


def test_links_join_the_nodes_at_their_places() -> None:
    chart = diagram(released(PEOPLE))
    assert [(link.source, link.target, link.weight) for link in chart.links] == [
        (0, 2, 30),
        (0, 3, 10),
        (1, 2, 10),
    ]


def test_a_node_is_a_part_of_all_and_a_link_one_of_those_it_leaves() -> None:
    chart = diagram(released(PEOPLE))
    assert chart.nodes[0].hover == rich(
        [bold("DE (moins d'un an)"), " à T0"], f"40 sur 50 (80,0{NARROW}%)"
    )
    assert chart.links[0].hover == rich(
        ["DE (moins d'un an) (T0) → ", bold("En emploi salarié"), " (T1)"],
        f"30 sur 40 au départ (75,0{NARROW}%)",
    )


def test_what_is_corrected_is_a_line_of_its_own() -> None:
    chart = corrected()
    last = ["".join(run.text for run in link.hover.lines[-1]) for link in chart.links]
    assert last[0] == f"Part redressée : 75,0{NARROW}% (+25,0 points)"
    assert [link.weight for link in chart.links] == [7.5, 2.5]
    assert chart.weight == 10


def test_a_corrected_node_says_its_share_marked_where_few_stand_behind_it() -> None:
    numbers = [node.number for node in corrected().nodes]
    assert numbers == [f"100{NARROW}%\u00a0△", f"75{NARROW}%\u00a0△", f"25{NARROW}%\u00a0△"]


@pytest.mark.parametrize("medium", ["page", "room"])
def test_a_step_is_named_by_its_wave(medium: Medium) -> None:
    first, second = diagram(released(PEOPLE), medium=medium).steps
    assert first == rich([bold("T0"), " · Avant"])
    assert second == rich([bold("T1"), " · 6-12 mois"])


def test_a_phone_has_room_for_the_wave_alone() -> None:
    assert diagram(released(PEOPLE), medium="phone").steps == (rich(bold("T0")), rich(bold("T1")))


def test_a_click_keeps_the_people_of_a_node_or_of_both_ends_of_a_link() -> None:
    chart = diagram(released(PEOPLE))
    assert chart.nodes[1].click.parameters(VOCABULARY) == {"chomage": "deld"}
    assert chart.links[2].click.parameters(VOCABULARY) == {
        "chomage": "deld",
        "situation.T1": "en-emploi-salarie",
    }


def test_nobody_makes_an_empty_diagram() -> None:
    chart = diagram(
        released("""
            status@T0  status@T1  n
            jobseeker  salaried   0
        """)
    )
    assert (chart.nodes, chart.links, chart.weight) == ((), (), 0)
