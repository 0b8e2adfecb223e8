"""Is each region set against the others, and is chance kept from passing for a profile?"""

import pytest

from dashboard.content.charts.dots import Dots
from dashboard.content.content import Content
from dashboard.content.data_table import Row
from dashboard.content.medium import Medium
from dashboard.views.kit.verdicts import CONCLUSIVE, INCONCLUSIVE, TOO_FEW
from tests.support.exhibits import opened, shown

TRAITS = ("femmes", "age", "deld", "cadres", "emploi-t1")


def profiles(trait: str, search: str = "", medium: Medium = "page") -> Content:
    position = "" if trait == "femmes" else f"&profils-regionaux.mesure={trait}"
    return shown("profils-regionaux", f"?{search}{position}", medium=medium).content


def rows(content: Content) -> dict[str, Row]:
    return {row.labels[0]: row for row in content.data_table.rows}


def dots(trait: str, search: str = "", medium: Medium = "page") -> Dots:
    chart = profiles(trait, search, medium).chart
    assert isinstance(chart, Dots)
    return chart


def test_a_region_is_compared_with_the_others_and_not_with_the_whole() -> None:
    by_region = rows(profiles("femmes"))
    women = sum(row.count or 0 for row in by_region.values())
    assert sum(row.base or 0 for row in by_region.values()) == 1044
    brittany = by_region["Bretagne"]
    assert brittany.count is not None
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
def test_tendencies_of_the_study(trait: str, region: str, sign: int) -> None:
    difference = rows(profiles(trait))[region].measures[-3]
    assert difference is not None
    assert sign * difference > 0


def test_not_conclusive_is_the_usual_reading() -> None:
    verdicts = [row.labels[1] for trait in TRAITS for row in rows(profiles(trait)).values()]
    assert set(verdicts) == {CONCLUSIVE, INCONCLUSIVE, TOO_FEW}
    assert verdicts.count("écart établi") < verdicts.count("écart non concluant")
    # At 95 % this interval would leave 0 out.
    brittany = rows(profiles("femmes"))["Bretagne"]
    _, gap, low, high = brittany.measures
    assert gap == pytest.approx(19.8, abs=0.05)
    assert None not in (low, high)
    assert (low or 0) < 0 < (high or 0)
    assert brittany.labels[1] == INCONCLUSIVE


def test_rows_are_about_a_region_and_carry_its_verdict() -> None:
    brittany = rows(profiles("femmes"))["Bretagne"]
    region, verdict = brittany.keys
    assert (str(region.along), region.code) == ("region", "53")
    assert (verdict.along, verdict.code) == ("verdict", "inconclusive")
    assert brittany.click.parameters(opened().vocabulary) == {"region": "bretagne"}


@pytest.mark.parametrize("trait", TRAITS)
def test_nothing_is_concluded_from_a_small_base(trait: str) -> None:
    content = profiles(trait)
    small = []
    for row in content.data_table.rows:
        people = row.count if row.base is None else row.base
        assert people is not None
        assert (row.labels[1] == TOO_FEW) == (people < 30)
        small.append(people < 30)
    assert any("△" in note for note in content.notes)
    assert [dot.datum.marks == ("small_base",) for dot in dots(trait).rows] == small


def test_a_region_filter_chooses_rows_and_changes_no_conclusion() -> None:
    everywhere, here = rows(profiles("age")), rows(profiles("age", "region=pays-de-la-loire"))
    assert list(here) == ["Pays de la Loire"]
    assert here["Pays de la Loire"] == everywhere["Pays de la Loire"]
    assert here["Pays de la Loire"].labels[1] == "écart établi"


@pytest.mark.parametrize("trait", TRAITS)
@pytest.mark.parametrize("search", ["", "region=bretagne,pays-de-la-loire"])
def test_the_base_is_the_people_of_the_regions_profiles(trait: str, search: str) -> None:
    content = profiles(trait, search)
    people = [row.count if row.base is None else row.base for row in rows(content).values()]
    assert content.base == sum(number or 0 for number in people) > 0


def test_reading() -> None:
    reading = profiles("age").reading
    assert reading.startswith(
        "En Languedoc-Roussillon, l'âge moyen est de 37,4 ans (118 bénéficiaires)"
    )
    assert "Écart établi : +3,3 ans [+0,9 ; +5,6]." in reading


def test_edges() -> None:
    alone = profiles("femmes", "promotion=2012-2013")
    assert (alone.base, alone.empty) == (28, True)
    assert "pas assez de personnes" in alone.nothing
    unsurveyed = profiles("emploi-t1", "promotion=2012-2013")
    assert unsurveyed.base == 0
    assert "hors champ" in unsurveyed.nothing
    assert profiles("cadres", "promotion=2013-2014").base == 0


@pytest.mark.parametrize("trait", TRAITS)
def test_the_dots_are_the_differences_of_the_table(trait: str) -> None:
    table = profiles(trait).data_table
    chart = dots(trait)
    assert [dot.datum.value for dot in chart.rows] == [row.measures[-3] for row in table.rows]
    assert [dot.conclusive for dot in chart.rows] == [
        row.labels[1] == "écart établi" for row in table.rows
    ]
    assert [dot.datum.click for dot in chart.rows] == [row.click for row in table.rows]
    assert chart.reference is not None
    assert chart.reference.value == 0


def test_a_phone_has_room_for_the_region_s_own_value_alone() -> None:
    page, phone = dots("femmes"), dots("femmes", medium="phone")
    assert all(" contre " in dot.datum.label for dot in page.rows)
    assert not any(" contre " in dot.datum.label for dot in phone.rows)
    assert phone.name_letters < page.name_letters
    assert page.reference is not None
    assert phone.reference is not None
    assert page.reference.name == f"{phone.reference.name} régions"


@pytest.mark.parametrize(
    ("trait", "search"),
    [("femmes", "genre=F"), ("femmes", "genre=H"), ("emploi-t1", "situation.T1=en-emploi-salarie")],
)
def test_what_a_filter_fixes_is_no_finding(trait: str, search: str) -> None:
    content = profiles(trait, search)
    assert content.nothing_to_find
    assert "fixe déjà" in content.nothing


def test_a_filter_that_keeps_several_categories_fixes_nothing() -> None:
    assert profiles("femmes", "genre=F,H").base == 1044
