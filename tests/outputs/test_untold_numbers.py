"""Does a file say of a number that is not told that it is not: no zero, no empty cell, no mark in a chart?"""

from __future__ import annotations

from io import BytesIO
from math import nan

import pptx
import pytest
from openpyxl import load_workbook

from dashboard.content.charts import GroupedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.domain.counts import Rounded, Suppressed
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.caption import UNTOLD
from dashboard.outputs.csv import write_csv
from dashboard.outputs.deck.presentation import write_pptx
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.native_plot import native_plot
from dashboard.outputs.xlsx.workbook import write_xlsx
from tests.support.exhibits import handmade, keys

ROWS = (
    Row(keys("Bretagne"), Rounded(45), Rounded(90), (12.5,)),
    Row(keys("Corse"), Suppressed(), Rounded(15), (nan,)),
    Row(keys("Limousin"), Rounded(5), Rounded(15), (None,)),
)

BARS = GroupedBars(
    tuple(rich(row.labels[0]) for row in ROWS),
    (Series("Effectif", "#46936c", tuple(Datum(row.count, "") for row in ROWS)),),
    "number",
)


@pytest.fixture
def exhibit() -> Exhibit:
    table = DataTable(("région",), "effectif", ROWS, ("âge moyen",), with_intervals=True)
    return handmade(Content("Titre", 120, "bénéficiaires", BARS, table, "", "", "Source"))


def test_a_cell_of_csv_is_s_where_a_number_is_not_told(exhibit: Exhibit) -> None:
    header, *rows = [line.split(";") for line in write_csv(exhibit).decode().split("\r\n")[:4]]
    assert header[1:7] == ["effectif", "base", "part", "ic95_bas", "ic95_haut", "âge moyen"]
    assert rows[0][1:4] == ["45", "90", "50"]
    assert rows[1][1:7] == ["s", "15", "s", "s", "s", "s"]
    # A share of fewer than twenty is not told; that there is no mean is told by an empty cell.
    assert rows[2][1:7] == ["5", "15", "s", "s", "s", ""]
    assert UNTOLD.rstrip(".") in write_csv(exhibit).decode()


def test_a_cell_of_a_workbook_is_s_and_its_notice_says_what_that_is(exhibit: Exhibit) -> None:
    book = load_workbook(BytesIO(write_xlsx(exhibit)))
    corse = next(row for row in book["Tableau"].values if row[0] == "Corse")
    assert corse == ("Corse", "s", 15, "s", "s", "s", "s")
    notice = {term: text for term, text, *_ in book["Notice"].values}
    assert notice["Légende"] == UNTOLD
    assert [row[1] for row in book["Graphique"].iter_rows(2, 4, values_only=True)] == [45, None, 5]


def test_a_chart_has_a_gap_there() -> None:
    plot = native_plot(BARS)
    assert plot is not None
    assert plot.series[0].values == (45, None, 5)


@pytest.mark.parametrize("value", [Suppressed(), nan, None])
def test_a_datum_of_what_is_not_told_draws_nothing(value: float | None) -> None:
    assert Datum(value).value is None


def test_the_notes_of_a_slide_hold_the_same_cells(exhibit: Exhibit) -> None:
    (slide,) = pptx.Presentation(BytesIO(write_pptx(exhibit, own_template()))).slides
    notes = slide.notes_slide.notes_text_frame.text
    assert "Corse\ts\t15\ts\ts\ts\ts" in notes
    assert UNTOLD in notes


def test_a_file_in_which_all_is_told_has_no_legend() -> None:
    table = DataTable(("région",), "effectif", ROWS[:1])
    whole = handmade(Content("Titre", 120, "bénéficiaires", None, table, "", "", "Source"))
    assert UNTOLD.rstrip(".") not in write_csv(whole).decode()
