"""Is each mistake in the tables told with its file, row, column and what was expected?"""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import CodebookError, TableError
from dashboard.sources.reading import read_tables
from tests.unit.tables import (
    CODEBOOK,
    Texts,
    edited,
    valid_tables,
    with_row,
    without_row,
    write_csv,
)

NBSP, NARROW = "\u00a0", "\u202f"


def refusal(folder: Path, tables: Texts, codebook: Codebook = CODEBOOK) -> list[str]:
    """The lines of the error, with ordinary spaces so that the cases below can be read."""
    with pytest.raises(TableError) as caught:
        read_tables(write_csv(folder, tables), codebook)
    return str(caught.value).replace(NBSP, " ").replace(NARROW, " ").split("\n")


def line(table: str, row: int, column: str, found: str, expected: str) -> str:
    return f"{table}.csv, ligne {row}, colonne {column} : {found} ; attendu : {expected}."


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

# table, row, column, what is put there, what is told of it, what was expected
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
    # A key identifies one row; the later one is told.
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
def test_a_wrong_cell_is_told_with_its_place_and_what_was_expected(
    tmp_path: Path, case: tuple[str, int, str, str | None, str, str]
) -> None:
    table, row, column, value, found, expected = case
    tables = edited(valid_tables(), table, row, {column: value})
    assert refusal(tmp_path, tables) == [
        "1 problème dans les tables :",
        line(table, row, column, found, expected),
    ]


def test_a_beneficiary_listed_twice_is_told(tmp_path: Path) -> None:
    tables = with_row(valid_tables(), "beneficiaries", "B2 2013-2014 11 M 29 yes yes no I")
    assert refusal(tmp_path, tables) == [
        "1 problème dans les tables :",
        line("beneficiaries", 6, "beneficiary_id", "« B2 »", "une seule ligne par beneficiary_id"),
    ]


def jobs(code: str) -> dict[str, str]:
    return dict.fromkeys(JOBS, code)


EMPLOYED = "un autre code que not_employed, la personne étant en emploi"
JOBLESS = "not_employed, la personne n'étant pas en emploi"
SILENT = "no_information, la situation n'étant pas connue"

