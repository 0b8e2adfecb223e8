"""Are flows corrected for non-response drawn by their weights, given in shares, and plain ones left as they were?"""

from dataclasses import replace

import pytest

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.charts.matrix import Matrix
from dashboard.content.content import Content
from dashboard.content.view import Scene
from dashboard.domain.query import crossing
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count, percent
from dashboard.views.registry import view_named
from tests.support.exhibits import opened, plain, row, shown

FLOWING = ("statut", "csp", "secteur", "contrats")
WAITING = "not_yet_surveyed"
MATRIX = "?contrats.redressement=oui&contrats.forme=matrice"


def weighed(*names: str) -> ReleasedTable:
    return opened().tabulate(replace(crossing(*names), weighted=True))


def diagram(content: Content) -> FlowDiagram:
    assert isinstance(content.chart, FlowDiagram)
    return content.chart


@pytest.mark.parametrize("view", FLOWING)
def test_without_the_switch_flows_are_people_and_no_weights_are_asked_for(view: str) -> None:
    content = shown(view).content
    weights = [link.weight for link in diagram(content).links]
    assert weights == [row.count for row in content.data_table.rows]
    assert all(isinstance(weight, int) for weight in weights)
    assert not any("%" in node.number for node in diagram(content).nodes)
    assert shown(view, f"?{view}.redressement=non").content == content
    scene = Scene(Selection(), {}, opened().vocabulary)
    assert not any(query.weighted for query in view_named(view).ask(scene).values())


@pytest.mark.parametrize("view", FLOWING)
def test_corrected_flows_are_drawn_in_shares_that_the_table_has(view: str) -> None:
    content = shown(view, f"?{view}.redressement=oui", medium="room").content
    for node in diagram(content).nodes:
        assert node.number.endswith("pers." if node.code == WAITING else "\u202f%")
    for link, flow in zip(diagram(content).links, content.data_table.rows, strict=True):
        assert flow.count is not None
        if flow.keys[-1].code == WAITING:
            assert "Part redressée" not in link.hover.plain
        else:
            assert f"{count(flow.count)} sur " in link.hover.plain
            told = "part non diffusée" not in link.hover.plain
            assert ("Part redressée : " in link.hover.plain) is told


def test_a_corrected_reading_is_the_share_of_the_rows_that_it_tells() -> None:
    content = shown("statut", "?statut.redressement=oui").content
    at_work = [
        flow.measures[1] or 0
        for flow in content.data_table.rows
        if flow.keys[0].code == "T0-T1" and flow.keys[2].code in ("salaried", "self_employed")
    ]
    assert f"est de {percent(sum(at_work))} après redressement" in content.reading
    content = shown("contrats", "?contrats.redressement=oui").content
    again = row(content, "T0 → T1", "Contrat stable", "Contrat stable")
    assert f"est de {percent(again.measures[-4])} après redressement" in content.reading


def test_a_link_s_weight_recounted_from_the_tables() -> None:
    table = weighed("status@T1", "response")
    respondents = {"response": "respondent"}
    searching = table.weight({**respondents, "status@T1": "searching"})
    content = shown("statut", "?statut.redressement=oui").content
    flow = row(content, "T0 → T1", "Demandeur d'emploi", "En recherche d'emploi")
    assert flow.measures[1] == pytest.approx(100 * searching / table.weight(respondents))
    link = diagram(content).links[content.data_table.rows.index(flow)]
    assert link.weight == pytest.approx(searching)


def test_links_of_contracts_are_drawn_by_the_share_of_all_that_the_table_has() -> None:
    content = shown("contrats", "?contrats.redressement=oui").content
    weights = [link.weight for link in diagram(content).links]
    assert content.data_table.measure_names[0] == "part redressée de l'ensemble (%)"
    shares = [flow.measures[0] for flow in content.data_table.rows]
    assert shares == pytest.approx([100 * weight / sum(weights) for weight in weights])


def test_a_crossing_of_contracts_recounted_from_the_tables() -> None:
    stable, precarious = (
        opened().vocabulary.variable("contract").codes_of_group(group)
        for group in ("stable", "precarious")
    )
    table = weighed("contract@T0", "contract@T1", "status@T1")
    before = {"contract@T0": stable, "status@T1": ("salaried", "self_employed")}
    expected = 100 * table.weight({**before, "contract@T1": precarious}) / table.weight(before)
    content = shown("contrats", MATRIX).content
    crossed = row(content, "Contrat stable", "Contrat précaire")
    assert crossed.measures[0] == pytest.approx(expected)
    assert isinstance(content.chart, Matrix)
    cell = content.chart.cells[0][1]
    assert cell.fill == pytest.approx(expected)
    assert percent(expected) in cell.hover.plain
    assert str(crossed.count) not in cell.text.plain


def test_both_readings_of_contracts_are_corrected_and_stamped() -> None:
    content = shown("contrats", MATRIX).content
    crossed = row(content, "Contrat stable", "Contrat stable")
    share, low, high, _ = (
        f"{value:.1f}".replace(".", ",") for value in crossed.measures if value is not None
    )
    (second,) = (note for note in content.notes if "les deux contrats sont connus" in note)
    stamped = f"est de {share} % (intervalle à 95 % [{low} ; {high}]) après redressement de la non-réponse"
    assert stamped in plain(content.reading)
    for reading in map(plain, (content.reading, second)):
        assert "après redressement de la non-réponse (" in reading
        assert "sans redressement)" in reading


def test_a_small_part_of_all_is_not_written_as_nobody() -> None:
    search = "?secteur.redressement=oui&promotion=2015-2016"
    nodes = diagram(shown("secteur", search).content).nodes
    assert "Agriculture 0,5 %" in {plain(node.label) for node in nodes}


def test_a_corrected_share_of_few_people_is_marked_in_the_diagram() -> None:
    content = shown("statut", "?statut.redressement=oui&region=limousin").content
    assert content.base < 30
    for node in diagram(content).nodes:
        assert node.number.endswith("\u00a0△") is (node.code != WAITING)
    assert any(note.startswith("△ base inférieure à 30") for note in content.notes)
    few = diagram(shown("statut", "?region=limousin").content)
    assert not any("△" in node.label for node in few.nodes)


def test_a_comparison_of_flows_is_of_plain_shares_and_says_so() -> None:
    def compared(switch: str) -> Content:
        sides = "?promotion=2014-2015&b.promotion=2015-2016&comparer.vue=statut"
        return shown("comparer", f"{sides}&statut.redressement={switch}").content

    assert compared("oui").data_table == compared("non").data_table
    assert any("sans redressement" in note for note in compared("oui").notes)
