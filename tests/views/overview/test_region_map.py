"""Does the map say of whom its numbers are, and where it has none?"""

import pytest

from dashboard.content.charts.region_map import RegionMap
from dashboard.content.medium import Medium
from tests.support.exhibits import content, opened, plain, shown


def region_map(search: str = "", medium: Medium = "page") -> RegionMap:
    chart = shown("carte", search, medium=medium).content.chart
    assert isinstance(chart, RegionMap)
    return chart


@pytest.mark.parametrize(
    ("search", "population", "base"),
    [
        ("", "bénéficiaires", 1044),
        ("?carte.mesure=ue", "UE financées", 2645),
        ("?carte.mesure=ue&carte.annee=2014-2015", "UE financées en 2014-2015", 516),
        (
            "?carte.annee=2014-2015",
            "bénéficiaires, inscrits en 2014-2015 (première inscription ou suivante)",
            228,
        ),
    ],
)
def test_the_base_is_described_by_what_it_counts(search: str, population: str, base: int) -> None:
    map_content = content("carte", search)
    assert (map_content.population, map_content.base) == (population, base)


@pytest.mark.parametrize("measure", ["beneficiaires", "ue", "femmes", "deld", "emploi-t1"])
@pytest.mark.parametrize("search", ["", "&region=alsace,bretagne", "&carte.annee=2014-2015"])
def test_the_base_is_that_of_all_rows_together(measure: str, search: str) -> None:
    map_content = content("carte", f"?carte.mesure={measure}{search}")
    bases = [row.base for row in map_content.data_table.rows if row.base is not None]
    expected = sum(bases) if measure not in ("beneficiaires", "ue") else bases[0]
    assert map_content.base == expected > 0


def test_a_map_of_shares_that_nobody_has_says_what_is_unknown_of_how_many() -> None:
    exhibit = shown("carte", "?carte.mesure=cadres&promotion=2012-2013")
    assert exhibit.empty
    assert exhibit.content.nothing == (
        "Statut cadre : aucune information pour les 28 bénéficiaires de cette sélection. "
        "A cotisé en tant que cadre à AG2R LA MONDIALE ; connu à partir de la promotion 2015-2016."
    )


def test_the_sentence_below_reads_a_region_that_has_a_share() -> None:
    map_content = content("carte", "?carte.mesure=cadres&promotion=2014-2015,2015-2016")
    assert "sur 0" not in map_content.reading


@pytest.mark.parametrize("measure", ["femmes", "deld", "cadres", "emploi-t1"])
@pytest.mark.parametrize("search", ["", "&genre=F", "&region=alsace&promotion=2013-2014"])
def test_no_class_of_shares_promises_more_than_all(measure: str, search: str) -> None:
    labels = region_map(f"?carte.mesure={measure}{search}").legend.class_labels
    assert labels
    assert not [label for label in labels if label.startswith("100") and "plus" in label]


def test_regions_that_a_filter_greys_are_outside_and_lead_to_their_people() -> None:
    places = {place.code: place for place in region_map("?region=alsace").places}
    assert places["42"].state == "shown"
    assert places["53"].state == "outside"
    assert places["53"].click.parameters(opened().vocabulary) == {"region": "bretagne"}
    assert "outside" not in {place.state for place in region_map("?promotion=2013-2014").places}


def test_a_region_whose_share_has_no_base_is_distinguished_from_one_outside_the_selection() -> None:
    places = region_map("?carte.mesure=emploi-t1&carte.annee=2012-2013").places
    baseless = [place for place in places if place.state == "baseless"]
    assert baseless
    assert all(place.name and place.number == "–" for place in baseless)


def test_nothing_stands_on_a_region_without_anybody_and_nobody_is_behind_an_uncovered_one() -> None:
    places = region_map("?promotion=2013-2014&genre=F&carte.annee=2014-2015").places
    assert {place.state for place in places} >= {"shown", "empty", "uncovered"}
    for place in places:
        assert bool(place.name) == bool(place.number) == (place.state == "shown")
        assert bool(place.click) == (place.state == "shown")


def test_a_region_that_is_covered_where_nobody_enrolled_is_told_from_one_that_is_not_covered() -> (
    None
):
    def told(search: str) -> tuple[str, int | None, str, str]:
        (place,) = [place for place in region_map(search).places if place.code == "93"]
        (row,) = [
            row for row in content("carte", search).data_table.rows if row.keys[0].code == "93"
        ]
        return place.state, row.count, row.remarks[0], place.hover.plain.partition("Région ")[2]

    covered, closed = "couverte, aucune inscription", "non couverte"
    assert told("") == ("empty", 0, covered, covered)
    assert told("?carte.annee=2016-2017") == ("empty", 0, covered, covered)
    assert told("?carte.annee=2015-2016") == ("uncovered", None, closed, closed)
    assert told("?carte.decoupage=2016&carte.annee=2015-2016")[:3] == ("uncovered", None, closed)
    assert content("carte").notes[0].startswith("Couvertes, mais sans inscription : Auvergne, ")
    notes = content("carte", "?carte.annee=2015-2016").notes
    assert notes[0].startswith("Non couvertes en 2015-2016 : Auvergne, ")
    (alsace,) = [p for p in region_map("?region=alsace").places if p.code == "93"]
    assert alsace.state == "outside"