# name: the tables, each sound cell by cell; every line expected
RELATIONS = {
    "a beneficiary without any unit": (
        without_row(valid_tables(), "units", 5),
        [line("beneficiaries", 4, "beneficiary_id", "« B3 »", "au moins une UE dans units.csv")],
    ),
    "no unit in the year of the cohort": (
        edited(valid_tables(), "units", 5, {"academic_year": "2014-2015"}),
        [
            line(
                "beneficiaries",
                4,
                "cohort",
                "« 2013-2014 »",
                "l'année de la première UE financée, d'après units.csv",
            )
        ],
    ),
    "a unit before the cohort": (
        with_row(valid_tables(), "units", "B4 2013-2014 DRA003 other degree I distance"),
        [
            line(
                "units",
                8,
                "academic_year",
                "« 2013-2014 »",
                "2014-2015, promotion du bénéficiaire, ou une année suivante",
            )
        ],
    ),
    "a wave dated before its cohort started": (
        edited(
            edited(valid_tables(), "survey", 8, {"surveyed_on": "2014-08-31"}),
            "survey",
            9,
            {"surveyed_on": "2014-09-01"},
        ),
        [
            line(
                "survey",
                8,
                "surveyed_on",
                "« 2014-08-31 »",
                "2014-09-01 ou après, la promotion du bénéficiaire étant 2014-2015",
            )
        ],
    ),
    "two days for one cohort and wave": (
        edited(valid_tables(), "survey", 6, {"surveyed_on": "2014-09-02"}),
        [
            line(
                "survey",
                6,
                "surveyed_on",
                "« 2014-09-02 »",
                "2014-09-01, comme les autres lignes T1 de la promotion 2013-2014",
            )
        ],
    ),
    "a second survey on the day of the first": (
        edited(
            edited(valid_tables(), "survey", 4, {"surveyed_on": "2014-09-01"}),
            "survey",
            7,
            {"surveyed_on": "2014-09-01"},
        ),
        [
            line(
                "survey",
                row,
                "surveyed_on",
                "« 2014-09-01 »",
                "après 2014-09-01, jour de T1 dans la promotion 2013-2014",
            )
            for row in (4, 7)
        ],
    ),
    "a survey before the one that precedes it": (
        edited(valid_tables(), "survey", 8, {"surveyed_on": "2016-09-01"}),
        [
            line(
                "survey",
                9,
                "surveyed_on",
                "« 2015-09-01 »",
                "2016-09-01 ou après, jour de T0 dans la promotion 2014-2015",
            )
        ],
    ),
    "a wave that the cohort jumps over": (
        edited(valid_tables(), "survey", 9, {"wave": "T2"}),
        [
            line(
                "survey",
                9,
                "wave",
                "« T2 »",
                "une vague dont T1 précède, dans la promotion 2014-2015",
            )
        ],
    ),
    "a person left out of a wave of the cohort": (
        without_row(valid_tables(), "survey", 7),
        [
            line(
                "beneficiaries",
                4,
                "beneficiary_id",
                "« B3 »",
                "une ligne T2 dans survey.csv, la promotion 2013-2014 ayant été interrogée à T2",
            )
        ],
    ),
    "a status kept for T0, at T1": (
        edited(valid_tables(), "survey", 3, {"status": "jobseeker"}),
        [
            line(
                "survey",
                3,
                "status",
                "« jobseeker »",
                "salaried, self_employed, searching, studying, inactive ou no_information à T1",
            )
        ],
    ),
    "another status than jobseeker at T0": (
        edited(valid_tables(), "survey", 5, {"status": "no_information"}),
        [line("survey", 5, "status", "« no_information »", "jobseeker à T0")],
    ),
    "an employed person without a job to describe": (
        edited(valid_tables(), "survey", 3, jobs("not_employed")),
        [line("survey", 3, column, "« not_employed »", EMPLOYED) for column in JOBS],
    ),
    "a jobless person with a job": (
        edited(valid_tables(), "survey", 4, jobs("no_information") | {"csp": "manual"}),
        [
            line(
                "survey",
                4,
                column,
                f"« {'manual' if column == 'csp' else 'no_information'} »",
                JOBLESS,
            )
            for column in JOBS
        ],
    ),
    "a job known of a person whose status is not": (
        edited(valid_tables(), "survey", 6, {"sector": "industry", "csp": "not_employed"}),
        [
            line("survey", 6, "csp", "« not_employed »", SILENT),
            line("survey", 6, "sector", "« industry »", SILENT),
        ],
    ),
    "a salary without employment": (
        edited(valid_tables(), "survey", 4, {"gross_monthly_salary": "1500"}),
        [line("survey", 4, "gross_monthly_salary", "« 1500 »", "une cellule vide, faute d'emploi")],
    ),
    "a salary of a person whose status is not known": (
        edited(valid_tables(), "survey", 6, {"gross_monthly_salary": "1500"}),
        [line("survey", 6, "gross_monthly_salary", "« 1500 »", "une cellule vide, faute d'emploi")],
    ),
    "a benefit declared by a person who never answered": (
        with_row(valid_tables(), "benefits", "B3 other"),
        [line("benefits", 4, "beneficiary_id", "« B3 »", "une personne qui a répondu à l'enquête")],
    ),
    "a benefit declared by a person whom nobody asked": (
        with_row(valid_tables(), "benefits", "B1 other"),
        [line("benefits", 4, "beneficiary_id", "« B1 »", "une personne qui a répondu à l'enquête")],
    ),
}


@pytest.mark.parametrize(("tables", "lines"), RELATIONS.values(), ids=RELATIONS)
def test_cells_that_contradict_each_other_are_told(
    tmp_path: Path, tables: Texts, lines: list[str]
) -> None:
    heading = "1 problème" if len(lines) == 1 else f"{len(lines)} problèmes"
    assert refusal(tmp_path, tables) == [f"{heading} dans les tables :", *lines]


SOUND = {
    "a last job answers the survey, whatever follows": with_row(
        edited(valid_tables(), "survey", 5, {"csp": "clerical"}), "benefits", "B3 other"
    ),
    "nothing known of a job that is held": edited(
        valid_tables(),
        "survey",
        3,
        jobs("no_information") | {"gross_monthly_salary": None},
    ),
    "never a job before enrolling": edited(valid_tables(), "survey", 5, jobs("not_employed")),
    "several units of one name in different years": edited(
        valid_tables(), "units", 3, {"unit": "NFA001"}
    ),
    "nobody asked yet": {
        **valid_tables(),
        "survey": valid_tables()["survey"].iloc[:0],
        "benefits": valid_tables()["benefits"].iloc[:0],
    },
}


