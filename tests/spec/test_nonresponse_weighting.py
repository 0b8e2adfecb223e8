"""Is a share corrected for non-response never silent about it, and recounted from the tables?"""

from dataclasses import replace

import pytest

from dashboard.content.charts import Lines
from dashboard.domain.query import crossing
from tests.support.exhibits import cells, parts, shown
from tests.support.publications import demonstration

WEIGHTED = {
    "emploi": "?emploi.redressement=oui",
    "emploi-groupes": "?emploi-groupes.redressement=oui",
    "apports": "?apports.redressement=oui",
    "travail-salaire": "?travail-salaire.variable=temps&travail-salaire.redressement=oui",
    "statut": "?statut.redressement=oui",
    "csp": "?csp.redressement=oui&csp.base=deux-emplois&csp.vagues=toutes",
    "secteur": "?secteur.redressement=oui",
    "contrats": "?contrats.redressement=oui&contrats.forme=flux-toutes-vagues",
    "contrats matrice": "?contrats.redressement=oui&contrats.forme=matrice",
}


@pytest.mark.parametrize("view", WEIGHTED)
def test_a_corrected_share_is_never_silent(view: str) -> None:
    name, search = view.removesuffix(" matrice"), WEIGHTED[view]
    corrected = shown(name, search)
    plain = shown(name, search.replace("redressement=oui", "redressement=non"))
    assert "après redressement de la non-réponse" in corrected.content.title
    assert "redressement de la non-réponse" in corrected.content.reading
    assert any(
        "calage sur marges" in note and "Effet : de" in note for note in corrected.content.notes
    )
    assert parts(plain) == parts(corrected)
    assert not any(
        "redress" in str(part).lower() for part in (plain.content.title, plain.content.notes)
    )
    for row in corrected.content.data_table.rows:
        if row.base is None:
            assert set(row.measures) == {None}
            continue
        share, low, high, effect = row.measures[-4:]
        assert row.share is not None
        assert share is not None
        assert low is not None
        assert high is not None
        assert low <= share <= high
        assert low < high
        assert effect == pytest.approx(share - (row.share.percent or 0))


def test_the_chart_shows_the_corrected_shares() -> None:
    corrected = shown("emploi", WEIGHTED["emploi"]).content
    assert isinstance(corrected.chart, Lines)
    drawn = [
        datum.value
        for series in corrected.chart.series
        for datum in series.data
        if datum.value is not None
    ]
    assert sorted(drawn) == pytest.approx(
        sorted(row.measures[-4] or 0 for row in corrected.data_table.rows)
    )


def test_a_corrected_share_recounted_from_the_tables() -> None:
    table = demonstration().tabulate(replace(crossing("cohort", "status@T1"), weighted=True))
    employed = table.weight({"cohort": "2015-2016", "status@T1": ("salaried", "self_employed")})
    row = cells(shown("emploi", WEIGHTED["emploi"]))["2015-2016", "T1 6-12\u00a0mois"]
    assert row.measures[-4] == pytest.approx(100 * employed / 258)


def test_an_answer_weighs_as_much_as_who_gave_it() -> None:
    answers = demonstration().tabulate(
        replace(crossing("cohort", "benefit", counted="answer"), weighted=True)
    )
    named = answers.weight({"cohort": "2015-2016", "benefit": "find_a_job"})
    row = cells(shown("apports", WEIGHTED["apports"]))["2015-2016", "Trouver un emploi"]
    # All of a cohort's weights add up to the people who were asked.
    assert row.measures[0] == pytest.approx(100 * named / 258)


@pytest.mark.parametrize("view", ["emploi", "statut", "csp", "secteur"])
def test_the_correction_is_for_respondents(view: str) -> None:
    asked = shown(view, f"?{view}.redressement=oui&{view}.base=interroges").content
    plain = shown(view, f"?{view}.base=interroges").content
    assert (asked.title, asked.chart, asked.data_table) == (
        plain.title,
        plain.chart,
        plain.data_table,
    )
    (note,) = set(asked.notes) - set(plain.notes)
    assert "sur tous les interrogés, il n'est pas appliqué" in note


def test_few_or_no_respondents() -> None:
    assert shown("emploi", WEIGHTED["emploi"] + "&promotion=2012-2013").empty
    assert not shown("emploi-groupes", WEIGHTED["emploi-groupes"] + "&region=limousin").empty
