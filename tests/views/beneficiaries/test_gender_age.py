"""Is figure 2 of the study found again: gender and mean age by cohort?"""

import plotly.graph_objects
import pytest

from dashboard.content.data_table import Row
from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.beneficiaries.gender_age.view import VIEW
from tests.support.exhibits import loosened

PYRAMID = "genre-age.figure=pyramide"


def shown(publication: Publication, search: str = "", *, narrow: bool = False) -> Exhibit:
    address = parse_address(search, publication.vocabulary, VIEW.switches)
    assert not address.problems
    return loosened(compose(VIEW, address, publication, narrow=narrow))


def rows(exhibit: Exhibit) -> dict[tuple[str, ...], Row]:
    return {row.labels: row for row in exhibit.content.data_table.rows}


def test_figure_2(publication: Publication) -> None:
    exhibit = shown(publication)
    found = rows(exhibit)
    assert exhibit.content.base == 1044
    for cohort in publication.vocabulary.cohorts:
        women = found[cohort, "Femmes"]
        assert women.share is not None
        assert (women.share.percent or 0) > 50
        age = found[cohort, "Ensemble"].measures[0]
        assert age is not None
        assert round(age, 1) == 37.5 if cohort == "2012-2013" else 33.5 <= age < 35.5
    assert found["2012-2013", "Femmes"].count == 15
    assert found["Ensemble", "Femmes"].base == 1044


def test_means_agree_with_their_parts(publication: Publication) -> None:
    found = rows(shown(publication))
    women, men, all_ = (found["2015-2016", label] for label in ("Femmes", "Hommes", "Ensemble"))
    weighed = women.count * (women.measures[0] or 0) + men.count * (men.measures[0] or 0)
    assert all_.measures[0] == pytest.approx(weighed / all_.count)


def test_pyramid_holds_everybody_once(publication: Publication) -> None:
    content = shown(publication, f"?{PYRAMID}").content
    plotly.graph_objects.Figure(content.figure)
    assert sum(row.count for row in content.data_table.rows) == content.base == 1044
    drawn = sum(abs(x) for trace in content.figure["data"] for x in trace["x"])
    assert drawn == 1044
    older = [r.count for r in content.data_table.rows if int(r.labels[1][:2]) >= 50]
    # The study: 5.5 % to 7.1 % are 50 or older, whatever the cohort.
    assert 5.5 <= 100 * sum(older) / 1044 <= 7.1


def test_a_filter_moves_no_bar(publication: Publication) -> None:
    everybody = shown(publication, f"?{PYRAMID}").content.figure["layout"]["yaxis"]["ticktext"]
    some = shown(publication, f"?{PYRAMID}&promotion=2012-2013").content.figure
    assert some["layout"]["yaxis"]["ticktext"] == everybody


def test_ages_that_a_filter_leaves_out_have_no_bar(publication: Publication) -> None:
    some = shown(publication, f"?{PYRAMID}&age=moins-de-30-ans,50-ans-et-plus").content
    names = [text.replace("<br>", " ") for text in some.figure["layout"]["yaxis"]["ticktext"]]
    assert not [name for name in names if name.startswith(("30", "35", "40", "45"))]
    assert {row.labels[1] for row in some.data_table.rows} == {
        *("15\u00a0à\u00a019\u00a0ans", "20\u00a0à\u00a024\u00a0ans", "25\u00a0à\u00a029\u00a0ans"),
        *("50\u00a0à\u00a054\u00a0ans", "55\u00a0à\u00a059\u00a0ans", "60\u00a0à\u00a064\u00a0ans"),
    }
    assert sum(row.count for row in some.data_table.rows) == some.base
    assert "(moins de 30 ans et 50 ans et plus)" in some.notes[1].replace("\u00a0", " ")


def test_a_bar_keeps_the_gender_and_the_age_band_that_it_is_part_of(
    publication: Publication,
) -> None:
    rows_ = shown(publication, f"?{PYRAMID}").content.data_table.rows
    (found,) = [row for row in rows_ if row.labels == ("Femmes", "30\u00a0à\u00a034\u00a0ans")]
    assert found.target == {"genre": "F", "age": "30-39"}


def test_reading(publication: Publication) -> None:
    assert shown(publication).content.reading == (
        "La promotion 2016-2017 compte 51,8\u202f% de femmes (171 sur 330 bénéficiaires) ; "
        "l'âge moyen y est de 34,4 ans."
    )
    assert shown(publication, f"?{PYRAMID}").content.reading == (
        "Hommes de 25 à 29 ans : 130 bénéficiaires sur 1\u202f044 (12,5\u202f%)."
    )


def test_edges(publication: Publication) -> None:
    small = shown(publication, "?promotion=2012-2013", narrow=True)
    assert small.content.notes == ("△ base inférieure à 30 : 2012-2013.",)
    one = "?promotion=2014-2015&region=franche-comte&genre=H"
    for search in (one, f"{one}&{PYRAMID}"):
        exhibit = shown(publication, search)
        assert exhibit.content.base == 1
        assert exhibit.content.reading
    for search in ("?promotion=2012-2013&region=bretagne", f"?region=corse&{PYRAMID}"):
        exhibit = shown(publication, search)
        assert exhibit.empty
        assert exhibit.content.reading == ""


def test_age_bands_give_the_shares_of_50_and_over_that_the_study_prints(
    publication: Publication,
) -> None:
    found = rows(shown(publication, "genre-age.figure=tranches"))
    printed = {"2012-2013": 7.1, "2014-2015": 7.1, "2016-2017": 5.5}
    for cohort, percent in printed.items():
        share = found[cohort, "50 ans et plus"].share
        assert share is not None
        assert round(share.percent or 0, 1) == percent
    assert found["Ensemble", "50 ans et plus"].base == 1044
    assert shown(publication, "genre-age.figure=tranches&region=corse").empty
