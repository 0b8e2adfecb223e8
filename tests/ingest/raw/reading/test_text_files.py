"""What is said of a text file that is not as it should be, and where?"""

from pathlib import Path

import pytest

from dashboard.ingest.raw.grid import Grid, RawFile
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.read import read_file
from tests.support.plain_spaces import plain_spaces

HEADER = "id;nom;ville\n"


def raw_file(folder: Path, content: str | bytes, limits: Limits | None = None) -> RawFile:
    path = folder / "centre.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(path, limits or Limits())


def grid_of(folder: Path, content: str | bytes) -> Grid:
    (grid,) = raw_file(folder, content).grids
    return grid


def told(file: RawFile, level: str) -> list[tuple[str, int, str]]:
    """The check, the line and the message of each finding of a level."""
    return [
        (finding.check, finding.place.line, plain_spaces(finding.message))
        for finding in file.findings
        if finding.level == level
    ]


SWALLOWS = (
    "un guillemet ouvert sur cette ligne n'est pas refermé à la fin de sa cellule : des lignes seraient avalées ; "
    "ajoutez le guillemet qui manque, supprimez celui qui est de trop, ou doublez-le dans un texte."
)
INSIDE = (
    "un guillemet ouvert sur cette ligne n'est refermé qu'à la ligne 4 : les lignes entre les deux ne seraient pas "
    "lues ; ajoutez le guillemet qui manque, supprimez celui qui est de trop, ou doublez-le dans un texte."
)
QUOTES = {
    "never closed": ('1;Anne;Lille\n2;"Bob;Lyon\n3;Zoé;Nice\n', 3, SWALLOWS),
    "closed by the quote that opens the next cell": ('1;"Anne;Lille\n2;"Bob";Lyon\n', 2, SWALLOWS),
    "never closed, in a cell of several lines": ('1;"An\nne";"Li\nlle\n2;Bob;Lyon\n', 3, SWALLOWS),
    "not doubled": ('1;"Anne "Annie"";Lille\n', 2, SWALLOWS),
    "longer than a cell can be": ('1;"' + "\n" * 33_000 + '";Lille\n', 2, SWALLOWS),
    "closed rows further down": ('1;"Anne;Lille\n2;Bob;Lyon\n3;Zoé";Nice\n', 2, INSIDE),
    "rows in the midst of a cell": ('1;Anne;"Li\n2;Bob;Lyon\nlle"\n', 2, INSIDE),
}


@pytest.mark.parametrize(("body", "line", "message"), QUOTES.values(), ids=QUOTES)
def test_a_quote_never_swallows_rows(tmp_path: Path, body: str, line: int, message: str) -> None:
    file = raw_file(tmp_path, HEADER + body)
    assert file.grids == ()
    assert told(file, "failure") == [("guillemets", line, message)]


@pytest.mark.parametrize(
    ("body", "cells"),
    [
        ('1;"Anne, Lille,\nFrance, Nord";Lille\n', ("1", "Anne, Lille,\nFrance, Nord", "Lille")),
        ('1;"dit ""oui"";\r\nnon";Lille\n', ("1", 'dit "oui";\nnon', "Lille")),
        ('1;5" de haut;Lille\n', ("1", '5" de haut', "Lille")),
        ('1;"";Lille\n', ("1", "", "Lille")),
    ],
)
def test_a_quote_that_is_closed_is_read(tmp_path: Path, body: str, cells: tuple[str, ...]) -> None:
    assert [row.cells for row in grid_of(tmp_path, HEADER + body).rows] == [cells]


def test_a_row_with_more_cells_than_the_header_is_refused_and_set_aside(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;Anne;Lille\n2;Bob;Lyon;Rhône\n3;Zoé;Nice;;\n")
    assert told(file, "failure") == [
        (
            "cellules par ligne",
            3,
            "4 cellules au lieu de 3 : un texte contient sans doute le séparateur : mettez-le entre guillemets.",
        )
    ]
    (grid,) = file.grids
    assert [row.cells[0] for row in grid.rows] == ["1", "3"]
    assert [(record.line, record.why) for record in grid.set_aside] == [
        (3, "plus de cellules que l'en-tête")
    ]


def test_two_halves_of_a_row_are_refused_both(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;Anne;Lille\n2;Bo\nb;Lyon\n3;Zoé;Nice\n")
    assert [(check, line) for check, line, _ in told(file, "failure")] == [
        ("cellules par ligne", 3),
        ("cellules par ligne", 4),
    ]
    assert [row.line for row in file.grids[0].rows] == [2, 5]


def test_cells_that_a_program_leaves_out_at_the_end_are_empty_and_told(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;Anne;Lille\n2;Bob\n3;Zoé;Nice\n")
    assert [row.cells for row in file.grids[0].rows][1] == ("2", "Bob", "")
    assert [(check, line) for check, line, _ in told(file, "warning")] == [
        ("cellules par ligne", 3)
    ]


def test_a_last_row_that_is_cut_is_refused(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;Anne;Lille\n2;Bo")
    assert told(file, "failure") == [
        (
            "cellules par ligne",
            3,
            (
                "2 cellules au lieu de 3 : le fichier est sans doute coupé ici : demandez-le une seconde fois à qui "
                "l'a envoyé."
            ),
        )
    ]


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


ENCODED = {
    "half a letter of UTF-16": (HEADER.encode("utf-16") + b"1", 2, "un caractère ne peut être lu"),
    "one byte of UTF-8": (f"{HEADER}1;Zoé;Orléans\n".encode() + b"2;\xe9;b\n", 3, "un caractère n'est pas de l'UTF-8"),
    "no letter of Windows-1252": (HEADER.encode() + b"1;Zo\xe9;\x81\n", 2, "un caractère ne peut être lu"),
    "a NUL": (HEADER.encode() + b"1;Zo;\0\n", 2, "un caractère nul"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "message"), ENCODED.values(), ids=ENCODED)
def test_a_damaged_byte_is_never_replaced(
    tmp_path: Path, content: bytes, line: int, message: str
) -> None:
    file = raw_file(tmp_path, content)
    assert file.grids == ()
    ((check, where, said),) = told(file, "failure")
    assert (check, where) == ("encodage", line)
    assert said.startswith(message)


def test_a_table_larger_than_the_limits_is_refused(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;a;b\n" * 10, Limits(cells=30))
    assert [check for check, *_ in told(file, "failure")] == ["taille"]


def test_every_check_that_passed_is_named(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;Anne;Lille\n")
    assert {finding.level for finding in file.findings} == {"pass"}
    assert [finding.check for finding in file.findings] == [
        "fichier",
        "format",
        "encodage",
        "séparateur",
        "guillemets",
        "en-tête",
        "titres",
        "noms de colonnes",
        "cellules par ligne",
        "lignes vides",
        "lignes de total",
        "en-têtes répétés",
        "notes",
    ]
