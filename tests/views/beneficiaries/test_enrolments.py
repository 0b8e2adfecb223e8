"""Is figure 1 of the study found again: who enrols first, who comes back?"""

import plotly.graph_objects

from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.beneficiaries.enrolments import VIEW
from tests.support.exhibits import loosened

FIGURE_1 = {
    "2012-2013": [28, 5, 0, 1, 0],
    "2013-2014": [245, 45, 20, 5],
    "2014-2015": [183, 38, 16],
    "2015-2016": [258, 51],
    "2016-2017": [330],
    "Ensemble": [28, 250, 228, 317, 402],
}


def shown(publication: Publication, search: str = "", *, narrow: bool = False) -> Exhibit:
    address = parse_address(search, publication.vocabulary, VIEW.switches)
    assert not address.problems
    return loosened(compose(VIEW, address, publication, narrow=narrow))


def lines(exhibit: Exhibit) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in exhibit.content.data_table.rows:
        found.setdefault(row.labels[0], []).append(row.count)
    return found


def test_figure_1(publication: Publication) -> None:
    exhibit = shown(publication)
    assert lines(exhibit) == FIGURE_1
    assert exhibit.content.base == 1044
    later = [
        r.count for r in exhibit.content.data_table.rows if r.labels[2] == "Inscription suivante"
    ]
    assert sum(later) == 181
    assert any(
        "158 bénéficiaires sur 714 (22,1\u202f%)" in note and "139 (88,0\u202f%)" in note
        for note in exhibit.content.notes
    )


def test_shares_are_of_the_cohort(publication: Publication) -> None:
    rows = {row.labels[:2]: row for row in shown(publication).content.data_table.rows}
    assert rows["2013-2014", "2014-2015"].base == 245
    assert rows["2012-2013", "2014-2015"].count == 0
    assert rows["2013-2014", "2013-2014"].target == {"promotion": "2013-2014"}
    assert rows["Ensemble", "2016-2017"].base is None
    assert ("2016-2017", "2015-2016") not in rows


def test_before_the_first_enrolment_there_is_no_zero(publication: Publication) -> None:
    figure = shown(publication).content.figure
    plotly.graph_objects.Figure(figure)
    heat, bare, _, hatched = figure["data"]
    assert heat["z"][4] == [None, None, None, None, 100]
    assert {(x, 4) for x in range(4)} <= set(zip(hatched["x"], hatched["y"], strict=True))
    zero = [
        text
        for x, y, text in zip(*(bare[k] for k in ("x", "y", "text")), strict=True)
        if (x, y) == (2, 0)
    ]
    assert zero[0].startswith("0<br>")


def test_reading(publication: Publication) -> None:
    assert shown(publication).content.reading == (
        "Sur 258 bénéficiaires de la promotion 2015-2016, 51 (19,8\u202f%) sont de nouveau "
        "inscrits en 2016-2017."
    )
    assert shown(publication, "?promotion=2016-2017").content.reading == (
        "330 bénéficiaires se sont inscrits pour la première fois en 2016-2017 ; "
        "l'année suivante est à venir."
    )


def test_the_last_cohort_has_had_no_year_to_come_back(publication: Publication) -> None:
    notes = shown(publication).content.notes
    assert "Promotion 2016-2017 hors de cette part : l'année suivante est à venir." in notes
    # The Limousin is covered from 2016-2017 on: earlier cohorts have no row of zeros, nobody failed to come back.
    limousin = shown(publication, "?region=limousin")
    assert lines(limousin) == {"2016-2017": [4], "Ensemble": [4]}
    assert limousin.content.reading.endswith("en 2016-2017 ; l'année suivante est à venir.")
    assert not any("poursui" in note for note in limousin.content.notes[1:])


def test_edges(publication: Publication) -> None:
    first = shown(publication, "?promotion=2012-2013", narrow=True)
    assert lines(first) == {"2012-2013": [28, 5, 0, 1, 0], "Ensemble": [28, 5, 0, 1, 0]}
    assert shown(publication, "?promotion=2014-2015&region=franche-comte&genre=H").content.base == 1
    nobody = shown(publication, "?promotion=2012-2013&region=bretagne")
    assert nobody.empty
    assert nobody.content.reading == ""
