"""Do the small maps follow the partnership from one region to fourteen?"""

import pytest

from dashboard.content.charts.small_maps import SmallMaps, SmallPlace
from dashboard.content.medium import Medium
from tests.support.diffused import diffused
from tests.support.exhibits import composed, content, opened, shown

VIEW = "deploiement"
FIRST = "?deploiement.compte=premieres"


def maps(search: str = "", medium: Medium = "page") -> SmallMaps:
    chart = shown(VIEW, search, medium=medium).content.chart
    assert isinstance(chart, SmallMaps)
    return chart


def places(chart: SmallMaps) -> list[SmallPlace]:
    return [place for year in chart.maps for place in year.places]


def subtitles(search: str = "", medium: Medium = "page") -> list[str]:
    return [year.subtitle.plain for year in maps(search, medium).maps]


def totals(search: str = "") -> list[int | None]:
    return [row.count for row in content(VIEW, search).data_table.rows if _is_total(row.labels)]


def _is_total(labels: tuple[str, ...]) -> bool:
    return labels[0] == "Ensemble"


def test_where_a_covered_region_may_have_too_few_the_regions_are_so_many_at_least() -> None:
    chart = composed(VIEW, "", diffused()).content.chart
    assert isinstance(chart, SmallMaps)
    told = [year.subtitle.plain for year in chart.maps]
    assert [("au moins" in said) for said in told] == [False] * 4 + [True]
    assert told[-1] == "405 inscrits au moins 14 régions, dont 4 nouvelles"
    assert not [said for said in subtitles() if "au moins" in said]


def test_beneficiaries_of_each_year_as_in_figure_1() -> None:
    assert totals() == [28, 250, 228, 317, 402]
    assert totals(FIRST) == [28, 245, 183, 258, 330]
    assert (content(VIEW).base, content(VIEW, FIRST).base) == (1225, 1044)


def test_units_are_those_of_the_enrolments_that_are_counted() -> None:
    def units(search: str = "") -> list[float | None]:
        rows = content(VIEW, search).data_table.rows
        return [row.measures[-1] for row in rows if _is_total(row.labels)]

    assert units() == [120, 424, 516, 730, 855]
    assert units(FIRST) == [120, 416, 402, 592, 698]
    assert content(VIEW, FIRST).data_table.measure_names == ("UE financées",)
    place = next(p for p in places(maps(FIRST)) if p.state == "shown" and p.value)
    assert "dont" not in place.hover.plain


def test_new_regions_are_those_of_the_study() -> None:
    new: dict[str, list[str]] = {}
    for region, year, opening in (row.labels for row in content(VIEW).data_table.rows):
        if opening == "nouvelle":
            new.setdefault(year, []).append(region)
    assert new["2012-2013"] == ["Rhône-Alpes"]
    assert new["2014-2015"] == ["Aquitaine", "Île-de-France", "Poitou-Charentes"]
    assert new["2015-2016"] == ["Bretagne"]
    assert [len(regions) for regions in new.values()] == [1, 5, 3, 1, 4]


def test_the_regions_outlined_are_the_new_ones_of_the_table() -> None:
    outlined = [
        (place.code, year.title) for year in maps().maps for place in year.places if place.is_new
    ]
    new = [
        (row.keys[0].code, row.keys[1].code)
        for row in content(VIEW).data_table.rows
        if row.keys[2].code == "new"
    ]
    assert sorted(outlined) == sorted(new)


def test_filters_do_not_make_a_region_new_again() -> None:
    rows = content(VIEW, "?promotion=2016-2017").data_table.rows
    (opening,) = [row.labels[2] for row in rows if row.labels[:2] == ("Alsace", "2016-2017")]
    assert opening == "déjà couverte"


