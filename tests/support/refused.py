"""How is a refusal of the tables read by a test?"""

from pathlib import Path

import pytest

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import TableError
from dashboard.ingest.reading.tables import read_tables
from tests.support.tables import CODEBOOK, Texts, write_csv

NBSP, NARROW = "\u00a0", "\u202f"

JOBS = ["contract", "csp", "sector", "working_time"]
YEAR = "une année universitaire telle que 2014-2015"
DAY = "une date telle que 2014-09-01"
AGE = "un nombre entier de 16 à 75"
SALARY = "un nombre entier de 50 à 30 000, ou une cellule vide"
WAVE = "T0, T1, T2 ou T3"
YES_NO = "yes, no ou unknown"
REGIONS = "42, 72, 83, 26, 53, 24, 21, 94, 43, 32, 11, 91, 74, 41, 73, 28, 52, 54, 93 ou 82"
STATUS = "jobseeker, salaried, self_employed, searching, studying, inactive ou no_information"
IDENTIFIER = "un identifiant sans espace autour"


def refusal(folder: Path, tables: Texts, codebook: Codebook = CODEBOOK) -> list[str]:
    """The lines of the error, with ordinary spaces so that the cases below can be read."""
    with pytest.raises(TableError) as caught:
        read_tables(write_csv(folder, tables), codebook)
    return str(caught.value).replace(NBSP, " ").replace(NARROW, " ").split("\n")


def line(table: str, row: int, column: str, actual: str, expected: str) -> str:
    return f"{table}.csv, ligne {row}, colonne {column} : {actual} ; attendu : {expected}."
