"""Do degree pathways aim higher than the entry diploma as often as the study says?"""

from tests.support.exhibits import content, percent, row, shown

CROSS = "diplomes.montrer=croisement"


def test_one_in_five_aims_at_the_same_level_and_half_higher() -> None:
    told = content("diplomes")
    assert percent(told, "Ensemble", "Même niveau") == 22
    assert percent(told, "Ensemble", "Niveau supérieur") == 55


def test_matrix_and_comparison_count_the_same_people() -> None:
    steps, cells = content("diplomes"), content("diplomes", CROSS)
    assert steps.base == cells.base == sum(r.count for r in cells.data_table.rows)
    for step in ("Niveau inférieur", "Même niveau", "Niveau supérieur"):
        crossed = sum(r.count for r in cells.data_table.rows if r.labels[2] == step)
        assert crossed == row(steps, "Ensemble", step).count


def test_a_share_of_the_matrix_is_of_its_row() -> None:
    cell = row(
        content("diplomes", CROSS),
        "Niveau III (bac+2)",
        "Niveau II (bac+3 ou bac+4)",
        "Niveau supérieur",
    )
    assert (cell.count, cell.base) == (89, 174)
    assert cell.target == {"diplome": "III", "niveau_beneficiaire": "II"}


def test_those_who_aim_at_no_degree_stand_aside() -> None:
    told = content("diplomes")
    assert sum(r.count for r in told.data_table.rows if r.base is None) == 1044 - told.base


def test_entry_diplomas_are_those_of_the_study() -> None:
    told = content("diplomes", "diplomes.montrer=entree")
    assert told.base == 700
    assert percent(told, "Ensemble", "Niveau III (bac+2)") == 35
    assert percent(told, "Ensemble", "Niveau II (bac+3 ou bac+4)") == 19
    assert "ont à l'entrée un diplôme de niveau" in told.reading


def test_nobody_known() -> None:
    for search in ("promotion=2012-2013", f"promotion=2012-2013&{CROSS}"):
        assert shown("diplomes", search).empty
