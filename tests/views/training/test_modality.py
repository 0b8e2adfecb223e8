"""Are the modalities those of figure 4, for every selection?"""

from tests.support.exhibits import content, percent, row, shown


def test_half_of_the_units_of_2013_2014_were_taught_in_class() -> None:
    assert percent(content("modalites"), "2013-2014", "Présentiel") == 50


def test_all_units_are_counted_once() -> None:
    told = content("modalites")
    assert told.base == 2645
    assert sum(r.count for r in told.data_table.rows if r.labels[0] == "Ensemble") == 2645


def test_the_bars_carry_the_numbers_of_the_table() -> None:
    told = content("modalites")
    bars = {
        (label.split("<br>")[0], trace["name"]): value
        for trace in told.figure["data"]
        for label, value in zip(told.figure["layout"]["yaxis"]["ticktext"], trace["x"], strict=True)
    }
    assert bars == {r.labels: r.share.percent for r in told.data_table.rows if r.share}


def test_a_click_on_a_bar_filters_on_its_cohort() -> None:
    told = content("modalites")
    assert row(told, "2015-2016", "Hybride").target == {"promotion": "2015-2016"}
    assert told.figure["layout"]["meta"]["targets"]["points"]["2"][3] == {"promotion": "2015-2016"}


def test_one_cohort_has_no_whole_beside_it() -> None:
    told = content("modalites", "promotion=2012-2013")
    assert told.base == 129
    assert {r.labels[0] for r in told.data_table.rows} == {"2012-2013"}


def test_few_units_are_marked() -> None:
    told = content("modalites", "region=26,21,54&age=50-ans-et-plus&promotion=2015-2016")
    assert 0 < told.base < 30
    assert any(note.startswith("△ base inférieure à 30") for note in told.notes)


def test_nobody_is_told_as_nobody() -> None:
    empty = shown("modalites", "region=corse")
    assert empty.empty
    assert empty.content.nothing == "Aucun bénéficiaire dans cette sélection."
