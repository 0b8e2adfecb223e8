"""Do the small maps follow the partnership from one region to fourteen?"""

import plotly.graph_objects

from dashboard.domain.address import Address, parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.territories.deployment import VIEW

FIRST = "deploiement.compte=premieres"


def shown(publication: Publication, search: str = "", *, narrow: bool = False) -> Exhibit:
    address = parse_address(search, publication.vocabulary, VIEW.switches)
    assert not address.problems
    return compose(VIEW, address, publication, narrow=narrow)


def totals(exhibit: Exhibit) -> list[int]:
    return [row.count for row in exhibit.content.data_table.rows if row.labels[0] == "Ensemble"]


def test_beneficiaries_of_each_year_as_in_figure_1(publication: Publication) -> None:
    exhibit = shown(publication)
    assert totals(exhibit) == [28, 250, 228, 317, 402]
    assert totals(shown(publication, FIRST)) == [28, 245, 183, 258, 330]
    assert exhibit.content.base == shown(publication, FIRST).content.base == 1044
    units = [r.measures[1] for r in exhibit.content.data_table.rows if r.labels[0] == "Ensemble"]
    assert sum(n for n in units if n is not None) == 2645


def test_new_regions_are_those_of_the_study(publication: Publication) -> None:
    new: dict[str, list[str]] = {}
    for region, year, opening in (row.labels for row in shown(publication).content.data_table.rows):
        if opening == "nouvelle":
            new.setdefault(year, []).append(region)
    assert new["2012-2013"] == ["Rhône-Alpes"]
    assert new["2014-2015"] == ["Aquitaine", "Île-de-France", "Poitou-Charentes"]
    assert new["2015-2016"] == ["Bretagne"]
    assert [len(regions) for regions in new.values()] == [1, 5, 3, 1, 4]


def test_filters_do_not_make_a_region_new_again(publication: Publication) -> None:
    rows = shown(publication, "?promotion=2016-2017").content.data_table.rows
    assert next(r for r in rows if r.labels[:2] == ("Alsace", "2016-2017")).labels[2] == (
        "déjà couverte"
    )


def test_a_region_not_yet_covered_is_no_zero(publication: Publication) -> None:
    rows = {row.labels[:2] for row in shown(publication).content.data_table.rows}
    assert ("Bretagne", "2014-2015") not in rows
    assert ("Corse", "2016-2017") not in rows


def test_figure_is_valid_and_each_region_filters(publication: Publication) -> None:
    for narrow in (False, True):
        figure = shown(publication, narrow=narrow).content.figure
        plotly.graph_objects.Figure(figure)
        clicks = figure["layout"]["meta"]["targets"]["traces"]
        assert len(clicks) == 5 * 20
        named = {figure["data"][int(i)]["name"]: target for i, target in clicks.items() if target}
        assert named["Alsace"] == {"region": "alsace"}
        assert "Corse" not in named


def test_a_room_sees_two_rows_of_maps_and_the_legend_in_the_last_place(
    publication: Publication,
) -> None:
    figure = compose(VIEW, Address(), publication, projected=True).content.figure
    outlines = [trace for trace in figure["data"] if trace.get("name") == "Corse"]
    places = [(round(min(o["x"])), round(min(o["y"]))) for o in outlines]
    west, east = places[0][0], places[2][0]
    assert [x for x, _ in places] == [west, (west + east) / 2, east, west, (west + east) / 2]
    assert len({y for _, y in places}) == 2
    notes = {note["text"]: note for note in figure["layout"]["annotations"]}
    legend = notes["non couverte"]
    assert legend["x"] > places[1][0]
    assert legend["y"] < places[0][1]
    title = notes["<b>2016-2017</b><br>402 inscrits<br>14 régions,<br>dont 4 nouvelles"]
    brittany = [trace for trace in figure["data"] if trace.get("name") == "Bretagne"][-1]
    assert title["y"] < min(brittany["y"])


def test_reading(publication: Publication) -> None:
    assert shown(publication, FIRST).content.reading == (
        "En 2016-2017, 63 bénéficiaires sont inscrits pour la première fois en Rhône-Alpes, "
        "sur 330 au total."
    )
    one = shown(publication, f"?promotion=2014-2015&region=franche-comte&genre=H&{FIRST}")
    assert one.content.reading == (
        "En 2014-2015, 1 bénéficiaire est inscrit pour la première fois en Franche-Comté, "
        "sur 1 au total."
    )


def test_a_year_without_anybody_selected_tells_nothing_of_the_spread(
    publication: Publication,
) -> None:
    figure = shown(publication, "?promotion=2012-2013").content.figure
    subtitles = [note["text"] for note in figure["layout"]["annotations"]]
    assert any("5 inscrits" in text and "6 régions" in text for text in subtitles)
    assert not any("14 régions" in text for text in subtitles)
    assert sum("aucun inscrit" in text for text in subtitles) == 2


def test_nobody(publication: Publication) -> None:
    assert shown(publication, "?region=bretagne&promotion=2012-2013").empty
    assert shown(publication, "?region=corse").empty


def test_the_number_of_a_slender_region_stands_beside_it(publication: Publication) -> None:
    data = shown(publication).content.figure["data"]
    alsace = max(next(trace["x"] for trace in data if trace.get("name") == "Alsace"))
    beside = [t for t in data if t.get("textposition") == "middle right"]
    assert [len(trace["text"]) for trace in beside] == [1, 1, 1, 1]
    assert beside[0]["x"][0] > alsace
