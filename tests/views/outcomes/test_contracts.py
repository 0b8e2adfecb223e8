"""Are the study's two readings reproduced, as flows and as a matrix, with the self-employed in and out?"""

import pytest

from dashboard.content.charts import FlowDiagram, Matrix
from dashboard.content.content import Content
from dashboard.domain.collapsing import collapse_categories
from tests.support.clicks import people_behind
from tests.support.exhibits import cells, opened, parts, plain, row, shown
from tests.support.released import released

STABLE, PRECARIOUS, SILENT = "Contrat stable", "Contrat précaire", "Sans information"
ANNEXE_7 = "?promotion=2013-2014,2014-2015"


def diagram(content: Content) -> FlowDiagram:
    assert isinstance(content.chart, FlowDiagram)
    return content.chart


def matrix(content: Content) -> Matrix:
    assert isinstance(content.chart, Matrix)
    return content.chart


@pytest.mark.parametrize(("wave", "again"), [("T1", 12), ("T2", 8), ("T3", 4)])
def test_annexe_7(wave: str, again: int) -> None:
    flows = parts(shown("contrats", f"{ANNEXE_7}&contrats.vague={wave}"))
    assert flows[f"T0 → {wave}", STABLE, STABLE] == (again, 32)


def test_of_those_stable_before_and_employed_39_percent_are_stable_again() -> None:
    exhibit = shown("contrats", "?contrats.forme=matrice")
    again = cells(exhibit)[STABLE, STABLE]
    assert again.share is not None
    assert round(again.share.percent or 0) == 39
    assert exhibit.content.reading.startswith(
        f"Sur {again.base} répondants en contrat stable avant et en emploi à T1, {again.count} (39,1"
    )
    assert any(exhibit.content.reading == note for note in shown("contrats").content.notes)


def test_of_those_with_two_known_contracts_48_percent_have_the_same_kind() -> None:
    counts = {
        labels: cell.count or 0
        for labels, cell in cells(shown("contrats", "?contrats.forme=matrice")).items()
    }
    kinds = (STABLE, PRECARIOUS)
    same = sum(counts[kind, kind] for kind in kinds)
    known = sum(counts[before, after] for before in kinds for after in kinds)
    assert round(100 * same / known) == 48
    (note,) = (n for n in shown("contrats").content.notes if "les deux contrats sont connus" in n)
    assert note.startswith(f"Sur {known} répondants en emploi à T1")
    assert f"{same} (48,1" in note


def test_an_unknown_contract_stays_in_its_row_and_apart() -> None:
    exhibit = shown("contrats", "?contrats.forme=matrice")
    crossings = cells(exhibit)
    precarious = [crossings[PRECARIOUS, after] for after in (STABLE, PRECARIOUS, SILENT)]
    assert sum(cell.count or 0 for cell in precarious) == precarious[0].base
    assert not crossings[PRECARIOUS, SILENT].click
    assert not crossings[PRECARIOUS, SILENT].comparable
    assert exhibit.content.base == sum(cell.count or 0 for cell in crossings.values())


def test_a_cell_holds_the_numbers_of_its_row() -> None:
    content = shown("contrats", "?contrats.forme=matrice").content
    drawn = matrix(content)
    assert [text.plain for text in drawn.columns] == [STABLE, PRECARIOUS, SILENT]
    assert (drawn.row_title, drawn.column_title) == ("Avant (T0)", "À T1")
    first, again = drawn.cells[0][0], row(content, STABLE, STABLE)
    assert drawn.rows[0].plain == f"{STABLE} ({again.base})"
    assert again.share is not None
    assert first.fill == again.share.percent
    assert plain(first.text.plain) == f"{again.count} 39,1 %"
    assert len(first.text.lines) == 2
    assert f"{again.count} sur {again.base}" in plain(first.hover.plain)


def test_a_corrected_cell_has_its_share_alone() -> None:
    search = "?contrats.redressement=oui&contrats.forme=matrice"
    content = shown("contrats", search).content
    corrected = row(content, STABLE, PRECARIOUS).measures[0]
    assert corrected is not None
    cell = matrix(content).cells[0][1]
    assert cell.fill == corrected
    assert plain(cell.text.plain) == f"{corrected:.1f} %".replace(".", ",")


def test_nobody_of_a_kind_before_is_no_zero() -> None:
    rows = matrix(shown("contrats", "?region=limousin&contrats.forme=matrice").content).cells
    without_share = [cell for cells_of_row in rows for cell in cells_of_row if cell.fill is None]
    absent = [cell for cell in without_share if cell.hover.plain.endswith("Personne au départ")]
    assert absent
    assert {cell.text.plain for cell in absent} == {"–"}
    # Of fewer than ten people before, the number is told and no share.
    few = [cell for cell in without_share if cell not in absent]
    assert few
    assert all("part non diffusée" in cell.hover.plain for cell in few)


@pytest.mark.parametrize("form", ["flux", "flux-toutes-vagues"])
def test_people_are_conserved(form: str) -> None:
    exhibit = shown("contrats", f"?contrats.forme={form}")
    by_step: dict[str, int] = {}
    for (step, *_), flow in cells(exhibit).items():
        by_step[step] = by_step.get(step, 0) + (flow.count or 0)
    assert set(by_step.values()) == {exhibit.content.base} == {732}
    assert len(by_step) == (1 if form == "flux" else 3)


