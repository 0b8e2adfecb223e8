"""Do four teams give most of the units, as the study says?"""

from dashboard.content.charts.bars import GroupedBars
from tests.support.exhibits import content, percent, plain, row, shown

SINCE_2014 = "promotion=2014-2015,2015-2016,2016-2017"
NAMED = "Les 4 équipes nommées"


def test_the_four_named_teams_since_2014_2015() -> None:
    teams = content("equipes", SINCE_2014)
    assert percent(teams, "Parcours diplômant", NAMED) == 75
    assert percent(teams, "À la carte", NAMED) == 65


def test_units_of_unknown_pathway_stand_aside() -> None:
    teams = content("equipes")
    apart = [r.count or 0 for r in teams.data_table.rows if r.base is None]
    assert sum(apart) == 599 == 2645 - teams.base


def test_all_units_whatever_their_pathway() -> None:
    teams = content("equipes", "equipes.parcours=tous")
    assert teams.base == 2645
    assert row(teams, "Toutes les UE", "Innovation").count == 417 + 74 + 134


def test_a_cohort_without_known_pathways_has_teams_all_the_same() -> None:
    assert shown("equipes", "promotion=2012-2013").empty
    assert content("equipes", "promotion=2012-2013&equipes.parcours=tous").base == 129


def test_the_reading_is_a_cell() -> None:
    assert plain(content("equipes").reading).startswith(
        "Parmi les UE de la catégorie « Parcours diplômant », 1 265 sur 1 699 "
        "(74,5 %) relèvent des équipes nommées"
    )


def test_each_pathway_has_a_bar_for_each_team_and_marks_small_bases() -> None:
    teams = content("equipes", "region=bretagne&promotion=2016-2017")
    chart = teams.chart
    assert isinstance(chart, GroupedBars)
    assert chart.horizontal
    assert chart.categories[0].plain == NAMED
    known = [r.share.percent for r in teams.data_table.rows if r.share]
    assert [value for series in chart.series for value in series.values] == known
    small = [series for series in chart.series if series.data[0].marks]
    assert small
    assert all(datum.text.endswith("△") for series in small for datum in series.data)
    assert any(note.startswith("△ base inférieure à 30") for note in teams.notes)