def test_a_survey_after_the_day_of_the_tables_is_told(tmp_path: Path) -> None:
    companion = '[data]\ndate = 2015-08-31\ndemonstration = false\nlabel = ""\n'
    (tmp_path / "data.toml").write_text(companion, encoding="utf-8")
    day, expected = "« 2015-09-01 »", "2015-08-31 ou avant, date des tables"
    assert refusal(tmp_path, valid_tables())[1:] == [
        line("survey", row, "surveyed_on", day, expected) for row in (4, 7, 8, 9)
    ]


@pytest.mark.parametrize("tables", SOUND.values(), ids=SOUND)
def test_what_may_happen_is_let_through(tmp_path: Path, tables: Texts) -> None:
    found = read_tables(write_csv(tmp_path, tables), CODEBOOK)
    assert len(found.survey) == len(tables["survey"])


def test_no_beneficiary_at_all_is_told(tmp_path: Path) -> None:
    nobody = {name: frame.iloc[:0] for name, frame in valid_tables().items()}
    assert refusal(tmp_path, nobody) == ["beneficiaries.csv : la table n'a aucune ligne."]


def test_problems_of_several_tables_are_told_together_in_the_order_of_the_rows(
    tmp_path: Path,
) -> None:
    tables = edited(valid_tables(), "benefits", 3, {"benefit": "money"})
    tables = edited(tables, "beneficiaries", 5, {"cohort": "2014", "gender": "?"})
    tables = edited(tables, "beneficiaries", 2, {"age_at_enrolment": "7"})
    benefits = "boost_job_search, find_a_job, regain_confidence ou other"
    assert refusal(tmp_path, tables) == [
        "4 problèmes dans les tables :",
        line("beneficiaries", 2, "age_at_enrolment", "« 7 »", AGE),
        line("beneficiaries", 5, "cohort", "« 2014 »", YEAR),
        line("beneficiaries", 5, "gender", "« ? »", "F ou M"),
        line("benefits", 3, "benefit", "« money »", benefits),
    ]


@pytest.mark.parametrize(
    ("wrong", "shown", "end"),
    [
        (20, 20, None),
        (21, 20, "… et 1 autre."),
        (157, 20, "… et 137 autres."),
        (1520, 20, "… et 1 500 autres."),
    ],
)
def test_the_first_twenty_problems_are_told_and_the_others_counted(
    tmp_path: Path, wrong: int, shown: int, end: str | None
) -> None:
    row = valid_tables()["beneficiaries"].iloc[0]
    crowd = pd.DataFrame([row] * wrong).assign(
        beneficiary_id=[f"C{i}" for i in range(wrong)], gender="X"
    )
    tables = {**valid_tables(), "beneficiaries": crowd}
    tables = {name: t if name == "beneficiaries" else t.iloc[:0] for name, t in tables.items()}
    heading, *lines = refusal(tmp_path, tables)
    assert heading == f"{wrong:,} problèmes dans les tables :".replace(",", " ")
    if end is not None:
        assert lines.pop() == end
    assert lines == [
        line("beneficiaries", row, "gender", "« X »", "F ou M") for row in range(2, shown + 2)
    ]


def test_the_codebook_alone_says_which_codes_exist(tmp_path: Path) -> None:
    gender = CODEBOOK.variable("gender")
    third = gender.categories[0].model_copy(update={"code": "X"})
    wider = CODEBOOK.model_copy(
        update={
            "variables": {
                **CODEBOOK.variables,
                "gender": gender.model_copy(update={"categories": (*gender.categories, third)}),
            }
        }
    )
    tables = edited(valid_tables(), "beneficiaries", 3, {"gender": "X"})
    found = read_tables(write_csv(tmp_path, tables), wider)
    assert list(found.beneficiaries["gender"]) == ["F", "X", "F", "M"]
    refused = edited(valid_tables(), "beneficiaries", 3, {"gender": "Y"})
    assert refusal(tmp_path, refused, wider)[1].endswith("attendu : F, M ou X.")


def test_a_codebook_that_puts_a_computed_variable_in_a_table_is_refused(tmp_path: Path) -> None:
    gender = CODEBOOK.variable("gender").model_copy(update={"kind": "band"})
    wrong = CODEBOOK.model_copy(update={"variables": {**CODEBOOK.variables, "gender": gender}})
    with pytest.raises(CodebookError, match="gender est calculée"):
        read_tables(write_csv(tmp_path, valid_tables()), wrong)
