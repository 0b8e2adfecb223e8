"""Do bands and groups follow from what they are made of: numbers of units, other bands, columns of any table?"""

from pathlib import Path

import pytest

from dashboard.ingest.derive.analysis import AnalysisTables, analysis_tables
from dashboard.ingest.reading.tables import read_tables
from tests.support.codebooks import changed, read
from tests.support.tables import valid_tables, write_csv

MORE = """
[variables.hours]
label = "Heures"
kind = "integer"
table = "units"
nullable = true
minimum = 0
maximum = 400
definition = "Durée, en heures."
absences = [{ code = "unknown", label = "Durée inconnue", absence = "unknown" }]

[variables.length]
label = "Durée"
kind = "band"
of = "hours"
table = "units"
derived = true
definition = "Durée, en deux tranches."
categories = [{ code = "short", label = "Courte", upper = 99 }, { code = "long", label = "Longue", lower = 100 }]
absences = [{ code = "unknown", label = "Durée inconnue", absence = "unknown" }]

[variables.generation]
label = "Génération"
parameter = "generation"
kind = "group"
of = "age_band"
table = "beneficiaries"
derived = true
definition = "Deux tranches d'âge réunies."
categories = [{ code = "young", label = "Jeunes" }, { code = "old", label = "Moins jeunes" }]

[variables.load]
label = "Charge"
parameter = "charge"
kind = "band"
of = "units_all_years"
table = "beneficiaries"
derived = true
definition = "Une unité, ou davantage."
categories = [{ code = "one", label = "Une", upper = 1 }, { code = "more", label = "Plusieurs", lower = 2 }]
"""
GROUPS = {
    "upper = 29, colour": 'upper = 29, group = "young", colour',
    "upper = 39, colour": 'upper = 39, group = "young", colour',
    "upper = 49, colour": 'upper = 49, group = "old", colour',
    "lower = 50, colour": 'lower = 50, group = "old", colour',
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> AnalysisTables:
    """The four persons of `tests/support/tables.py`, whose units have hours too."""
    folder: Path = tmp_path_factory.mktemp("tables")
    columns = {'"target_level", "modality"]': '"target_level", "modality", "hours"]'}
    codebook = read(folder, changed(GROUPS | columns) + MORE)
    texts = valid_tables()
    texts["units"]["hours"] = ["0", "99", "100", None, "400", "12"]
    return analysis_tables(read_tables(write_csv(folder, texts), codebook), codebook)


def test_a_band_may_be_of_a_number_that_is_computed(tables: AnalysisTables) -> None:
    assert tables.frames["beneficiary"]["load"].tolist() == ["more", "one", "one", "more"]


def test_a_group_may_be_of_bands(tables: AnalysisTables) -> None:
    people = tables.frames["beneficiary"]
    assert people["generation"].tolist() == ["young", "young", "old", "old"]


def test_units_may_have_numbers_and_bands_of_them(tables: AnalysisTables) -> None:
    units = tables.frames["unit"]
    assert units["hours"].tolist() == ["0", "99", "100", "unknown", "400", "12"]
    assert units["length"].tolist() == ["short", "short", "long", "unknown", "long", "short"]
