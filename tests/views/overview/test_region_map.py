"""Does the map say of whom its numbers are, and where it has none?"""

import pytest

from tests.support.exhibits import content, shown


def texts(search: str) -> list[str]:
    return [note["text"] for note in content("carte", search).figure["layout"]["annotations"]]


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
def test_the_base_is_told_in_what_it_counts(search: str, population: str, base: int) -> None:
    told = content("carte", search)
    assert (told.population, told.base) == (population, base)


def test_a_map_of_shares_that_nobody_has_says_what_is_unknown_of_how_many() -> None:
    exhibit = shown("carte", "?carte.mesure=cadres&promotion=2012-2013")
    assert exhibit.empty
    assert exhibit.content.nothing == (
        "Statut cadre : aucune information pour les 28 bénéficiaires de cette sélection. "
        "A cotisé en tant que cadre à AG2R LA MONDIALE ; connu à partir de la promotion 2015-2016."
    )


def test_the_sentence_below_reads_a_region_that_has_a_share() -> None:
    told = content("carte", "?carte.mesure=cadres&promotion=2014-2015,2015-2016")
    assert "sur 0" not in told.reading


@pytest.mark.parametrize("measure", ["femmes", "deld", "cadres", "emploi-t1"])
@pytest.mark.parametrize("search", ["", "&genre=F", "&region=alsace&promotion=2013-2014"])
def test_no_class_of_shares_promises_more_than_all(measure: str, search: str) -> None:
    labels = [text for text in texts(f"?carte.mesure={measure}{search}") if "%" in text]
    assert labels
    assert not [label for label in labels if label.startswith("100") and "plus" in label]


def test_regions_that_a_filter_greys_are_told_in_the_legend() -> None:
    assert "hors de la sélection" in texts("?region=alsace")
    assert "hors de la sélection" not in texts("?promotion=2013-2014")


def test_a_region_whose_share_has_no_base_is_told_from_one_outside_the_selection() -> None:
    search = "?carte.mesure=emploi-t1&carte.annee=2012-2013"
    fills = {
        trace["name"]: trace.get("fillpattern", {}).get("shape")
        for trace in content("carte", search).figure["data"]
        if trace.get("name")
    }
    assert "." in fills.values()
    assert "sans base (n\u00a0=\u00a00)" in texts(search)
