"""Are the same people compared before and after, and is a median held back where few answered?"""

import pandas as pd
import pytest

from dashboard.content.charts import StackedBars
from dashboard.content.charts.datum import Datum
from dashboard.content.view import Scene
from dashboard.domain.codebook import Word
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from dashboard.views.outcomes.time_and_pay.same_people import VARIABLE, Change
from dashboard.views.outcomes.time_and_pay.view import VIEW
from tests.support.clicks import people_behind
from tests.support.exhibits import ROOT, cells, composed, loosened, parts, plain, shown
from tests.support.released import released
from tests.support.retold import changed, with_variables
from tests.support.vocabularies import VOCABULARY, another

BEFORE, AFTER = "Avant (T0)", "6-12 mois (T1)"


def bars(search: str = "") -> StackedBars:
    chart = shown("travail-salaire", search).content.chart
    assert isinstance(chart, StackedBars)
    return chart


def answers(column: str) -> pd.DataFrame:
    """One row a person, one column a wave."""
    survey = pd.read_csv(ROOT / "data" / "demonstration" / "survey.csv")
    by_wave = survey.set_index(["wave", "beneficiary_id"])[column]
    return pd.DataFrame({wave: by_wave[wave] for wave in ("T0", "T1", "T2", "T3")})


def test_salaries_of_those_who_gave_both() -> None:
    both = answers("gross_monthly_salary").dropna(subset=["T0", "T1"])
    exhibit = shown("travail-salaire")
    rows = cells(exhibit)
    assert exhibit.content.base == len(both) > 30
    for when, wave in ((BEFORE, "T0"), (AFTER, "T1")):
        assert rows[when, "Ensemble"].measures == (round(both[wave].median()),)
        assert (
            rows[when, "1\u202f500 à 1\u202f999\u00a0€"].count
            == both[wave].between(1500, 1999).sum()
        )


def test_working_time_of_those_who_gave_both() -> None:
    times = answers("working_time")
    known = times["T0"].str.endswith("_time") & times["T1"].str.endswith("_time")
    before, after = times["T0"][known], times["T1"][known]
    exhibit = shown("travail-salaire", "?travail-salaire.variable=temps")
    assert exhibit.content.base == len(after)
    part_time = int((after == "part_time").sum())
    assert parts(exhibit)[AFTER, "Temps partiel"] == (part_time, len(after))
    same = int((before == after).sum())
    (note,) = (n for n in exhibit.content.notes if "le même temps de travail" in n)
    assert note.startswith(f"{same} sur {len(after)} (")


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
        people[when] = people.get(when, 0) + (0 if name == "Ensemble" else number or 0)
    assert list(people.values()) == [exhibit.content.base] * 2


def test_a_median_stands_on_30_answers_at_least() -> None:
    few = shown("travail-salaire", "?travail-salaire.vague=T3")
    assert 0 < few.content.base < 30
    assert {row.measures for row in few.content.data_table.rows} == {(None,)}
    assert "Médianes non montrées : il faut 30 réponses." in few.content.notes
    assert "1 745 €" in plain(bars().categories[0].plain)
    names = [name.plain for name in bars("?travail-salaire.vague=T3").categories]
    assert not any("médiane" in name for name in names)
    assert all(name.endswith(" △") for name in names)


def test_those_who_moved_and_those_who_did_not_are_all() -> None:
    both = answers("gross_monthly_salary").dropna(subset=["T0", "T1"])
    bands = [0, 1000, 1500, 2000, 3000, 10**6]
    before, after = (pd.cut(both[wave], bands, right=False, labels=False) for wave in ("T0", "T1"))
    (note,) = (n for n in shown("travail-salaire").content.notes if "la même tranche" in n)
    assert note.startswith(f"{(before == after).sum()} sur {len(both)} (")
    higher, lower = (after > before).sum(), (after < before).sum()
    assert (
        f" ; {higher} ont ensuite une tranche plus élevée, {lower} une tranche moins élevée."
        in note
    )


