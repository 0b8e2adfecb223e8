"""Does a click on a cell of a matrix keep the people who are counted in it, and nobody's cell answer to none?"""

import pytest

from dashboard.content.charts.matrix import Matrix
from dashboard.content.content import Content
from dashboard.content.data_table import Row
from tests.support.clicks import people_behind
from tests.support.exhibits import content


def rows_and_cells(told: Content) -> list[tuple[Row, bool]]:
    """The rows of the table that a cell shows, each with whether there is a cell that keeps the same."""
    chart = told.chart
    assert isinstance(chart, Matrix)
    kept = {cell.click for line in chart.cells for cell in line if cell.click}
    return [(row, row.click in kept) for row in told.data_table.rows if row.click]


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
    told = rows_and_cells(content(view, search))
    assert [row.labels for row, answers in told if answers != bool(row.count)] == []
    assert any(row.count for row, _ in told)


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
        assert people_behind("inscriptions", kept) == people


def test_a_region_with_nobody_cannot_be_clicked_on_the_map() -> None:
    rows = content("carte", "?promotion=2013-2014,2014-2015,2015-2016").data_table.rows
    counted = [row for row in rows if row.count is not None]
    assert {bool(row.click) for row in counted if not row.count} == {False}
    assert all(row.click for row in counted if row.count)
