"""Is tableau 1 of the study found again, and is nobody without information in a share?"""

import plotly.graph_objects

from dashboard.content.data_table import Row
from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.beneficiaries.jobseekers import VIEW
from tests.support.exhibits import loosened

SHARES = "demandeurs-emploi.valeurs=parts"
DURATION = "demandeurs-emploi.detail=chomage"


def shown(publication: Publication, search: str = "") -> Exhibit:
    address = parse_address(search, publication.vocabulary, VIEW.switches)
    assert not address.problems
    return loosened(compose(VIEW, address, publication))


def rows(exhibit: Exhibit) -> dict[tuple[str, ...], Row]:
    return {row.labels: row for row in exhibit.content.data_table.rows}


def test_tableau_1(publication: Publication) -> None:
    exhibit = shown(publication)
    plotly.graph_objects.Figure(exhibit.content.figure)
    found = {labels: row.count for labels, row in rows(exhibit).items()}
    expected = {
        "2014-2015": (34, 24, 15, 35, 75),
        "2015-2016": (23, 81, 45, 89, 20),
        "2016-2017": (46, 88, 47, 119, 30),
    }
    groups = (
        "DE avec mission d'intérim",
        "DE sans mission d'intérim",
        "DELD avec mission d'intérim",
        "DELD sans mission d'intérim",
        "Durée inconnue",
    )
    for cohort, counts in expected.items():
        assert tuple(found[cohort, group] for group in groups) == counts
    assert found["2012-2013", "Durée inconnue"] == 28
    assert sum(found.values()) == exhibit.content.base == 1044


def test_shares_are_of_those_whose_situation_is_known(publication: Publication) -> None:
    exhibit = shown(publication, f"?{SHARES}&{DURATION}")
    found = rows(exhibit)
    # The study: 56 % and 55 %, 134 of 238 and 166 of 300.
    long_term = found["2015-2016", "DELD (un an ou plus)"]
    assert (long_term.count, long_term.base) == (134, 238)
    assert (found["2016-2017", "DELD (un an ou plus)"].count) == 166
    assert exhibit.content.base == found["Ensemble", "DELD (un an ou plus)"].base == 680
    assert ("2015-2016", "Durée inconnue") not in found
    # Of the 28 of 2012-2013 nothing is known: unknown is not zero.
    assert ("2012-2013", "DELD (un an ou plus)") not in found
    assert (
        found["2012-2013", "Durée inconnue"].count,
        found["2012-2013", "Durée inconnue"].base,
    ) == (28, None)


def test_interim(publication: Publication) -> None:
    found = rows(shown(publication, "?demandeurs-emploi.detail=interim"))
    assert found["2015-2016", "Avec mission d'intérim"].count == 68
    assert found["2015-2016", "Sans information sur l'intérim"].base is None


def test_reading(publication: Publication) -> None:
    assert shown(publication).content.reading == (
        "La promotion 2016-2017 compte 39,7\u202f% de bénéficiaires demandeurs d'emploi de longue "
        "durée sans mission d'intérim : 119 sur 300 bénéficiaires dont la durée de chômage et "
        "l'intérim sont connus."
    )


def test_a_click_keeps_the_people_of_the_bar(publication: Publication) -> None:
    found = rows(shown(publication))
    assert found["2016-2017", "DELD avec mission d'intérim"].target == {
        "promotion": "2016-2017",
        "chomage": "deld",
        "interim": "oui",
    }
    kept = shown(publication, "?promotion=2016-2017&chomage=deld&interim=oui")
    assert kept.content.base == 47


def test_edges(publication: Publication) -> None:
    unknown = shown(publication, "?promotion=2012-2013")
    assert unknown.content.reading == (
        "La promotion 2012-2013 compte 28 bénéficiaires à la durée de chômage inconnue."
    )
    assert shown(publication, f"?promotion=2012-2013&{SHARES}").empty
    assert shown(publication, "?promotion=2012-2013&region=bretagne").empty
    one = shown(publication, "?promotion=2014-2015&region=franche-comte&genre=H")
    assert one.content.base == 1
    assert "1 bénéficiaire" in one.content.reading


def test_a_cohort_of_nobody_has_no_bar(publication: Publication) -> None:
    content = shown(publication, "?region=limousin").content
    assert {row.labels[0] for row in content.data_table.rows} == {"2016-2017"}


def test_a_cohort_of_which_too_little_is_known_is_said_to_be_no_match_for_others(
    publication: Publication,
) -> None:
    told = shown(publication, f"?{SHARES}").content
    # Study, tableau 1: 34 of the 245 of 2013-2014 are known.
    assert any("2013-2014" in note and "34 sur 245" in note for note in told.notes)
    assert {r.tested for r in told.data_table.rows if r.labels[0] == "2013-2014"} == {False}
