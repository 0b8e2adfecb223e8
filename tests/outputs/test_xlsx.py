"""Does a workbook hold the numbers of the page, as numbers, with a chart where Excel has one, and no formula?"""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl.worksheet.table import Table

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.native_plot import native_plot
from dashboard.outputs.xlsx.workbook import write_xlsx
from dashboard.outputs.xml_safe import xml_safe
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import (
    HOSTILE,
    addresses,
    composed,
    hostile,
    opened,
    parts,
    rows_in,
    rows_of,
)
from tests.support.exhibits import plain

NOTICE = {"Titre", "Sélection", "Champ", "Source", "Données", "Version des données", "Adresse"}


@pytest.mark.parametrize("name", views())
def test_the_table_is_the_page_s_in_every_selection_and_position(
    name: str, publication: Publication
) -> None:
    for view, search in addresses(publication):
        if view == name:
            exhibit = composed(view, search, publication)
            assert rows_in(opened(write_xlsx(exhibit))) == rows_of(exhibit), search


@pytest.mark.parametrize("name", views())
def test_a_chart_holds_the_numbers_of_the_page_s(name: str, publication: Publication) -> None:
    exhibit = composed(name, "", publication)
    content = write_xlsx(exhibit)
    book = opened(content)
    chart = exhibit.content.chart
    plot = None if chart is None else native_plot(chart)
    assert ("Graphique" in book.sheetnames) is (plot is not None)
    if plot is None:
        return
    header, *rows = book["Graphique"].iter_rows(values_only=True)
    drawn = header[1 : 1 + len(plot.series)]
    assert list(drawn) == [series.name for series in plot.series]
    assert [row[0] for row in rows] == list(plot.categories)
    for i, series in enumerate(plot.series, start=1):
        assert [row[i] for row in rows] == pytest.approx(list(series.values))
    charts = [data for file, data in parts(content).items() if "/charts/chart" in file]
    assert [data.count(b"<c:ser>") for data in charts] == [len(plot.series)]


def test_the_table_is_one_that_excel_sorts_with_real_numbers(publication: Publication) -> None:
    sheet = opened(write_xlsx(composed("emploi", "", publication)))["Tableau"]
    (table,) = sheet.tables.values()
    assert isinstance(table, Table)
    assert re.fullmatch(rf"A5:[A-Z]{sheet.max_row}", table.ref)
    assert sheet.freeze_panes == "A6"
    head, first = (
        {str(n.value): c for n, c in zip(sheet[5], sheet[i], strict=True)} for i in (5, 6)
    )
    assert first["Base"].number_format == "#,##0"
    assert first["Part"].number_format == "0.0 %"
    assert [head[name].alignment.horizontal for name in ("Promotion", "Part")] == [None, "right"]
    part = first["Part"].value
    assert isinstance(part, float)
    assert 0 < part < 1


def test_the_first_sheet_says_whose_numbers_they_are(publication: Publication) -> None:
    exhibit = composed("emploi", "genre=F", publication)
    sheet = opened(write_xlsx(exhibit))["Tableau"]
    title, about, data, blank = (str(sheet.cell(row, 1).value or "") for row in range(1, 5))
    assert title == exhibit.caption.title
    assert about.startswith("Femmes – ")
    assert re.search(r"n\s=\s\d", about)
    assert data == exhibit.stamp
    assert blank == ""


@pytest.mark.parametrize("name", views())
def test_every_share_is_a_percent_that_excel_knows(name: str, publication: Publication) -> None:
    """A number that a header calls a percent would be multiplied by 100 by whoever goes on counting with it."""
    exhibit = composed(name, "", publication)
    table = exhibit.content.data_table
    header, *rows = rows_in(opened(write_xlsx(exhibit)))
    assert not [text for text in header if "(%)" in str(text)]
    for i, measure in enumerate(table.measure_names):
        if measure.endswith("(%)"):
            column = len(header) - len(table.remark_names) - len(table.measure_names) + i
            given = [row.measures[i] for row in table.rows]
            # A table of a spreadsheet has a row, also where there is nobody.
            written = [row[column] for row in rows[: len(given)]]
            assert written == [None if n is None else pytest.approx(n / 100) for n in given]


def test_the_notice_says_what_the_numbers_are(publication: Publication) -> None:
    terms = notice(composed("statut", "genre=F", publication))
    assert set(terms) >= NOTICE | {"Lecture"}
    assert terms["Sélection"] == "Femmes"
    assert terms["Données"].startswith("Données de démonstration, synthétiques")
    assert terms["Adresse"] == f"/?genre=F&version={publication.version}#statut"


def test_the_notice_s_address_leads_back_to_the_page(publication: Publication) -> None:
    exhibit = replace(composed("emploi", "genre=F", publication), site="https://bord.example")
    sheet = opened(write_xlsx(exhibit))["Notice"]
    (cell,) = [row[1] for row in sheet.iter_rows() if row[0].value == "Adresse"]
    assert (
        cell.value == f"https://bord.example/devenir?genre=F&version={publication.version}#emploi"
    )
    assert cell.hyperlink is not None
    target, place = cell.hyperlink.target, cell.hyperlink.location
    assert f"{target}#{place}" == cell.value