def test_a_region_not_yet_covered_is_no_zero() -> None:
    rows = {row.labels[:2] for row in content(VIEW).data_table.rows}
    assert ("Bretagne", "2014-2015") not in rows
    assert ("Corse", "2015-2016") not in rows
    # The study says that all regions are covered in the last year: nobody came, which is a zero.
    corse = [place for place in places(maps()) if place.code == "94"]
    assert [place.state for place in corse] == ["uncovered"] * 4 + ["shown"]
    assert corse[-1].hover.plain == "Corse, 2016-2017 Région couverte, aucune inscription"
    (last,) = [r for r in content(VIEW).data_table.rows if r.keys[0].code == "94"]
    assert (last.count, last.labels[2]) == (0, "couverte, aucune inscription")


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
def test_each_region_that_is_covered_filters(medium: Medium) -> None:
    every = places(maps(medium=medium))
    assert len(every) == 5 * 20
    clicks = {place.code: place.click for place in every if place.click}
    assert clicks["42"].parameters(opened().vocabulary) == {"region": "alsace"}
    assert "94" not in clicks


def test_a_place_says_what_the_table_says() -> None:
    numbers = {
        (row.keys[0].code, row.keys[1].code): row.count for row in content(VIEW).data_table.rows
    }
    for year in maps().maps:
        for place in year.places:
            if place.state == "shown":
                assert place.value == numbers[place.code, year.title]
                assert place.label == (str(place.value) if place.value else "")
                said = (
                    (f"{place.value} inscrit",)
                    if place.value
                    else ("Aucun inscrit", "aucune inscription")
                )
                assert any(words in place.hover.plain for words in said)


def test_beside_its_map_in_a_room_a_line_has_room_for_two_words() -> None:
    last = maps(medium="room").maps[-1]
    assert last.title == "2016-2017"
    lines = ["".join(run.text for run in line) for line in last.subtitle.lines]
    assert lines == ["402 inscrits", "14 régions,", "dont 4 nouvelles"]
    first = maps(FIRST, "room").maps[-1].subtitle.lines
    assert "".join(run.text for run in first[0]) == "330 premières"


def test_on_a_phone_numbers_stand_on_one_line() -> None:
    assert subtitles(medium="phone")[-1] == "402 · 14 régions"
    assert subtitles()[-1] == "402 inscrits 14 régions, dont 4 nouvelles"


def test_reading() -> None:
    assert content(VIEW, FIRST).reading == (
        "En 2016-2017, 63 bénéficiaires sont inscrits pour la première fois en Rhône-Alpes, "
        "sur 330 au total."
    )
    alone = content(VIEW, f"{FIRST}&promotion=2014-2015&region=franche-comte&genre=H")
    assert alone.reading == (
        "En 2014-2015, 1 bénéficiaire est inscrit pour la première fois en Franche-Comté, "
        "sur 1 au total."
    )


def test_a_year_without_anybody_selected_tells_nothing_of_the_spread() -> None:
    texts = subtitles("?promotion=2012-2013")
    assert any("5 inscrits" in text and "6 régions" in text for text in texts)
    assert not any("14 régions" in text for text in texts)
    assert not any("aucun inscrit" in text for text in texts)


def test_regions_that_a_filter_leaves_out_are_outside_and_lead_to_their_people() -> None:
    outside = [place for place in places(maps("?region=alsace")) if place.state == "outside"]
    assert outside
    assert not any(place.label for place in outside)
    # Nobody lives in a region where nobody enrolled: there is nothing to be led to.
    assert {place.code for place in outside if not place.click} == {
        "83",
        "26",
        "21",
        "94",
        "41",
        "93",
    }


def test_nobody() -> None:
    assert shown(VIEW, "?region=bretagne&promotion=2012-2013").empty
    assert shown(VIEW, "?region=corse").empty


@pytest.mark.parametrize(
    ("search", "drawn", "missing"),
    [
        ("", ["2012-2013", "2013-2014", "2014-2015", "2015-2016", "2016-2017"], ""),
        (
            "?promotion=2015-2016",
            ["2015-2016", "2016-2017"],
            "2012-2013, 2013-2014 et 2014-2015",
        ),
        (
            "?promotion=2015-2016&deploiement.compte=premieres",
            ["2015-2016"],
            "2012-2013, 2013-2014, 2014-2015 et 2016-2017",
        ),
    ],
)
def test_a_year_in_which_the_selection_has_nobody_is_a_sentence_and_no_map(
    search: str, drawn: list[str], missing: str
) -> None:
    assert [year.title for year in maps(search).maps] == drawn
    notes = content(VIEW, search).notes
    told = [text for text in notes if text.startswith("Sans carte")]
    assert [text.partition(" : ")[2] for text in told] == ([f"{missing}."] if missing else [])
