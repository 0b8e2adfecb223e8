"""Is each wrong cell of the tables reported with its file, row, column and what was expected?"""

from pathlib import Path

import pytest

from tests.support.refused import (
    AGE,
    DAY,
    IDENTIFIER,
    REGIONS,
    SALARY,
    STATUS,
    WAVE,
    YEAR,
    YES_NO,
    line,
    refusal,
)
from tests.support.tables import edited, valid_tables, with_row

# table, row, column, what is put there, what is said of it, what was expected
CELLS = [
    ("beneficiaries", 3, "gender", "X", "« X »", "F ou M"),
    ("beneficiaries", 3, "gender", "f", "« f »", "F ou M"),
    ("beneficiaries", 3, "gender", " F", "«  F » (avec des espaces autour)", "F ou M"),
    ("beneficiaries", 3, "gender", None, "cellule vide", "F ou M"),
    ("beneficiaries", 3, "gender", "F" * 61, f"« {'F' * 60}… »", "F ou M"),
    ("beneficiaries", 3, "region", "1", "« 1 »", REGIONS),
    ("beneficiaries", 3, "region", "Bretagne", "« Bretagne »", REGIONS),
    ("beneficiaries", 3, "executive", "", "cellule vide", YES_NO),
    ("beneficiaries", 4, "age_at_enrolment", "15", "« 15 »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "76", "« 76 »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "034", "« 034 »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "34.0", "« 34.0 »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "3e1", "« 3e1 »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "+34", "« +34 »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "٣٤", "« ٣٤ »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", "trente", "« trente »", AGE),
    ("beneficiaries", 4, "age_at_enrolment", None, "cellule vide", AGE),
    ("beneficiaries", 2, "cohort", "2012", "« 2012 »", YEAR),
    ("beneficiaries", 2, "cohort", "2012-13", "« 2012-13 »", YEAR),
    ("beneficiaries", 2, "cohort", "2012-2014", "« 2012-2014 »", YEAR),
    ("beneficiaries", 2, "cohort", "2012/2013", "« 2012/2013 »", YEAR),
    ("units", 5, "academic_year", "2014-2013", "« 2014-2013 »", YEAR),
    ("units", 5, "unit", None, "cellule vide", IDENTIFIER),
    ("units", 5, "unit", "NFA001 ", "« NFA001  » (avec des espaces autour)", IDENTIFIER),
    ("survey", 9, "wave", "1", "« 1 »", WAVE),
    ("survey", 9, "wave", "t1", "« t1 »", WAVE),
    ("survey", 9, "wave", "T04", "« T04 »", WAVE),
    ("survey", 4, "surveyed_on", "01/09/2015", "« 01/09/2015 »", DAY),
    ("survey", 4, "surveyed_on", "20150901", "« 20150901 »", DAY),
    ("survey", 4, "surveyed_on", "2015-02-29", "« 2015-02-29 »", DAY),
    ("survey", 2, "gross_monthly_salary", "49", "« 49 »", SALARY),
    ("survey", 2, "gross_monthly_salary", "30001", "« 30001 »", SALARY),
    ("survey", 2, "gross_monthly_salary", "2500.0", "« 2500.0 »", SALARY),
    ("survey", 2, "gross_monthly_salary", "2 500", "« 2 500 »", SALARY),
    ("survey", 2, "gross_monthly_salary", "NA", "« NA »", SALARY),
    ("survey", 3, "status", "employed", "« employed »", STATUS),
    # Absences that are computed at load never stand in a table.
    ("survey", 6, "status", "non_respondent", "« non_respondent »", STATUS),
    ("survey", 6, "status", "not_yet_surveyed", "« not_yet_surveyed »", STATUS),
    ("survey", 6, "status", "out_of_scope", "« out_of_scope »", STATUS),
    ("survey", 6, "status", "not_employed", "« not_employed »", STATUS),
    # Rows of other tables must belong to a beneficiary.
    ("units", 7, "beneficiary_id", "B9", "« B9 »", "un identifiant présent dans beneficiaries.csv"),
    (
        "survey",
        9,
        "beneficiary_id",
        "b4",
        "« b4 »",
        "un identifiant présent dans beneficiaries.csv",
    ),
    (
        "benefits",
        3,
        "beneficiary_id",
        "B9",
        "« B9 »",
        "un identifiant présent dans beneficiaries.csv",
    ),
    # A key identifies one row; the later one is reported.
    (
        "units",
        7,
        "unit",
        "DRA001",
        "« DRA001 »",
        "une seule ligne par beneficiary_id, academic_year et unit",
    ),
    ("survey", 9, "wave", "T0", "« T0 »", "une seule ligne par beneficiary_id et wave"),
]


@pytest.mark.parametrize("case", CELLS)
def test_a_wrong_cell_is_reported_with_its_place_and_what_was_expected(
    tmp_path: Path, case: tuple[str, int, str, str | None, str, str]
) -> None:
    table, row, column, value, actual, expected = case
    tables = edited(valid_tables(), table, row, {column: value})
    assert refusal(tmp_path, tables) == [
        "1 problème dans les tables :",
        line(table, row, column, actual, expected),
    ]


def test_a_beneficiary_listed_twice_is_reported(tmp_path: Path) -> None:
    tables = with_row(valid_tables(), "beneficiaries", "B2 2013-2014 11 M 29 yes yes no I")
    assert refusal(tmp_path, tables) == [
        "1 problème dans les tables :",
        line("beneficiaries", 6, "beneficiary_id", "« B2 »", "une seule ligne par beneficiary_id"),
    ]
