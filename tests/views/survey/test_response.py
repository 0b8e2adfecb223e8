"""Is response told by wave and cohort as the study counts it, and are the absences kept apart?"""

import pytest

from dashboard.content.data_table import Row
from dashboard.domain.comparisons import share_difference
from dashboard.domain.rates import Share
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.registry import view_named
from dashboard.web.state import read
from tests.support.exhibits import loosened


def shown(search: str, publication: Publication) -> Exhibit:
    return loosened(compose(view_named("reponses"), read(search, publication), publication))


def row(exhibit: Exhibit, *labels: str) -> Row:
    return next(row for row in exhibit.content.data_table.rows if row.labels == labels)


def labels(exhibit: Exhibit, cohort: str, wave: str) -> set[str]:
    return {r.labels[2] for r in exhibit.content.data_table.rows if r.labels[:2] == (cohort, wave)}


@pytest.mark.parametrize(
    ("cohort", "answered", "silent", "never"),
    [
        ("2013-2014", 120, 22, 103),
        ("2016-2017", 230, 6, 94),
    ],
)
def test_response_at_t1(
    cohort: str, answered: int, silent: int, never: int, publication: Publication
) -> None:
    exhibit = shown("", publication)
    found = {
        told: row(exhibit, cohort, "T1", told).count
        for told in ("Vague renseignée", "Sans information", "Non répondant")
    }
    assert found == {
        "Vague renseignée": answered,
        "Sans information": silent,
        "Non répondant": never,
    }


def test_those_never_asked_stand_apart_without_a_share(publication: Publication) -> None:
    exhibit = shown("", publication)
    assert labels(exhibit, "2012-2013", "T1") == {"Hors champ de l'enquête"}
    assert labels(exhibit, "2016-2017", "T2") == {"Pas encore interrogé"}
    out_of_scope = row(exhibit, "2012-2013", "T1", "Hors champ de l'enquête")
    assert (out_of_scope.count, out_of_scope.share) == (28, None)
    assert "2016-2017 à T2, septembre 2018" in " ".join(exhibit.content.notes)


def test_each_bar_adds_up_to_its_cohort(publication: Publication) -> None:
    exhibit = shown("", publication)
    for at in range(15):
        drawn = [trace["x"][at] or 0 for trace in exhibit.content.figure["data"]]
        assert sum(drawn) == pytest.approx(100)
    at_t1 = [r.count for r in exhibit.content.data_table.rows if r.labels[1] == "T1"]
    assert sum(at_t1) == exhibit.content.base == 1044


def test_one_sentence_reads_one_row(publication: Publication) -> None:
    exhibit = shown("", publication)
    assert exhibit.content.reading == (
        "Dans la promotion 2016-2017, 230 personnes interrogées sur 330 (69,7\u202f%) ont renseigné la vague T1."
    )
    never_asked = shown("promotion=2012-2013", publication)
    assert never_asked.content.reading == (
        "28 bénéficiaires de la promotion 2012-2013 sont dans le cas « Hors champ de l'enquête » à T1."
    )


def test_a_click_on_a_bar_selects_its_people(publication: Publication) -> None:
    answered = row(shown("", publication), "2013-2014", "T1", "Vague renseignée")
    search = "&".join(f"{name}={value}" for name, value in answered.target.items())
    assert shown(search, publication).content.base == answered.count


def test_respondents_against_the_others(publication: Publication) -> None:
    exhibit = shown("reponses.selon=promotion", publication)
    assert exhibit.content.base == 1044 - 28
    first = row(exhibit, "2013-2014", "Répondants")
    assert (first.count, first.base) == (142, 732)
    assert row(exhibit, "2013-2014", "Non répondants").count == 245 - 142
    made = share_difference(Share(142, 732), Share(103, 284))
    assert made is not None
    assert first.measures == pytest.approx((made.value, *made.interval))
    assert first.texts == ("établi",)


@pytest.mark.parametrize("variable", ["promotion", "region", "age", "genre", "cadre"])
def test_both_groups_add_up(variable: str, publication: Publication) -> None:
    exhibit = shown(f"reponses.selon={variable}", publication)
    for group in ("Répondants", "Non répondants"):
        rows = [r for r in exhibit.content.data_table.rows if r.labels[1] == group]
        assert sum(r.count for r in rows) == rows[0].base
    told = exhibit.content.reading
    assert any(f"{r.count} sur {r.base}" in told for r in exhibit.content.data_table.rows)


def test_those_unknown_are_in_neither_base(publication: Publication) -> None:
    exhibit = shown("reponses.selon=cadre", publication)
    assert exhibit.content.population.endswith("de catégorie connue")
    assert any("de catégorie inconnue" in note for note in exhibit.content.notes)


def test_nobody(publication: Publication) -> None:
    never_asked = shown("reponses.selon=genre&promotion=2012-2013", publication)
    assert never_asked.empty
    assert "hors champ de l'enquête" in never_asked.content.nothing
    unknown = shown("reponses.selon=cadre&promotion=2013-2014", publication)
    assert unknown.empty
    assert unknown.content.nothing.startswith("Statut cadre : inconnu de toutes")
    assert shown("promotion=2012-2013&region=bretagne", publication).empty


def test_a_small_base_is_marked(publication: Publication) -> None:
    exhibit = shown("promotion=2016-2017&region=bretagne", publication)
    assert exhibit.content.base == 9
    assert any("base inférieure à 30" in note for note in exhibit.content.notes)
    alone = shown("promotion=2016-2017&region=bretagne&reponses.selon=genre", publication)
    assert any("base inférieure à 30" in note for note in alone.content.notes)