def test_the_self_employed_may_stand_apart() -> None:
    together = parts(shown("contrats"))
    apart = parts(shown("contrats", "?contrats.independants=a-part"))
    alone = {labels: of for labels, of in apart.items() if labels[1].startswith("Indépendant")}
    assert {base for _, base in alone.values()} == {10}
    assert (together["T0 → T1", STABLE, STABLE][1], apart["T0 → T1", STABLE, STABLE][1]) == (
        148,
        138,
    )
    content = shown("contrats", "?contrats.independants=a-part").content
    assert "indépendants à part" in content.title
    assert any("sortis de leur groupe, à la différence du bilan" in note for note in content.notes)


def test_a_ribbon_leads_to_its_people() -> None:
    content = shown("contrats").content
    flow = row(content, "T0 → T1", STABLE, PRECARIOUS)
    assert people_behind("contrats", flow.click) == flow.count
    assert flow.click.parameters(opened().vocabulary)["contrat.T0"] == "contrat-stable"
    links = diagram(content).links
    assert [link.click for link in links] == [each.click for each in content.data_table.rows]
    assert [link.weight for link in links] == [each.count for each in content.data_table.rows]


def test_nodes_are_named_with_their_people() -> None:
    drawn = diagram(shown("contrats").content)
    assert drawn.nodes[0].label == "Contrat stable 148"
    assert [step.plain for step in drawn.steps] == ["T0 · Avant", "T1 · 6-12 mois"]
    phone = diagram(shown("contrats", medium="phone").content)
    assert [step.plain for step in phone.steps] == ["T0", "T1"]
    assert phone.nodes == drawn.nodes
    for step in (0, 1):
        assert sum(node.weight for node in drawn.nodes if node.step == step) == drawn.weight == 732


def test_reading() -> None:
    assert shown("contrats").content.reading == (
        "Sur 148 répondants en contrat stable avant la première inscription, 25 (16,9\u202f%) "
        "sont en contrat stable 6 à 12 mois après la première inscription."
    )


def test_selections_with_nobody_or_few() -> None:
    for form in ("flux", "matrice"):
        assert shown("contrats", f"?promotion=2012-2013&contrats.forme={form}").empty
    to_come = shown("contrats", "?promotion=2016-2017&contrats.vague=T3&contrats.forme=matrice")
    assert to_come.empty
    assert "à T3" in to_come.content.nothing
    for search in ("?region=limousin", "?promotion=2016-2017&contrats.vague=T3"):
        for more in ("", "&contrats.independants=a-part", "&contrats.forme=matrice"):
            shown("contrats", search + more, medium="phone")


def test_collapsing_loses_nobody() -> None:
    table = released(
        """
        gender interim  n
        F      yes      1
        F      no       2
        F      unknown  4
        M      yes      8
        M      no      16
        M      unknown 32
        """
    )
    by_kind = {"known": ("no", "yes"), "unknown": ("unknown",)}
    collapsed = collapse_categories(table, "interim", by_kind)
    assert [number for _, number in collapsed.cells()] == [3, 4, 24, 32]
    for wrong in ({"known": ("no", "yes")}, {"a": ("no", "yes"), "b": ("yes", "unknown")}):
        with pytest.raises(ValueError, match="interim"):
            collapse_categories(table, "interim", wrong)


@pytest.mark.parametrize("form", ["flux", "matrice"])
def test_a_wave_that_nobody_has_reached_is_no_result(form: str) -> None:
    waiting = shown("contrats", f"?promotion=2016-2017&contrats.vague=T3&contrats.forme={form}")
    assert waiting.empty
    assert waiting.content.nothing.endswith("n'ont pas encore été interrogés à T3.")


@pytest.mark.parametrize(("wave", "again", "asked"), [("T2", 17, 85), ("T3", 4, 32)])
def test_those_who_wait_for_their_turn_are_drawn_and_in_no_base(
    wave: str, again: int, asked: int
) -> None:
    content = shown("contrats", f"?contrats.vague={wave}").content
    waiting = row(content, f"T0 → {wave}", STABLE, "Pas encore interrogé")
    assert (waiting.count, waiting.base) == (148 - asked, None)
    stable = row(content, f"T0 → {wave}", STABLE, STABLE)
    assert (stable.count, stable.base) == (again, asked)
    assert plain(content.reading).startswith(
        f"Sur {asked} répondants en contrat stable avant la première inscription, interrogés à {wave}, {again} ("
    )
    assert f"pas encore interrogés à {wave}" in content.waiting
    assert content.base == sum(flow.count or 0 for flow in content.data_table.rows)
    links, nodes = diagram(content).links, diagram(content).nodes
    hovers = {hover.plain for hover in (*(x.hover for x in links), *(x.hover for x in nodes))}
    assert any(h.endswith(f"{waiting.count} personnes, hors des pourcentages") for h in hovers)
    assert any(f"{again} sur {asked} au départ et interrogés à {wave} (" in h for h in hovers)
