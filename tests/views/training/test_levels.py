"""Are levels and pathways those of figure 3, the unknown ones aside?"""

import pytest

from dashboard.content.charts.bars import StackedBars
from dashboard.content.click_filter import keeping
from dashboard.content.medium import Medium
from dashboard.domain.dimension import Dimension
from tests.support.exhibits import content, percent, row, shown

LEVEL_2 = "Niveau II (bac+3 ou bac+4)"
PEOPLE = "niveaux.montrer=parcours"
MEDIA: tuple[Medium, ...] = ("page", "phone")


@pytest.mark.parametrize(
    ("cohort", "published"), [("2014-2015", 58), ("2015-2016", 51), ("2016-2017", 58)]
)
def test_most_units_of_degree_pathways_aim_at_level_2(cohort: str, published: int) -> None:
    assert percent(content("niveaux"), cohort, LEVEL_2) == published


@pytest.mark.parametrize(
    ("cohort", "published"), [("2014-2015", 90), ("2015-2016", 81), ("2016-2017", 88)]
)
def test_most_beneficiaries_follow_a_degree_pathway(cohort: str, published: int) -> None:
    assert percent(content("niveaux", PEOPLE), cohort, "Parcours diplômant") == published


def test_unknown_pathways_stand_aside_with_their_count() -> None:
    unknown = row(content("niveaux", PEOPLE), "2012-2013", "Parcours inconnu")
    assert (unknown.count, unknown.base) == (28, None)
    units = content("niveaux")
    assert row(units, "2013-2014", "Parcours inconnu").count == 470
    assert units.base + 599 + 25 + 76 + 141 + 105 == 2645


def test_a_cohort_of_which_little_is_known_has_a_warning() -> None:
    assert any("16\u202f% seulement (40 sur 245)" in n for n in content("niveaux", PEOPLE).notes)


def test_people_are_filtered_by_pathway_but_units_only_by_cohort() -> None:
    cohort = (Dimension("cohort"), "2014-2015")
    assert row(content("niveaux"), "2014-2015", LEVEL_2).click == keeping(cohort)
    assert row(content("niveaux", PEOPLE), "2014-2015", "À la carte").click == keeping(
        cohort, (Dimension("main_pathway"), "single_units")
    )


def test_a_phone_has_short_names_of_levels() -> None:
    page, phone = (shown("niveaux", medium=medium).content.chart for medium in MEDIA)
    assert isinstance(page, StackedBars)
    assert isinstance(phone, StackedBars)
    assert LEVEL_2 in [series.name for series in page.series]
    assert "Niveau II" in [series.name for series in phone.series]


def test_unknown_pathways_and_unknown_levels_have_keys_of_their_own() -> None:
    rows = content("niveaux").data_table.rows
    assert {row.keys[1].along for row in rows if row.base is None} == {
        Dimension("pathway"),
    }
    assert len({row.keys for row in rows}) == len(rows)


def test_the_reading_agrees_with_the_table() -> None:
    assert content("niveaux").reading == (
        "Dans la promotion 2016-2017, 341 UE de parcours diplômant sur 593 (57,5\u202f%) visent le "
        "niveau II (bac+3 ou bac+4)."
    )


@pytest.mark.parametrize("search", ["promotion=2012-2013", f"promotion=2012-2013&{PEOPLE}"])
def test_the_first_cohort_has_no_known_pathway(search: str) -> None:
    empty = shown("niveaux", search)
    assert empty.empty
    assert empty.content.nothing
