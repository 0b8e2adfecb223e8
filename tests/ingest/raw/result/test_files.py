"""Does nothing that an import writes run in a spreadsheet, and is no value told of what it refuses?"""

import pytest

from dashboard.ingest.raw.result.files import csv_bytes, table_files
from tests.ingest.raw.small import came, enrolments, survey
from tests.spec.written import CODEBOOK


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("-A1", "'-A1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "' =1"),
        ("-12", "-12"),
        ("12", "12"),
        ("a=b", "a=b"),
        ("", '""'),
    ],
)
def test_a_cell_is_inert_and_a_number_stays_one(text: str, written: str) -> None:
    assert csv_bytes(("a",), [{"a": text}]).decode() == f"a\n{written}\n"


def test_a_unit_that_would_run_is_the_same_unit_every_year() -> None:
    first = came(enrolments("id|year|unit\n1|2013-2014|=A1"))
    assert b"'=A1" in table_files(first.made, CODEBOOK)["units.csv"]
    again = came(enrolments("id|year|unit\n1|2013-2014|=a1"), earlier=first.earlier())
    assert again.met() == {"unité déjà connue": 1}


def test_refused_rows_and_blanked_cells_are_told_by_place_alone() -> None:
    left = came(
        enrolments("id|year|unit|gender\n1|2013-2014|A1|Mme\n2|2013-2014|A1|Secrète"),
        survey("id|status|salary\n1|CDI|environ 1500"),
    )
    assert table_files(left.made, CODEBOOK)["refused.csv"].decode().split("\r\n") == [
        "\ufefffichier;feuille;ligne;rang;colonne;règle;écarté",
        "e0.csv;;3;3;gender;réponse inconnue;ligne",
        "s1.csv;;2;2;salary;nombre illisible;cellule",
        "",
    ]
