"""Are the study's two readings found, as flows and as a matrix, with the self-employed in and out?"""

import numpy as np
import pytest

from dashboard.domain.collapsing import collapse_categories
from dashboard.domain.dimension import dimension
from dashboard.domain.tables import ReleasedTable
from tests.support.exhibits import cells, parts, shown
from tests.support.exhibits import row as line

STABLE, PRECARIOUS, SILENT = "Contrat stable", "Contrat précaire", "Sans information"
ANNEXE_7 = "?promotion=2013-2014,2014-2015"


@pytest.mark.parametrize(("wave", "again"), [("T1", 12), ("T2", 8), ("T3", 4)])
def test_annexe_7(wave: str, again: int) -> None:
    found = parts(shown("contrats", f"{ANNEXE_7}&contrats.vague={wave}"))
    assert found[f"T0 → {wave}", STABLE, STABLE] == (again, 32)


def test_of_those_stable_before_and_employed_39_percent_are_stable_again() -> None:
    exhibit = shown("contrats", "?contrats.forme=matrice")
    row = cells(exhibit)[STABLE, STABLE]
    assert row.share is not None
    assert round(row.share.percent or 0) == 39
    assert exhibit.content.reading.startswith(
        f"Sur {row.base} répondants en contrat stable avant et en emploi à T1, {row.count} (39,1"
    )
    assert any(exhibit.content.reading == note for note in shown("contrats").content.notes)


def test_of_those_with_two_known_contracts_48_percent_have_the_same_kind() -> None:
    found = parts(shown("contrats", "?contrats.forme=matrice"))
    kinds = (STABLE, PRECARIOUS)
    same = sum(found[kind, kind][0] for kind in kinds)
    known = sum(found[before, after][0] for before in kinds for after in kinds)
    assert round(100 * same / known) == 48
    (note,) = (n for n in shown("contrats").content.notes if "les deux contrats sont connus" in n)
    assert note.startswith(f"Sur {known} répondants en emploi à T1")
    assert f"{same} (48,1" in note


def test_an_unknown_contract_stays_in_its_row_and_apart() -> None:
    exhibit = shown("contrats", "?contrats.forme=matrice")
    found = parts(exhibit)
    row = [found[PRECARIOUS, after] for after in (STABLE, PRECARIOUS, SILENT)]
    assert sum(count for count, _ in row) == row[0][1]
    assert cells(exhibit)[PRECARIOUS, SILENT].target == {}
    assert exhibit.content.base == sum(count for count, _ in found.values())


@pytest.mark.parametrize("form", ["flux", "flux-toutes-vagues"])
def test_people_are_conserved(form: str) -> None:
    exhibit = shown("contrats", f"?contrats.forme={form}")
    by_step: dict[str, int] = {}
    for (step, *_), (people, _) in parts(exhibit).items():
        by_step[step] = by_step.get(step, 0) + people
    assert set(by_step.values()) == {exhibit.content.base} == {732}
    assert len(by_step) == (1 if form == "flux" else 3)


def test_the_self_employed_may_stand_apart() -> None:
    together = parts(shown("contrats"))
    apart = parts(shown("contrats", "?contrats.independants=a-part"))
    alone = {labels: row for labels, row in apart.items() if labels[1].startswith("Indépendant")}
    assert {base for _, base in alone.values()} == {10}
    assert (together["T0 → T1", STABLE, STABLE][1], apart["T0 → T1", STABLE, STABLE][1]) == (
        148,
        138,
    )
    content = shown("contrats", "?contrats.independants=a-part").content
    assert "indépendants à part" in content.title
    assert any("sortis, à la différence du bilan" in note for note in content.notes)


def test_a_ribbon_leads_to_its_people() -> None:
    row = cells(shown("contrats"))["T0 → T1", STABLE, PRECARIOUS]
    address = "?" + "&".join(f"{name}={value}" for name, value in row.target.items())
    assert shown("contrats", address).content.base == row.count
    assert row.target["contrat.T0"] == (
        "cdi,titulaire-de-la-fonction-publique,independant-chef-d-entreprise"
    )


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
            shown("contrats", search + more, narrow=True)


def test_gathering_loses_nobody() -> None:
    table = ReleasedTable(
        (dimension("gender"), dimension("interim")),
        (("F", "M"), ("yes", "no", "unknown")),
        np.array([[1, 2, 4], [8, 16, 32]]),
        "interne",
    )
    found = collapse_categories(table, "interim", {"known": ("no", "yes"), "unknown": ("unknown",)})
    assert found.counts.tolist() == [[3, 4], [24, 32]]
    for wrong in ({"known": ("no", "yes")}, {"a": ("no", "yes"), "b": ("yes", "unknown")}):
        with pytest.raises(ValueError, match="interim"):
            collapse_categories(table, "interim", wrong)


@pytest.mark.parametrize("form", ["flux", "matrice"])
def test_a_wave_that_nobody_has_reached_is_no_result(form: str) -> None:
    found = shown("contrats", f"?promotion=2016-2017&contrats.vague=T3&contrats.forme={form}")
    assert found.empty
    assert found.content.nothing.endswith("n'ont pas encore été interrogés à T3.")


def test_those_who_wait_for_their_turn_are_told_beside_the_share_they_dilute() -> None:
    told = shown("contrats", "?contrats.vague=T3").content
    waiting = line(told, "T0 → T3", "Contrat stable", "Pas encore interrogé")
    assert told.reading.endswith(f" ; {waiting.count} n'ont pas encore été interrogés.")