def test_a_region_says_what_the_table_says() -> None:
    map_content = content("carte", "?carte.mesure=femmes")
    places = {place.code: place for place in region_map("?carte.mesure=femmes").places}
    for row in map_content.data_table.rows:
        place = places[row.keys[0].code]
        if row.base:
            assert row.share is not None
            assert row.share.hidden or place.value == row.share.percent
            assert place.name == row.labels[0]
            assert ("△" in place.number) == row.share.fragile
            assert f"{row.count} sur {row.base}" in place.hover.plain.replace("\u202f", "")
            assert place.click == row.click


def test_circles_of_the_legend_have_round_values_below_the_largest_region() -> None:
    legend = region_map().legend
    values = [value for value, _ in legend.symbols]
    assert legend.symbol_top == max(place.symbol for place in region_map().places)
    assert values == sorted(values, reverse=True)
    assert values[0] <= legend.symbol_top
    assert legend.symbol_title.startswith(legend.short_symbol_title)


@pytest.mark.parametrize("medium", ["phone", "room"])
def test_the_map_says_the_same_wherever_it_is_shown(medium: Medium) -> None:
    assert region_map("?genre=F", medium) == region_map("?genre=F")


def test_a_region_tells_how_its_last_promotion_stands_against_the_one_before() -> None:
    def hover(code: str, search: str = "") -> str:
        chart = shown("carte", search).content.chart
        assert isinstance(chart, RegionMap)
        (place,) = [place for place in chart.places if place.code == code]
        return plain(place.hover.plain)

    # Study, annexe I: Bretagne, then Hauts-de-France, where nobody could come before.
    assert "Promotion 2016-2017 : 9, contre 29 en 2015-2016 (−20)" in hover("53")
    assert "contre" not in hover("32")
    assert "contre 55 en 2014-2015 (+3)" in hover("52", "?promotion=2015-2016")
    assert "contre" not in hover("53", "?carte.annee=2016-2017")


def test_a_year_in_which_nobody_of_the_selection_was_enrolled_is_a_sentence() -> None:
    exhibit = shown("carte", "?region=bretagne&carte.annee=2012-2013&carte.mesure=femmes")
    assert exhibit.empty
    assert exhibit.caption.nothing == (
        "Aucun bénéficiaire de cette sélection n'était inscrit en 2012-2013."
    )


@pytest.mark.parametrize("measure", ["deld", "cadres", "femmes", "emploi-t1"])
@pytest.mark.parametrize("people", ["", "&genre=F", "&promotion=2015-2016"])
def test_a_map_of_shares_says_which_regions_the_profiles_find_apart(
    measure: str, people: str
) -> None:
    profiles = shown("profils-regionaux", f"?profils-regionaux.mesure={measure}{people}")
    apart = [
        row.labels[0] for row in profiles.content.data_table.rows if row.labels[1] == "écart établi"
    ]
    reading = shown("carte", f"?carte.mesure={measure}{people}").content.reading
    told = reading.partition("avec les autres régions, en points :")[2].partition(". ")[0]
    if apart:
        assert all(f"{region} (" in told for region in apart)
        assert told.count("(") == len(apart)
        assert reading.startswith("Écarts établis" if len(apart) > 1 else "Écart établi")
    else:
        assert "tabli" not in reading.replace("Aucun écart établi", "")


def test_a_region_looked_at_alone_has_its_verdict_and_no_year_has_one() -> None:
    reading = shown("carte", "?carte.mesure=deld&region=bretagne").content.reading
    assert plain(reading).startswith(
        "Écart non concluant avec les autres régions : +15,2 points. En Bretagne, "
    )
    of_a_year = shown("carte", "?carte.mesure=deld&carte.annee=2015-2016").content.reading
    assert "autres régions" not in of_a_year


def test_a_region_of_which_a_part_is_selected_has_no_verdict() -> None:
    """The share is that of the part; the gap would be that of the whole."""
    part = "?carte.mesure=femmes&carte.decoupage=2016&region=poitou-charentes"
    assert "autres régions" not in shown("carte", part).content.reading
    (place,) = (p for p in region_map(part).places if p.state == "shown")
    assert "Écart" not in place.hover.plain


def test_a_region_under_the_mouse_has_its_verdict() -> None:
    (centre,) = (p for p in region_map("?carte.mesure=deld").places if p.name == "Centre")
    assert "Écart avec les autres régions : −23,0 points [−40,1 ; −0,4]" in plain(
        centre.hover.plain
    )
    assert "Écart établi" in [line[0].text for line in centre.hover.lines]


def test_a_share_that_a_filter_has_settled_is_not_read_aloud() -> None:
    assert shown("carte", "?carte.mesure=femmes&genre=F").content.reading == ""
