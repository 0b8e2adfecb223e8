"""Do the diagrams of the overview say and keep what their table says?"""

import pytest

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import keeping
from dashboard.content.medium import Medium
from dashboard.domain.dimension import dimension
from dashboard.text.numbers import percent
from tests.support.exhibits import content, opened, row, shown


def diagram(view: str, search: str = "", medium: Medium = "page") -> FlowDiagram:
    chart = shown(view, search, medium=medium).content.chart
    assert isinstance(chart, FlowDiagram)
    return chart


@pytest.mark.parametrize(
    ("view", "people"),
    [
        (
            "csp",
            "répondants dont la catégorie est connue à T0 et à T1 (en emploi aux deux dates)",
        ),
        (
            "secteur",
            "répondants dont le secteur est connu à T0 et à T1 (en emploi aux deux dates)",
        ),
    ],
)
def test_the_base_agrees_with_what_is_distinguished(view: str, people: str) -> None:
    assert content(view, f"?{view}.base=deux-emplois").population == people


@pytest.mark.parametrize("view", ["statut", "csp", "secteur"])
def test_every_step_holds_everybody(view: str) -> None:
    chart, base = diagram(view), content(view).base
    for step in range(len(chart.steps)):
        assert sum(node.weight for node in chart.nodes if node.step == step) == base
    assert chart.weight == base


@pytest.mark.parametrize("view", ["statut", "csp", "secteur"])
def test_a_link_is_a_row_of_the_table(view: str) -> None:
    chart, rows = diagram(view), content(view).data_table.rows
    assert [link.weight for link in chart.links] == [flow.count for flow in rows]
    assert [link.click for link in chart.links] == [flow.click for flow in rows]
    for link, flow in zip(chart.links, rows, strict=True):
        ends = [chart.nodes[link.source], chart.nodes[link.target]]
        assert [node.code for node in ends] == [key.code for key in flow.keys[1:]]


def test_a_row_is_about_a_step_and_the_categories_that_it_joins() -> None:
    flow = row(content("statut"), "T0 → T1", "Demandeur d'emploi", "En recherche d'emploi")
    assert [(str(key.along), key.code) for key in flow.keys] == [
        ("step", "T0-T1"),
        ("status@T0", "jobseeker"),
        ("status@T1", "searching"),
    ]
    assert flow.base == content("statut").base
    assert flow.click.parameters(opened().vocabulary) == {
        "situation.T0": "demandeur-d-emploi",
        "situation.T1": "en-recherche-d-emploi",
    }


@pytest.mark.parametrize("search", ["", "?promotion=2013-2014", "?statut.base=interroges"])
def test_a_row_has_the_share_of_those_at_its_start_that_its_link_tells(search: str) -> None:
    told = content("statut", search)
    assert told.data_table.measure_names[0] == "part au départ (%)"
    chart = diagram("statut", search)
    shares: dict[tuple[str, str], float] = {}
    for flow, link in zip(told.data_table.rows, chart.links, strict=True):
        of_start = flow.measures[0]
        hover = link.hover.plain
        if of_start is None:
            # Of fewer than ten at the start no share is told.
            assert "hors des pourcentages" in hover or "au départ" in hover
            assert "%" not in hover
        else:
            assert "au départ" in hover
            assert f"({percent(of_start)})" in hover
            start = flow.keys[0].code, flow.keys[1].code
            shares[start] = shares.get(start, 0) + of_start
    assert shares
    assert list(shares.values()) == pytest.approx([100] * len(shares))


def test_a_node_keeps_its_people_and_says_how_many_of_all_they_are() -> None:
    chart = diagram("statut")
    (node,) = [n for n in chart.nodes if (n.step, n.code) == (1, "searching")]
    assert node.click == keeping((dimension("status@T1"), "searching"))
    assert node.name == "En recherche"
    head, numbers = ("".join(run.text for run in line) for line in node.hover.lines)
    assert head == "En recherche d'emploi à T1"
    assert numbers.startswith(f"{node.number} sur {content('statut').base} (")


def test_steps_are_named_by_their_wave_which_a_phone_tells_alone() -> None:
    first = rich([bold("T0"), " · Avant"])
    assert diagram("statut").steps[0] == diagram("statut", medium="room").steps[0] == first
    assert diagram("statut", medium="phone").steps[0] == rich(bold("T0"))


def test_jobseekers_may_be_distinguished_by_the_time_that_they_were() -> None:
    chart = diagram("statut", "?statut.depart=duree")
    assert chart.steps[0].plain == "T0 · Avant"
    first = [node for node in chart.nodes if node.step == 0]
    assert {node.code for node in first} <= {"yes", "no", "unknown"}
    clicks = {str(c.dimension) for node in first for c in node.click.people}
    assert clicks == {"long_term_jobseeker"}


def test_absences_are_distinguished_from_answers() -> None:
    absent = {node.code for node in diagram("statut").nodes if node.absent}
    assert "no_information" in absent
    assert "searching" not in absent


def test_a_flow_to_an_absence_tells_nothing_of_people() -> None:
    comparable = {
        flow.keys[2].code: flow.comparable
        for flow in content("statut").data_table.rows
        if flow.keys[0].code == "T0-T1"
    }
    assert comparable["salaried"]
    assert not comparable["no_information"]


@pytest.mark.parametrize("view", ["csp", "secteur"])
def test_all_waves_are_shown_at_will(view: str) -> None:
    assert len(diagram(view).steps) == 2
    every = diagram(view, f"?{view}.vagues=toutes")
    assert len(every.steps) == len(opened().vocabulary.waves)
