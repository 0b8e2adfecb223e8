"""Does a click on a cell or a region keep those who are counted there, and does one with nobody answer to none?"""

import pytest

from dashboard.content.charts.matrix import Matrix
from dashboard.content.data_table import TOTAL
from tests.support.clicks import people_behind
from tests.support.exhibits import content


@pytest.mark.parametrize(
    ("view", "search"),
    [
        ("regions-promotions", ""),
        ("regions-promotions", "?genre=F&promotion=2013-2014,2014-2015"),
        ("diplomes", "?diplomes.montrer=croisement"),
        ("contrats", "?contrats.forme=matrice"),
        ("contrats", "?contrats.forme=matrice&region=limousin"),
    ],
)
def test_a_cell_keeps_whom_its_row_of_the_table_keeps(view: str, search: str) -> None:
    told = content(view, search)
    chart = told.chart
    assert isinstance(chart, Matrix)
    clicked = {cell.click for line in chart.cells for cell in line if cell.click}
    assert clicked == {row.click for row in told.data_table.rows if row.click}
    assert clicked
    assert not [row.labels for row in told.data_table.rows if row.click and not row.count]


def test_as_many_are_kept_as_the_cell_counts() -> None:
    chart = content("regions-promotions").chart
    assert isinstance(chart, Matrix)
    for line in chart.cells[:-1]:
        for cell in line[:-1]:
            if cell.click:
                assert people_behind("regions-promotions", cell.click) == cell.fill


def test_a_cell_of_the_years_keeps_its_cohort() -> None:
    chart = content("inscriptions").chart
    assert isinstance(chart, Matrix)
    for line, people in zip(chart.cells[:-1], (28, 245, 183, 258, 330), strict=True):
        (kept,) = {cell.click for cell in line if cell.click}
        assert people_behind("regions-promotions", kept) == people


@pytest.mark.parametrize("view", ["carte", "deploiement"])
def test_a_region_with_nobody_cannot_be_clicked(view: str) -> None:
    rows = content(view, "?promotion=2013-2014").data_table.rows
    with_click = {row.keys[0].code for row in rows if row.click}
    with_people = {row.keys[0].code for row in rows if row.count} - {TOTAL}
    assert with_click == with_people
    assert {row.keys[0].code for row in rows} - {TOTAL} > with_people
