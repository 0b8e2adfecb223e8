"""Are cells that contradict each other reported, and those that may stand together let through?"""

from pathlib import Path

import pytest

from dashboard.ingest.reading.tables import read_tables
from tests.support.refused import JOBS, line, refusal
from tests.support.tables import (
    CODEBOOK,
    Texts,
    edited,
    valid_tables,
    with_row,
    without_row,
    write_csv,
)


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
def test_cells_that_contradict_each_other_are_reported(
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


def test_a_survey_after_the_day_of_the_tables_is_reported(tmp_path: Path) -> None:
    companion = '[data]\ndate = 2015-08-31\ndemonstration = false\nlabel = ""\n'
    (tmp_path / "data.toml").write_text(companion, encoding="utf-8")
    day, expected = "« 2015-09-01 »", "2015-08-31 ou avant, date des tables"
    assert refusal(tmp_path, valid_tables())[1:] == [
        line("survey", row, "surveyed_on", day, expected) for row in (4, 7, 8, 9)
    ]


@pytest.mark.parametrize("tables", SOUND.values(), ids=SOUND)
def test_what_may_happen_is_let_through(tmp_path: Path, tables: Texts) -> None:
    cleaned = read_tables(write_csv(tmp_path, tables), CODEBOOK)
    assert len(cleaned.survey) == len(tables["survey"])
