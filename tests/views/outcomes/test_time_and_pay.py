"""Are the same people compared before and after, and is a median held back where few answered?"""

import pandas as pd
import pytest

from tests.support.exhibits import ROOT, cells, parts, shown

BEFORE, AFTER = "Avant (T0)", "6-12 mois (T1)"


def answers(column: str) -> pd.DataFrame:
    """One row a person, one column a wave."""
    rows = pd.read_csv(ROOT / "data" / "demonstration" / "survey.csv")
    by_wave = rows.set_index(["wave", "beneficiary_id"])[column]
    return pd.DataFrame({wave: by_wave[wave] for wave in ("T0", "T1", "T2", "T3")})


def test_salaries_of_those_who_gave_both() -> None:
    both = answers("gross_monthly_salary").dropna(subset=["T0", "T1"])
    exhibit = shown("travail-salaire")
    found = cells(exhibit)
    assert exhibit.content.base == len(both) > 30
    for when, wave in ((BEFORE, "T0"), (AFTER, "T1")):
        assert found[when, "Ensemble"].measures == (round(both[wave].median()),)
        assert (
            found[when, "1\u202f500 à 1\u202f999\u00a0€"].count
            == both[wave].between(1500, 1999).sum()
        )


def test_working_time_of_those_who_gave_both() -> None:
    told = answers("working_time")
    known = told["T0"].str.endswith("_time") & told["T1"].str.endswith("_time")
    before, after = told["T0"][known], told["T1"][known]
    exhibit = shown("travail-salaire", "?travail-salaire.variable=temps")
    assert exhibit.content.base == len(after)
    part_time = int((after == "part_time").sum())
    assert parts(exhibit)[AFTER, "Temps partiel"] == (part_time, len(after))
    same = int((before == after).sum())
    assert any(f"aux deux dates : {same} sur {len(after)}" in n for n in exhibit.content.notes)


@pytest.mark.parametrize("variable", ["salaire", "temps"])
@pytest.mark.parametrize("wave", ["T1", "T2", "T3"])
def test_each_bar_adds_up_to_the_same_people(variable: str, wave: str) -> None:
    exhibit = shown(
        "travail-salaire", f"?travail-salaire.variable={variable}&travail-salaire.vague={wave}"
    )
    people: dict[str, int] = {}
    for (when, name), (number, base) in parts(exhibit).items():
        # All of them, of all of them, is no share.
        assert base == (None if name == "Ensemble" else exhibit.content.base)
        people[when] = people.get(when, 0) + (0 if name == "Ensemble" else number)
    assert list(people.values()) == [exhibit.content.base] * 2


def test_a_median_stands_on_30_answers_at_least() -> None:
    few = shown("travail-salaire", "?travail-salaire.vague=T3")
    assert 0 < few.content.base < 30
    assert {row.measures for row in few.content.data_table.rows} == {(None,)}
    assert "Médianes non montrées : il faut 30 réponses." in few.content.notes
    names = shown("travail-salaire").content.figure["layout"]["yaxis"]["ticktext"]
    assert "1\u202f745\u00a0€" in names[0]
    assert "médiane" not in "".join(few.content.figure["layout"]["yaxis"]["ticktext"])


def test_a_segment_leads_to_its_people() -> None:
    row = cells(shown("travail-salaire"))[AFTER, "1\u202f500 à 1\u202f999\u00a0€"]
    address = "?" + "&".join(f"{name}={value}" for name, value in row.target.items())
    assert shown("travail-salaire", address).content.base == row.count


def test_reading() -> None:
    assert shown("travail-salaire").content.reading == (
        "Sur 104 répondants dont le salaire est connu à T0 et à T1, 39 (37,5\u202f%) gagnent "
        "de 1\u202f500 à 1\u202f999 € bruts par mois 6 à 12 mois après la première inscription."
    )


def test_nobody() -> None:
    assert "hors champ" in shown("travail-salaire", "?promotion=2012-2013").content.nothing
    to_come = shown("travail-salaire", "?promotion=2016-2017&travail-salaire.vague=T3")
    assert to_come.content.nothing.endswith("n'ont pas encore été interrogés à T3.")
    jobless = shown("travail-salaire", "?situation.T1=en-recherche-d-emploi")
    assert jobless.content.nothing == "Aucun répondant en emploi à T1 dans cette sélection."
    shown("travail-salaire", "?region=limousin", narrow=True)
