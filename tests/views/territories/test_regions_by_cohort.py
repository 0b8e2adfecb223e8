"""Does the table of regions and cohorts hold the cells of annexe I?"""

from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.territories.regions_by_cohort import VIEW


def shown(publication: Publication, search: str = "", *, narrow: bool = False) -> Exhibit:
    address = parse_address(search, publication.vocabulary, VIEW.switches)
    assert not address.problems
    return compose(VIEW, address, publication, narrow=narrow)


def cells(exhibit: Exhibit) -> dict[tuple[str, ...], int]:
    return {row.labels: row.count for row in exhibit.content.data_table.rows}


def test_annexe_1(publication: Publication) -> None:
    found = cells(shown(publication))
    assert found["Rhône-Alpes", "2012-2013"] == 28
    assert found["Languedoc-Roussillon", "2013-2014"] == 60
    assert found["Île-de-France", "2016-2017"] == 44
    assert found["Franche-Comté", "2016-2017"] == 0
    assert found["Pays de la Loire", "Ensemble"] == 243
    assert found["Ensemble", "2013-2014"] == 245
    assert found["Ensemble", "Ensemble"] == 1044


def test_a_region_not_yet_open_is_absent_rather_than_zero(publication: Publication) -> None:
    exhibit = shown(publication)
    assert ("Bretagne", "2014-2015") not in cells(exhibit)
    heat = exhibit.content.figure["data"][0]
    assert heat["z"][2][:4] == [None, None, None, 29]
    assert "non couverte" in heat["customdata"][2][0]


def test_the_figure_holds_the_numbers_of_the_table(publication: Publication) -> None:
    exhibit = shown(publication, "?genre=F")
    drawn = [z for line in exhibit.content.figure["data"][0]["z"] for z in line if z is not None]
    told = [n for labels, n in cells(exhibit).items() if "Ensemble" not in labels]
    assert drawn == [n for n in told if n]
    assert sum(told) == exhibit.content.base


def test_reading(publication: Publication) -> None:
    assert shown(publication).content.reading == (
        "74 bénéficiaires de la promotion 2013-2014 résident dans les Pays de la Loire, "
        "sur 245 au total."
    )
    one = shown(publication, "?promotion=2014-2015&region=franche-comte&genre=H")
    assert one.content.base == 1
    assert one.content.reading.startswith(
        "1 bénéficiaire de la promotion 2014-2015 réside en Franche-Comté, "
    )


def test_only_the_cohorts_and_regions_of_the_selection(publication: Publication) -> None:
    first = shown(publication, "?promotion=2012-2013", narrow=True)
    assert list(cells(first)) == [
        ("Rhône-Alpes", "2012-2013"),
        ("Rhône-Alpes", "Ensemble"),
        ("Ensemble", "2012-2013"),
        ("Ensemble", "Ensemble"),
    ]
    assert shown(publication, "?region=corse").empty
    assert shown(publication, "?region=bretagne&promotion=2012-2013").empty


def test_a_row_filters_on_its_region_and_cohort(publication: Publication) -> None:
    rows = {row.labels: row.target for row in shown(publication).content.data_table.rows}
    assert rows["Alsace", "2013-2014"] == {"region": "alsace", "promotion": "2013-2014"}
    assert rows["Ensemble", "2013-2014"] == {"promotion": "2013-2014"}
    assert rows["Ensemble", "Ensemble"] == {}