def test_the_notice_defines_the_words_that_the_exhibit_uses(publication: Publication) -> None:
    terms = notice(composed("emploi", "genre=F", publication))
    assert {"Définition : Promotion", "Définition : Répondant", "Définition : T1"} <= set(terms)
    assert terms["Définition : T1"].startswith("Temps d'observation de l'enquête")
    assert "Définition : Région" not in terms


def test_a_view_that_defines_its_words_defines_them_once(publication: Publication) -> None:
    terms = notice(composed("methode", "", publication))
    assert "Promotion" in terms
    assert "Définition : Promotion" not in terms


@pytest.mark.parametrize("name", views())
def test_no_row_of_words_is_too_low_for_them(name: str, publication: Publication) -> None:
    book = opened(write_xlsx(composed(name, "", publication)))
    for title, width, last in (("Notice", 110, None), ("Graphique", 20, 1)):
        rows = book[title].iter_rows(max_row=last) if title in book.sheetnames else ()
        for i, row in enumerate(rows, start=1):
            needed = max(len(str(cell.value or "")) for cell in row[1:]) / width
            assert (book[title].row_dimensions[i].height or 15) >= 15 * needed, title


def notice(exhibit: Exhibit) -> dict[str, str]:
    """The terms of the notice with their texts."""
    lines = opened(write_xlsx(exhibit))["Notice"].iter_rows(values_only=True)
    return {str(term): str(text) for term, text in lines}


def test_no_difference_is_minus_zero(publication: Publication) -> None:
    rows = rows_in(opened(write_xlsx(composed("rapprochement", "", publication))))
    numbers = [value for row in rows for value in row if isinstance(value, float)]
    assert any(value < 0 for value in numbers)
    assert not [value for value in numbers if -0.005 <= value < 0]


@pytest.mark.parametrize("name", ["emploi", "apports"])
def test_an_interval_that_does_not_exist_is_an_empty_cell(
    name: str, publication: Publication
) -> None:
    empty = 0
    for search in ("", "region=poitou-charentes", "promotion=2013-2014"):
        book = opened(write_xlsx(composed(name, search, publication)))
        head, *rows = book["Graphique"].iter_rows(values_only=True)
        ends = [(i, str(text).partition(", intervalle ")) for i, text in enumerate(head)]
        for i, (series, interval, _) in ends:
            if interval:
                value = head.index(series)
                bare = [row[i] for row in rows if row[value] is None]
                assert set(bare) <= {None}
                assert all(row[i] is not None for row in rows if row[value] is not None)
                empty += len(bare)
    assert empty or name != "emploi"


def test_an_empty_selection_says_why_and_draws_nothing(publication: Publication) -> None:
    book = opened(write_xlsx(composed("emploi", "genre=H&cadre=oui&region=corse", publication)))
    assert "Graphique" not in book.sheetnames
    assert "Rien à montrer" in [row[0] for row in book["Notice"].iter_rows(values_only=True)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_runs_or_breaks_the_file(text: str) -> None:
    content = write_xlsx(hostile(text))
    written = parts(content)
    assert not [name for name, data in written.items() if b"<f>" in data and "worksheets" in name]
    assert not any(b"hyperlink" in data for name, data in written.items() if name.endswith(".rels"))
    sheet = opened(content)["Tableau"]
    (table,) = sheet.tables.values()
    header, (name, _, number, *_), *_ = sheet[table.ref]
    assert name.value == xml_safe(text).replace("\r", "") or not xml_safe(text)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert number.value == 2
    headers = [str(cell.value).casefold() for cell in header]
    assert len(set(headers)) == len(headers)


def test_the_notice_tells_what_the_chart_is_read_against(publication: Publication) -> None:
    book = opened(write_xlsx(composed("genre-age", "", publication)))
    notes = [str(row[1].value) for row in book["Notice"].iter_rows()]
    assert any("Repère : Femmes, demandeurs d'emploi du Cnam, 53" in plain(note) for note in notes)


def test_a_line_with_a_silent_point_is_dotted(publication: Publication) -> None:
    """The library gives points a look, and not pieces of a line: all of the line is dotted."""
    with ZipFile(BytesIO(write_xlsx(composed("emploi", "", publication)))) as book:
        charts = [book.read(name) for name in book.namelist() if "charts/chart" in name]
    (chart,) = map(etree.fromstring, charts)
    lines = [series.findall("{*}spPr/{*}ln/{*}prstDash") for series in chart.iter("{*}ser")]
    assert [[dash.get("val") for dash in dashes] for dashes in lines] == [
        *(["sysDot"], ["sysDot"]),
        *([], []),
    ]