def test_segments_are_the_rows_of_the_table() -> None:
    content = shown("travail-salaire").content
    drawn: dict[tuple[str, ...], Datum] = {
        (date, series.name): datum
        for series in bars().series
        for date, datum in zip((BEFORE, AFTER), series.data, strict=True)
    }
    shares = {row.labels: row for row in content.data_table.rows if row.share is not None}
    assert {labels: datum.click for labels, datum in drawn.items()} == {
        labels: row.click for labels, row in shares.items()
    }
    for labels, row in shares.items():
        assert row.share is not None
        assert drawn[labels].value == row.share.percent
        assert f"{row.count} sur {row.base}" in drawn[labels].hover.plain


def test_a_segment_leads_to_its_people() -> None:
    segment = cells(shown("travail-salaire"))[AFTER, "1\u202f500 à 1\u202f999\u00a0€"]
    assert people_behind("travail-salaire", segment.click) == segment.count


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
    shown("travail-salaire", "?region=limousin", medium="phone")


def test_what_the_study_does_not_know_is_no_position(publication: Publication) -> None:
    time_alone = with_variables(publication, without=("salary_band", "gross_monthly_salary"))
    assert VIEW.title_in(publication.vocabulary) == "Temps de travail et salaire"
    assert VIEW.title_in(time_alone.vocabulary) == "Temps de travail"
    assert not VARIABLE.is_shown(time_alone.vocabulary)
    exhibit = composed("travail-salaire", "", time_alone)
    assert exhibit.content.title == "Temps de travail avant et après, mêmes personnes"
    assert parts(exhibit) == parts(shown("travail-salaire", "travail-salaire.variable=temps"))


def test_it_needs_one_of_the_two_and_a_wave_before() -> None:
    assert VIEW.missing(VOCABULARY) == ()
    assert VIEW.missing(another(without=("salary_band",))) == ()
    assert len(VIEW.missing(another(without=("salary_band", "working_time")))) == 1
    assert len(VIEW.missing(another(waves=("T1", "T2")))) == 1


def test_bands_that_were_asked_as_such_have_no_median(publication: Publication) -> None:
    band = changed(VOCABULARY.variable("salary_band"), kind="category", of="", derived=False)
    asked = with_variables(publication, band, without=("gross_monthly_salary",))
    content = loosened(composed("travail-salaire", "", asked)).content
    assert content.data_table.measure_names == ()
    assert "Ensemble" not in {row.labels[1] for row in content.data_table.rows}
    assert not any("édiane" in note for note in content.notes)
    assert " sont dans le cas « " in content.reading
    assert any(note.endswith("ont le même salaire aux deux dates.") for note in content.notes)


def test_a_time_that_is_none_of_the_usual_is_told_as_it_is_called(publication: Publication) -> None:
    time = VOCABULARY.variable("working_time")
    hours = tuple(changed(c, label=f"{c.label} ou presque") for c in time.categories)
    named = tuple(changed(c, label=f"Poste à {c.label.lower()}") for c in time.categories)
    for categories, said in ((hours, "à temps plein ou presque"), (named, "dans le cas « Poste")):
        variable = changed(
            time, categories=categories, noun=Word(singular="quotité", feminine=True)
        )
        told = composed(
            "travail-salaire",
            "travail-salaire.variable=temps",
            with_variables(publication, variable),
        )
        assert said in plain(told.content.reading)
        assert "dont la quotité est connue à T0 et à T1" in told.content.reading


@pytest.mark.parametrize("order", [1, -1], ids=["rising", "falling"])
def test_a_band_is_higher_by_what_it_bounds_wherever_it_is_listed(order: int) -> None:
    band = VOCABULARY.variable("salary_band")
    listed = changed(band, categories=band.categories[::order])
    pairs = released(
        """
        salary_band@T0 salary_band@T1 n
        under_1000     1000_1499      5
        1000_1499      1000_1499      3
        3000_and_over  1500_1999      2
        """
    )
    change = Change(Scene(Selection(), {}, another(listed)), {"pairs": pairs})
    moved = [change.moved(move).count for move in ("higher", "same", "lower")]
    assert moved == [5, 3, 2]
