"""Are executives told among those whose status is known, the others apart?"""

import plotly.graph_objects

from dashboard.content.data_table import Row
from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.beneficiaries.executives import VIEW
from tests.support.exhibits import loosened

YES, UNKNOWN = "Ayant cotisé en tant que cadres", "Statut cadre inconnu"


def shown(publication: Publication, search: str = "") -> Exhibit:
    address = parse_address(search, publication.vocabulary, VIEW.switches)
    assert not address.problems
    return loosened(compose(VIEW, address, publication))


def rows(exhibit: Exhibit) -> dict[tuple[str, ...], Row]:
    return {row.labels: row for row in exhibit.content.data_table.rows}


def test_shares_of_the_study(publication: Publication) -> None:
    for search in ("", "?cadres.valeurs=parts"):
        found = rows(shown(publication, search))
        assert [
            round(found[cohort, YES].share.percent or 0)  # type: ignore[union-attr]
            for cohort in ("2015-2016", "2016-2017")
        ] == [25, 67]


def test_unknown_stands_apart(publication: Publication) -> None:
    exhibit = shown(publication)
    found = rows(exhibit)
    assert exhibit.content.base == 1044
    assert found["2013-2014", UNKNOWN].count == 245
    assert found["2013-2014", UNKNOWN].base is None
    # Unknown is not zero: a cohort of whom nothing is known has no row of executives.
    assert ("2013-2014", YES) not in found
    hatched = [trace for trace in exhibit.content.figure["data"] if "pattern" in trace["marker"]]
    assert [trace["name"] for trace in hatched] == [UNKNOWN]
    assert exhibit.content.notes == (
        "« Statut cadre inconnu » : 480 bénéficiaires, qui ne sont comptés dans aucune part.",
    )


def test_in_shares_a_cohort_of_whom_nothing_is_known_has_no_bar(publication: Publication) -> None:
    content = shown(publication, "?cadres.valeurs=parts").content
    plotly.graph_objects.Figure(content.figure)
    assert content.base == 564
    assert [trace["x"][0] for trace in content.figure["data"]] == [None, None]
    assert content.figure["layout"]["yaxis"]["ticktext"][1].endswith("<br>inconnu")
    found = {row.labels: row for row in content.data_table.rows if row.labels[0] == "2013-2014"}
    assert [(labels, row.count, row.base) for labels, row in found.items()] == [
        (("2013-2014", UNKNOWN), 245, None)
    ]


def test_reading(publication: Publication) -> None:
    assert shown(publication).content.reading == (
        "La promotion 2016-2017 compte 67,0\u202f% de bénéficiaires ayant cotisé en tant que cadres : "
        "213 sur 318 bénéficiaires dont le statut cadre est connu."
    )
    assert shown(publication, "?promotion=2012-2013").content.reading == (
        "La promotion 2012-2013 compte 28 bénéficiaires au statut cadre inconnu."
    )


def test_nobody(publication: Publication) -> None:
    assert shown(publication, "?promotion=2012-2013&cadres.valeurs=parts").empty
    assert shown(publication, "?promotion=2012-2013&region=bretagne").empty
