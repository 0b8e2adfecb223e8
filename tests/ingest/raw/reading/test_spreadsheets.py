"""What is said of a spreadsheet that is not as it should be, and where?"""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.ingest.raw.reading.workbooks import SHEET, cells, read, told, with_part, workbook


def test_values_are_written_as_texts(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        moment = datetime.datetime(2015, 9, 1, 14, 30)  # noqa: DTZ001 - a cell has no zone.
        values: tuple[float | str | datetime.date, ...] = (
            123,
            123.0,
            0.1,
            1e-7,
            -0.5,
            True,
            datetime.date(2015, 9, 1),
            moment,
            " a ",
        )
        for line, value in enumerate(values, 4):
            sheet.cell(line, 1, f"A{line}")
            sheet.cell(line, 2, value)

    assert [row[1] for row in cells(read(tmp_path, workbook(fill)))][2:] == [
        "123", "123", "0.1", "0.0000001", "-0.5", "Oui", "2015-09-01", "2015-09-01 14:30:00", " a ",
    ]  # fmt: skip


def test_an_identifier_that_lost_its_last_digits_is_a_failure(tmp_path: Path) -> None:
    file = read(tmp_path, workbook(lambda sheet: sheet.append([1234567890123456, "Zoé", 1])))
    assert told(file, "failure") == [
        (
            "nombres trop longs",
            "centre.xlsx, feuille Inscrits, ligne 4",
            (
                "1 nombre de plus de quinze chiffres, dont un classeur perd les derniers ; la première en A4 : "
                "exportez cette colonne comme un texte."
            ),
        )
    ]


def test_a_formula_without_a_stored_result_is_a_failure_in_a_row_and_told_in_a_total(
    tmp_path: Path,
) -> None:
    in_row = read(tmp_path, workbook(lambda sheet: sheet.append(["A3", "Zoé", "=C2+1"])))
    in_total = read(tmp_path, workbook(lambda sheet: sheet.append(["Total", None, "=SUM(C2:C3)"])))
    message = (
        "1 formule dont le résultat n'est pas enregistré ; la première en C4 : ouvrez le classeur dans un tableur et "
        "enregistrez-le."
    )
    expected = ("formules sans résultat", "centre.xlsx, feuille Inscrits, ligne 4", message)
    assert told(in_row, "failure") == [expected]
    assert told(in_total, "failure") == []
    assert expected in told(in_total, "warning")


def test_an_error_is_read_as_empty_and_told(tmp_path: Path) -> None:
    file = read(tmp_path, workbook(lambda sheet: sheet.append(["A3", "#N/A", 1])))
    assert cells(file)[2] == ("A3", "", "1")
    assert [(check, place) for check, place, _ in told(file, "warning")] == [
        ("cellules en erreur", "centre.xlsx, feuille Inscrits, ligne 4")
    ]


def test_hidden_lines_are_read_and_told(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    file = read(tmp_path, workbook(fill))
    assert len(cells(file)) == 2
    assert [check for check, *_ in told(file, "warning")] == ["lignes masquées"]


def test_a_hidden_sheet_is_told_and_not_read(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("Listes")
        other.append(["code", "code"])
        other.sheet_state = "hidden"

    file = read(tmp_path, workbook(fill))
    assert [grid.sheet for grid in file.grids] == ["Inscrits"]
    assert told(file, "warning") == [
        (
            "feuilles masquées",
            "centre.xlsx, feuille Listes",
            "la feuille est masquée et n'est pas lue : affichez-la si elle contient des données.",
        )
    ]


def test_a_workbook_of_hidden_sheets_has_no_table(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.create_sheet("Vide")
        sheet.sheet_state = "hidden"

    file = read(tmp_path, workbook(fill))
    assert file.grids == ()
    assert [check for check, *_ in told(file, "failure")] == ["tableaux"]


def test_data_under_merged_cells_is_not_taken_for_names(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:B1")

    file = read(tmp_path, workbook(fill))
    assert [row[0] for row in cells(file)] == ["A1", "A2"]


def test_a_cell_far_from_the_table_is_named_before_it_fills_the_memory(tmp_path: Path) -> None:
    far = workbook(lambda sheet: sheet.cell(900_000, 16_384, "x"))
    assert told(read(tmp_path, far), "failure") == [
        (
            "classeur",
            "centre.xlsx, feuille Inscrits",
            (
                "la feuille s'étend jusqu'à la colonne XFD et à la ligne 900000 (cellule XFD900000), au-delà de ce "
                "qui peut être lu : supprimez les lignes et les colonnes après le tableau, ou enregistrez-la en CSV "
                "UTF-8."
            ),
        )
    ]


DECLARED = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
DAMAGED = (
    "le fichier est abîmé ou coupé : ouvrez-le dans un tableur et enregistrez-le de nouveau, ou demandez-le une "
    "seconde fois à qui l'a envoyé."
)
PARTS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "entities": (
        lambda part: DECLARED + part,
        (
            "le classeur contient des déclarations qu'aucun tableur n'écrit : ouvrez-le dans un tableur et "
            "enregistrez-le de nouveau."
        ),
    ),
    "no XML": (lambda part: part[:200], DAMAGED),
    "two cells in one place": (lambda part: part.replace(b'r="B2"', b'r="A2"'), DAMAGED),
    "rows in disorder": (lambda part: part.replace(b'"A2"', b'"A9"'), DAMAGED),
}


@pytest.mark.parametrize(("edit", "message"), PARTS.values(), ids=PARTS)
def test_a_sheet_whose_xml_no_program_writes_is_refused(
    tmp_path: Path, edit: Callable[[bytes], bytes], message: str
) -> None:
    file = read(tmp_path, with_part(workbook(), SHEET, edit))
    assert file.grids == ()
    assert [(check, said) for check, _, said in told(file, "failure")] == [("classeur", message)]
