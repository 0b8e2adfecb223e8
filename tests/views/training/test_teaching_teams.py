"""Do four teams give most of the units, as the study says?"""

from tests.support.exhibits import content, percent, plain, row, shown

SINCE_2014 = "promotion=2014-2015,2015-2016,2016-2017"
NAMED = "Les 4 équipes nommées"


def test_the_four_named_teams_since_2014_2015() -> None:
    told = content("equipes", SINCE_2014)
    assert percent(told, "Parcours diplômant", NAMED) == 75
    assert percent(told, "À la carte", NAMED) == 65


def test_units_of_unknown_pathway_stand_aside() -> None:
    told = content("equipes")
    aside = [r.count for r in told.data_table.rows if r.base is None]
    assert sum(aside) == 599 == 2645 - told.base


def test_all_units_whatever_their_pathway() -> None:
    told = content("equipes", "equipes.parcours=tous")
    assert told.base == 2645
    assert row(told, "Toutes les UE", "Innovation").count == 417 + 74 + 134


def test_a_cohort_without_known_pathways_has_teams_all_the_same() -> None:
    assert shown("equipes", "promotion=2012-2013").empty
    assert content("equipes", "promotion=2012-2013&equipes.parcours=tous").base == 129


def test_the_reading_is_a_cell() -> None:
    assert plain(content("equipes").reading).startswith(
        "Parmi les UE de la catégorie « Parcours diplômant », 1 265 sur 1 699 "
        "(74,5 %) relèvent des équipes nommées"
    )
