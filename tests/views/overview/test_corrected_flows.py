"""Are flows corrected for non-response drawn by their weights, told in shares, and plain ones left as they were?"""

from dataclasses import replace

import pytest

from dashboard.content.content import Content
from dashboard.content.view import Scene
from dashboard.domain.query import crossing
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count, percent
from dashboard.views.registry import view_named
from tests.support.exhibits import opened, plain, row, shown

FLOWING = ("statut", "csp", "secteur", "contrats")
MATRIX = "?contrats.redressement=oui&contrats.forme=matrice"


def weighed(*names: str) -> ReleasedTable:
    return opened().tabulate(replace(crossing(*names), weighted=True))


@pytest.mark.parametrize("view", FLOWING)
def test_without_the_switch_flows_are_people_and_no_weights_are_asked_for(view: str) -> None:
    content = shown(view).content
    (trace,) = content.figure["data"]
    assert trace["link"]["value"] == [told.count for told in content.data_table.rows]
    assert all(isinstance(value, int) for value in trace["link"]["value"])
    assert "%" not in "".join(trace["node"]["label"])
    assert shown(view, f"?{view}.redressement=non").content == content
    scene = Scene(Selection(), {}, opened().vocabulary)
    assert not any(query.weighted for query in view_named(view).ask(scene).values())


@pytest.mark.parametrize("view", FLOWING)
def test_corrected_flows_are_drawn_in_shares_that_the_table_has(view: str) -> None:
    content = shown(view, f"?{view}.redressement=oui", projected=True).content
    (trace,) = content.figure["data"]
    ends = [note["text"] for note in content.figure["layout"]["annotations"]]
    labels = [label for label in trace["node"]["label"] if label]
    waves = len(set(trace["node"]["x"]))
    assert all(label.endswith("\u202f%") for label in (*labels, *ends[waves:]))
    for tell, told in zip(trace["link"]["customdata"], content.data_table.rows, strict=True):
        assert f"{count(told.count)} sur " in tell
        assert "Part redressée : " in tell
    read = {percent(told.measures[-4]) for told in content.data_table.rows}
    assert any(f"est de {part} après redressement" in content.reading for part in read)


def test_a_ribbon_s_weight_recounted_from_the_tables() -> None:
    table = weighed("status@T1", "response")
    respondents = {"response": "respondent"}
    searching = table.weight({**respondents, "status@T1": "searching"})
    content = shown("statut", "?statut.redressement=oui").content
    told = row(content, "T0 → T1", "Demandeur d'emploi", "En recherche d'emploi")
    assert told.measures[0] == pytest.approx(100 * searching / table.weight(respondents))
    values = content.figure["data"][0]["link"]["value"]
    assert values[content.data_table.rows.index(told)] == pytest.approx(searching)


def test_ribbons_of_contracts_are_drawn_by_the_share_of_all_that_the_table_has() -> None:
    content = shown("contrats", "?contrats.redressement=oui").content
    values = content.figure["data"][0]["link"]["value"]
    assert content.data_table.measures[0] == "part redressée de l'ensemble (%)"
    found = [told.measures[0] for told in content.data_table.rows]
    assert found == pytest.approx([100 * value / sum(values) for value in values])


def test_a_crossing_of_contracts_recounted_from_the_tables() -> None:
    stable, precarious = (
        opened().vocabulary.variable("contract").codes_of_group(group)
        for group in ("stable", "precarious")
    )
    table = weighed("contract@T0", "contract@T1", "status@T1")
    before = {"contract@T0": stable, "status@T1": ("salaried", "self_employed")}
    expected = 100 * table.weight({**before, "contract@T1": precarious}) / table.weight(before)
    content = shown("contrats", MATRIX).content
    told = row(content, "Contrat stable", "Contrat précaire")
    assert told.measures[0] == pytest.approx(expected)
    (heat, *_) = content.figure["data"]
    assert heat["z"][0][1] == pytest.approx(expected)
    assert f"{percent(expected)}" in heat["text"][0][1]
    assert str(told.count) not in heat["text"][0][1]


def test_both_readings_of_contracts_are_corrected_and_stamped() -> None:
    content = shown("contrats", MATRIX).content
    told = row(content, "Contrat stable", "Contrat stable")
    share, low, high, _ = (
        f"{value:.1f}".replace(".", ",") for value in told.measures if value is not None
    )
    (second,) = (note for note in content.notes if "les deux contrats sont connus" in note)
    found = f"est de {share} % (intervalle à 95 % [{low} ; {high}]) après redressement de la non-réponse"
    assert found in plain(content.reading)
    for reading in map(plain, (content.reading, second)):
        assert "après redressement de la non-réponse (" in reading
        assert "sans redressement)" in reading


def test_a_small_part_of_all_is_not_written_as_nobody() -> None:
    content = shown("statut", "?statut.redressement=oui").content
    labels = [plain(note["text"]) for note in content.figure["layout"]["annotations"]]
    assert "En étude 0,3 %" in labels


def test_a_corrected_share_of_few_people_is_marked_in_the_diagram() -> None:
    content = shown("statut", "?statut.redressement=oui&region=limousin").content
    assert content.base < 30
    assert "△" in content.figure["data"][0]["node"]["label"][0]
    assert any(note.startswith("△ base inférieure à 30") for note in content.notes)
    assert "△" not in str(shown("statut", "?region=limousin").content.figure)


def test_a_comparison_of_flows_is_of_plain_shares_and_says_so() -> None:
    def compared(switch: str) -> Content:
        search = f"?promotion=2014-2015&b.promotion=2015-2016&statut.redressement={switch}"
        return shown("comparer", search).content

    assert compared("oui").data_table == compared("non").data_table
    assert any("sans redressement" in note for note in compared("oui").notes)
