"""Can a spreadsheet end, hold up or outlive the process that asked for it?"""

import io
import os
import signal
import zipfile
from pathlib import Path

import pytest

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.read import read_files
from dashboard.ingest.raw.reading.spreadsheet import SpreadsheetReader
from tests.ingest.raw.reading.workbooks import STRINGS, read, told, with_part, workbook


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
