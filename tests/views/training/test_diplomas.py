"""Do degree pathways aim higher than the entry diploma as often as the study says?"""

from dashboard.content.charts.matrix import Matrix
from dashboard.content.click_filter import keeping
from dashboard.domain.dimension import Dimension
from tests.support.exhibits import content, percent, row, shown

CROSS = "diplomes.montrer=croisement"
ONE_PERSON = "promotion=2014-2015&region=franche-comte&genre=H"


def test_one_in_five_aims_at_the_same_level_and_half_higher() -> None:
    steps = content("diplomes")
    assert percent(steps, "Ensemble", "Même niveau") == 22
    assert percent(steps, "Ensemble", "Niveau supérieur") == 55


def test_the_reading_agrees_with_the_number_of_people() -> None:
    many = content("diplomes").reading
    assert "visent un niveau supérieur à celui de leur diplôme d'entrée" in many
    person = content("diplomes", ONE_PERSON)
    assert person.base == 1
    assert "1 bénéficiaire sur 1 (part non diffusée) vise" in person.reading
    assert "%" not in person.reading
    assert person.reading.endswith("son diplôme d'entrée.")


def test_matrix_and_comparison_count_the_same_people() -> None:
    steps, cells = content("diplomes"), content("diplomes", CROSS)
    assert steps.base == cells.base == sum(r.count or 0 for r in cells.data_table.rows)
    for step in ("Niveau inférieur", "Même niveau", "Niveau supérieur"):
        crossed = sum(r.count or 0 for r in cells.data_table.rows if r.labels[2] == step)
        assert crossed == row(steps, "Ensemble", step).count


def test_a_share_of_the_matrix_is_of_its_row() -> None:
    cell = row(
        content("diplomes", CROSS),
        "Niveau III (bac+2)",
        "Niveau II (bac+3 ou bac+4)",
        "Niveau supérieur",
    )
    assert (cell.count, cell.base) == (89, 174)
    assert cell.click == keeping(
        (Dimension("entry_diploma"), "III"), (Dimension("main_target_level"), "II")
    )


def test_the_matrix_carries_the_numbers_of_the_table() -> None:
    crossing = content("diplomes", CROSS)
    assert isinstance(crossing.chart, Matrix)
    fills = [cell.fill for cells in crossing.chart.cells for cell in cells]
    assert fills == [row.share.percent for row in crossing.data_table.rows if row.share]
    assert "89 51\u202f%" in [cell.text.plain for cells in crossing.chart.cells for cell in cells]


def test_a_phone_has_short_names_of_levels() -> None:
    phone = shown("diplomes", CROSS, medium="phone").content.chart
    page = shown("diplomes", CROSS).content.chart
    assert isinstance(phone, Matrix)
    assert isinstance(page, Matrix)
    assert [level.plain for level in phone.columns][-1] == "Niveau I"
    assert page.columns[-1].plain.startswith("Niveau I (")


def test_those_who_aim_at_no_degree_stand_aside() -> None:
    steps = content("diplomes")
    apart = [r.count or 0 for r in steps.data_table.rows if r.base is None]
    assert sum(apart) == 1044 - steps.base


def test_entry_diplomas_are_those_of_the_study() -> None:
    entries = content("diplomes", "diplomes.montrer=entree")
    assert entries.base == 700
    assert percent(entries, "Ensemble", "Niveau III (bac+2)") == 35
    assert percent(entries, "Ensemble", "Niveau II (bac+3 ou bac+4)") == 19
    assert "ont à l'entrée un diplôme de niveau" in entries.reading


def test_nobody_known() -> None:
    for search in ("promotion=2012-2013", f"promotion=2012-2013&{CROSS}"):
        assert shown("diplomes", search).empty
