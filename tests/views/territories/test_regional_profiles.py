"""Is each region set against the others, and is chance kept from passing for a profile?"""

import plotly.graph_objects
import pytest

from dashboard.content.data_table import Row
from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.views.territories.regional_profiles import VIEW
from tests.support.exhibits import loosened

TRAITS = ("femmes", "age", "deld", "cadres", "emploi-t1")


def shown(publication: Publication, trait: str, search: str = "") -> Exhibit:
    position = "" if trait == "femmes" else f"&profils-regionaux.mesure={trait}"
    address = parse_address(f"?{search}{setting}", publication.vocabulary, VIEW.switches)
    assert not address.problems
    return loosened(compose(VIEW, address, publication))


def rows(exhibit: Exhibit) -> dict[str, Row]:
    return {row.labels[0]: row for row in exhibit.content.data_table.rows}


def test_a_region_is_compared_with_the_others_and_not_with_the_whole(
    publication: Publication,
) -> None:
    found = rows(shown(publication, "femmes"))
    women, people = sum(r.count for r in found.values()), sum(r.base or 0 for r in found.values())
    assert people == 1044
    brittany = found["Bretagne"]
    assert brittany.base == 38
    others = 100 * (women - brittany.count) / (1044 - 38)
    assert brittany.measures[0] == pytest.approx(others)
    assert brittany.measures[1] == pytest.approx(100 * brittany.count / 38 - others)


@pytest.mark.parametrize(
    ("trait", "region", "sign"),
    [
        ("femmes", "Bretagne", 1),
        ("deld", "Bretagne", 1),
        ("age", "Languedoc-Roussillon", 1),
        ("deld", "Languedoc-Roussillon", 1),
        ("age", "Pays de la Loire", -1),
        ("deld", "Pays de la Loire", 1),
        ("cadres", "Poitou-Charentes", 1),
        ("age", "Poitou-Charentes", -1),
        ("deld", "Rhône-Alpes", -1),
        ("cadres", "Rhône-Alpes", 1),
    ],
)
def test_tendencies_of_the_study(
    publication: Publication, trait: str, region: str, sign: int
) -> None:
    difference = rows(shown(publication, trait))[region].measures[-3]
    assert difference is not None
    assert sign * difference > 0


def test_not_conclusive_is_the_usual_reading(publication: Publication) -> None:
    told = [r.labels[1] for trait in TRAITS for r in rows(shown(publication, trait)).values()]
    assert set(told) == {"écart établi", "écart non concluant", "écart non testé"}
    assert told.count("écart établi") < told.count("écart non concluant")
    # Alone, this interval leaves 0 out; among ten comparisons, it does not stand.
    brittany = rows(shown(publication, "femmes"))["Bretagne"]
    assert brittany.measures[2] is not None
    assert brittany.measures[2] > 0
    assert brittany.labels[1] == "écart non concluant"


def test_nothing_is_concluded_from_a_small_base(publication: Publication) -> None:
    for trait in TRAITS:
        exhibit = shown(publication, trait)
        for row in exhibit.content.data_table.rows:
            people = row.count if row.base is None else row.base
            assert (row.labels[1] == "écart non testé") == (people < 30)
        assert any("△" in note for note in exhibit.content.notes)


def test_a_region_filter_chooses_rows_and_changes_no_conclusion(publication: Publication) -> None:
    everywhere, here = (
        rows(shown(publication, "age")),
        rows(shown(publication, "age", "region=pays-de-la-loire")),
    )
    assert list(here) == ["Pays de la Loire"]
    assert here["Pays de la Loire"] == everywhere["Pays de la Loire"]
    assert here["Pays de la Loire"].labels[1] == "écart établi"


def test_reading(publication: Publication) -> None:
    reading = shown(publication, "age").content.reading
    assert reading.startswith("En Languedoc-Roussillon, âge moyen : 37,4 ans (118 bénéficiaires)")
    assert "Écart établi : +3,3 ans [+1,4 ; +5,1]." in reading


def test_edges(publication: Publication) -> None:
    alone = shown(publication, "femmes", "promotion=2012-2013")
    assert alone.empty
    assert "pas assez de personnes" in alone.content.nothing
    unsurveyed = shown(publication, "emploi-t1", "promotion=2012-2013")
    assert unsurveyed.empty
    assert "hors champ" in unsurveyed.content.nothing
    assert shown(publication, "cadres", "promotion=2013-2014").empty
    women = shown(publication, "femmes", "genre=F").content
    assert any("fixe déjà" in note for note in women.notes)


def test_figure_is_valid(publication: Publication) -> None:
    for trait in TRAITS:
        content = shown(publication, trait).content
        plotly.graph_objects.Figure(content.figure)
        drawn = [x for trace in content.figure["data"] for x in trace["x"]]
        assert sorted(drawn) == pytest.approx(
            sorted(r.measures[-3] for r in content.data_table.rows if r.measures[-3] is not None)
        )


def test_a_filter_that_keeps_several_categories_fixes_nothing(publication: Publication) -> None:
    both = shown(publication, "femmes", "genre=F,H").content
    assert not any("fixe déjà" in note for note in both.notes)
    women = shown(publication, "femmes", "genre=F").content
    assert "Écart" not in women.reading
