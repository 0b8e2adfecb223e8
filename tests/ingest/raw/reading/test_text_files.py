"""What is said of a text file that is not as it should be, and where?"""

from pathlib import Path

import pytest

from dashboard.ingest.raw.reading.limits import Limits
from tests.ingest.raw.reading.texts import HEADER, grid_of, raw_file, told

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


def test_a_cell_longer_than_any_is_refused_without_a_quote_too(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;" + "a" * 40_000 + ";Lille\n")
    assert told(file, "failure") == [
        (
            "guillemets",
            2,
            (
                "une cellule est plus longue que toute cellule d'un tableur : est-ce bien un tableau ? Demandez-le de "
                "nouveau à qui l'a envoyé."
            ),
        )
    ]


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


def test_a_text_of_more_bytes_than_one_process_bears_is_refused(tmp_path: Path) -> None:
    text = HEADER + "1;a;b\n" * 10
    file = raw_file(tmp_path, text, Limits(text_bytes=len(text) - 1))
    assert file.grids == ()
    assert [check for check, *_ in told(file, "failure")] == ["fichier"]
    assert raw_file(tmp_path, text, Limits(text_bytes=len(text))).grids


def test_every_check_that_passed_is_named(tmp_path: Path) -> None:
    file = raw_file(tmp_path, HEADER + "1;Anne;Lille\n")
    assert {finding.level for finding in file.findings} == {"pass"}
    assert [finding.check for finding in file.findings] == [
        "fichier",
        "format",
        "tableaux",
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
