"""Are the header, the names and the rows of a table told from what stands around them?"""

from pathlib import Path

import pytest

from dashboard.ingest.checks.finding import Place
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.shape.table import table_of
from dashboard.ingest.raw.reading.sheet import Merge
from tests.ingest.raw.reading.texts import HEADER, grid_of, raw_file, told
from tests.support.plain_spaces import plain_spaces

NAMES = {
    "twice": (
        "id;nom;nom\n1;a;b\n",
        [("noms de colonnes", "nom", "les colonnes B et C portent le même nom : donnez-en un autre à l'une d'elles.")],
        ("id", "nom", "nom"),
    ),
    "none": (
        "id;;nom\n1;a;b\n",
        [("noms de colonnes", "B", "la colonne B contient des cellules et n'a pas de nom : donnez-lui un nom.")],
        ("id", "", "nom"),
    ),
    "none, and nothing below": ("id;;nom;;\n1;;b;;\n", [], ("id", "nom")),
    "twice, once with nothing below": ("id;nom;nom\n1;;b\n", [], ("id", "nom")),
    "twice, both with nothing below": ("id;nom;nom\n1;;\n", [], ("id", "nom")),
    "on two lines, with spaces around": ('id;" Date \nde  naissance "\n1;a\n', [], ("id", "Date de naissance")),
}  # fmt: skip


@pytest.mark.parametrize(("content", "failures", "header"), NAMES.values(), ids=NAMES)
def test_columns_have_names_of_their_own(
    tmp_path: Path,
    content: str,
    failures: list[tuple[str, str, str]],
    header: tuple[str, ...],
) -> None:
    file = raw_file(tmp_path, content)
    assert [
        (f.check, f.place.column, plain_spaces(f.message))
        for f in file.findings
        if f.level == "failure"
    ] == failures
    assert file.grids[0].header == header


def test_records_that_are_no_rows_are_set_aside_with_their_line(tmp_path: Path) -> None:
    body = (
        "1;Anne;Lille\n;;\nTOTAL;;1\n\nid;nom;ville\n2;Total quality;Lyon\nTotal;2\nid ;NOM;Ville\n"
    )
    file = raw_file(tmp_path, HEADER + body)
    assert [(record.line, record.why) for record in file.grids[0].set_aside] == [
        (3, "ligne vide"),
        (4, "ligne de total"),
        (5, "ligne vide"),
        (6, "en-tête répété"),
        (8, "ligne de total"),
        (9, "en-tête répété"),
    ]
    assert [row.line for row in file.grids[0].rows] == [2, 7]
    assert ("lignes vides", 3, "mis de côté : 2 lignes vides.") in told(file, "warning")


def test_notes_under_a_table_are_set_aside_and_a_row_of_one_cell_is_not(tmp_path: Path) -> None:
    header, row = "id;nom;ville;pays\n", "1;Anne;Lille;France\n"
    with_notes = grid_of(tmp_path, f"{header}{row}2;;;\n;;;\nSource : le centre;;;\n\n")
    assert [record.why for record in with_notes.set_aside] == [
        "ligne vide",
        "note sous le tableau",
        "ligne vide",
    ]
    assert [r.cells[0] for r in with_notes.rows] == ["1", "2"]
    assert [r.cells[0] for r in grid_of(tmp_path, f"{header}{row}2;;;\n").rows] == ["1", "2"]


HEADERS = {
    "titles and metadata above": ("Centre;Lille;;\n\nid;nom;ville;pays\n1;a;b;c\n", 3),
    "a name missing": ("id;;ville\n1;a;b\n2;c;d\n", 1),
    "years as names": ("id;2014;2015\n1;a;b\n2;c;d\n", 1),
    "title with a date above": ("Édité le;12/10/2015;\nid;nom;ville\n1;a;b\n", 2),
}


@pytest.mark.parametrize(("content", "line"), HEADERS.values(), ids=HEADERS)
def test_the_header_is_the_first_line_that_names_the_table(
    tmp_path: Path, content: str, line: int
) -> None:
    file = raw_file(tmp_path, content)
    assert ("en-tête", 0, f"ligne {line}") in told(file, "pass")


def test_a_table_without_a_header_is_told(tmp_path: Path) -> None:
    file = raw_file(tmp_path, "1;F;Lille\n2;M;Lyon\n3;F;Nice\n")
    assert [(check, line) for check, line, _ in told(file, "warning")] == [("en-tête", 1)]


def test_rows_above_the_header_are_refused(tmp_path: Path) -> None:
    file = raw_file(tmp_path, f"1;Anne;12\n{HEADER}2;Bob;13\n")
    assert [(check, line) for check, line, _ in told(file, "failure")] == [("titres", 1)]


def test_a_file_of_a_header_alone_has_no_rows_and_says_so(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER)
    assert file.grids[0].rows == ()
    assert told(file, "warning") == [("en-tête", 1, "aucune ligne sous l'en-tête.")]


MERGED = (Merge(1, 1, 1, 2), Merge(1, 3, 1, 4))
ABOVE = Record(1, ("", "Identité", "", "Situation", ""))
SEVERAL_LINES = {
    "some names": (
        [ABOVE, Record(2, ("N°", "Nom", "Civilité", "Cadre", "DELD")), Record(3, ("1", "a", "b", "c", "d"))],
        ", tels que « Identité Nom » et « Situation Cadre ».",
    ),
    "none that stands again below": (
        [ABOVE, Record(2, ("N°", "Nom", "Civilité", "Cadre", "DELD")), Record(3, ("1", "Identité", "b", "c", "d"))],
        ".",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("records", "said"), SEVERAL_LINES.values(), ids=SEVERAL_LINES)
def test_a_header_of_several_lines_is_told_with_names_that_are_nobodys_data(
    records: list[Record], said: str
) -> None:
    found = table_of(records, MERGED, Found("shape", Place("a.xlsx"))).findings
    told = [plain_spaces(f.message) for f in found if "réunis" in f.message]
    joined = "l'en-tête occupe les lignes 1 à 2, dont les textes sont réunis : vérifiez les noms"
    assert told == [f"{joined}{said}"]
