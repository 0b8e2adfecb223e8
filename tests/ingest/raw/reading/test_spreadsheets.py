"""What is said of a spreadsheet that is not as it should be, and can one end the process that asked for it?"""

import datetime
import io
import os
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.read import read_file, read_files
from dashboard.ingest.raw.reading.spreadsheet import SpreadsheetReader
from tests.support.plain_spaces import plain_spaces

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def workbook(fill: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """A workbook of two rows, and what `fill` adds to its sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Inscrits"
    for line in (("id", "nom", "salaire"), ("A1", "Anne", 1650), ("A2", "Bob", 2100.5)):
        sheet.append(line)
    fill(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The zip `content` with one of its entries edited."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as edited,
    ):
        for entry in archive.namelist():
            part = archive.read(entry)
            edited.writestr(entry, edit(part) if entry == name else part)
    return made.getvalue()


def read(folder: Path, content: bytes, limits: Limits | None = None) -> RawFile:
    path = folder / "centre.xlsx"
    path.write_bytes(content)
    return read_file(path, limits or Limits())


def told(file: RawFile, level: str) -> list[tuple[str, str, str]]:
    """The check, the place and the message of each finding of a level."""
    return [
        (finding.check, str(finding.place), plain_spaces(finding.message))
        for finding in file.findings
        if finding.level == level
    ]


def cells(file: RawFile) -> list[tuple[str, ...]]:
    return [row.cells for row in file.grids[0].rows]


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


def countless(content: bytes) -> bytes:
    """A workbook that says it has more texts than any memory holds: calamine takes its word, and aborts."""
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="99999999999"/>'
    types = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/xml"/></Types>'
    made = io.BytesIO(
        with_part(content, "[Content_Types].xml", lambda part: part.replace(b"</Types>", types))
    )
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(STRINGS, strings)
    return made.getvalue()


FATAL = {
    "memory": (countless(workbook()), Limits()),
    "a far cell": (
        workbook(lambda sheet: sheet.cell(900_000, 16_384, "x")),
        Limits(cells=10**12, columns=20_000),
    ),
    "an answer that is too long": (workbook(), Limits(answer_bytes=100)),
}


@pytest.mark.parametrize(("content", "limits"), FATAL.values(), ids=FATAL)
def test_a_workbook_that_its_reader_dies_of_is_refused_and_the_next_one_read(
    tmp_path: Path, content: bytes, limits: Limits
) -> None:
    paths = [tmp_path / "fatal.xlsx", tmp_path / "next.csv"]
    paths[0].write_bytes(content)
    paths[1].write_text("id;nom\n1;Anne\n")
    fatal, following = read_files(paths, limits)
    assert told(fatal, "failure") == [
        (
            "classeur",
            "fatal.xlsx",
            (
                "sa lecture s'est interrompue, faute de mémoire ou parce qu'il est abîmé : ouvrez-le dans un tableur, "
                "supprimez les lignes et les colonnes vides après le tableau, puis enregistrez la feuille utile en "
                "CSV UTF-8."
            ),
        )
    ]
    assert len(following.grids) == 1


def test_after_a_death_another_process_reads_the_next_workbook(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(3)]
    for path in paths:
        path.write_bytes(workbook())
    paths[1].write_bytes(countless(workbook()))
    assert [len(file.grids) for file in read_files(paths)] == [1, 0, 1]


def test_a_process_that_something_else_ended_is_no_fault_of_the_next_workbook() -> None:
    with SpreadsheetReader(Limits()) as reader:
        first = reader.read(workbook())
        process = reader._process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert reader.read(workbook()) == first


def test_a_workbook_that_takes_too_long_is_refused() -> None:
    with SpreadsheetReader(Limits(seconds=0.0)) as reader, pytest.raises(UnreadableError) as caught:
        reader.read(workbook())
    assert str(caught.value).startswith("il n'a pu être lu en 0 secondes")


def test_no_process_is_left(tmp_path: Path) -> None:
    with SpreadsheetReader(Limits()) as reader:
        reader.read(workbook())
        process = reader._process
    assert process is not None
    assert process.returncode is not None


ZIPS = {
    "an entry too large": Limits(entry_bytes=1000),
    "entries too large together": Limits(unpacked_bytes=5000),
    "too many entries": Limits(entries=3),
    "an entry that shrinks too well": Limits(small_entry_bytes=100, ratio=2),
}


@pytest.mark.parametrize("limits", ZIPS.values(), ids=ZIPS)
def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path, limits: Limits) -> None:
    assert told(read(tmp_path, workbook(), limits), "failure") == [
        (
            "classeur",
            "centre.xlsx",
            (
                "une fois décompressé, le classeur prendrait une place démesurée : enregistrez en CSV UTF-8 la seule "
                "feuille utile."
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
