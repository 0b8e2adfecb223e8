"""Which sound tables does an analyst get a warning of?"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.ingest.reading.tables import Examination, examine, read_tables
from tests.support.exhibits import plain
from tests.support.tables import CODEBOOK, Texts, edited, valid_tables, write_csv

DATED = '[data]\ndate = 2016-10-31\ndemonstration = false\nlabel = ""\n'


def examined(folder: Path, tables: Texts) -> Examination:
    (folder / "data.toml").write_text(DATED, encoding="utf-8")
    return examine(write_csv(folder, tables), CODEBOOK)


def doubts(examination: Examination, check: str) -> list[str]:
    return [plain(str(f)) for f in examination.at("warning") if f.check == check]


def two_cohorts(asked: int, answers: tuple[int, int]) -> Texts:
    """Two cohorts of `asked` people each, all asked at T1, of whom so many have told their status."""
    tables: dict[str, list[dict[str, str]]] = {name: [] for name in CODEBOOK.tables}
    for cohort, told in zip(("2013-2014", "2014-2015"), answers, strict=True):
        for number in range(asked):
            person = {"beneficiary_id": f"{cohort}-{number}"}
            tables["beneficiaries"].append(
                {
                    **dict.fromkeys(CODEBOOK.tables["beneficiaries"].columns, "unknown"),
                    "cohort": cohort,
                    "region": "52",
                    "gender": "F",
                    "age_at_enrolment": str(25 + 10 * (number % 4)),
                    **person,
                }
            )
            tables["units"].append(
                {
                    **dict(zip(CODEBOOK.tables["units"].columns, UNIT, strict=True)),
                    "academic_year": cohort,
                    **person,
                }
            )
            status = "searching" if number < told else "no_information"
            job = "not_employed" if number < told else "no_information"
            tables["survey"].append(
                {
                    **dict.fromkeys(("contract", "csp", "sector", "working_time"), job),
                    "wave": "T1",
                    "surveyed_on": f"{cohort[5:]}-09-01",
                    "status": status,
                    **person,
                }
            )
    return {
        name: pd.DataFrame(rows, columns=list(CODEBOOK.tables[name].columns), dtype="object")
        for name, rows in tables.items()
    }


UNIT = ("", "", "NFA001", "computing", "degree", "II", "distance")


@pytest.mark.parametrize(
    ("asked", "answers", "told"),
    [
        # Twenty points apart at least, thirty people on either side at least.
        (40, (30, 22), ["75,0", "55,0"]),
        (40, (30, 23), []),
        (29, (29, 0), []),
        (30, (30, 0), ["100,0", "0,0"]),
    ],
)
def test_a_response_rate_far_from_the_others_is_told_of_each_cohort(
    tmp_path: Path, asked: int, answers: tuple[int, int], told: list[str]
) -> None:
    said = doubts(examined(tmp_path, two_cohorts(asked, answers)), "taux de réponse")
    cohorts = ("2013-2014", "2014-2015")
    assert said == [
        f"survey.csv : à T1, {own} % de réponse dans la promotion {cohort} "
        f"({asked} personnes), contre {other} % dans les autres."
        for own, other, cohort in zip(told, told[::-1], cohorts[: len(told)], strict=True)
    ]


def test_years_far_ahead_and_cohorts_that_lack_are_told(tmp_path: Path) -> None:
    tables = edited(valid_tables(), "units", 3, {"academic_year": "2108-2109"})
    for table, rows, column in (
        ("beneficiaries", (2,), "cohort"),
        ("units", (2,), "academic_year"),
    ):
        for row in rows:
            tables = edited(tables, table, row, {column: "2010-2011"})
    assert doubts(examined(tmp_path, tables), "années universitaires") == [
        "units.csv, colonne academic_year : l'année 2108-2109 est loin après le 2016-10-31, date des tables (1 ligne).",
        "beneficiaries.csv, colonne cohort : personne dans 2 promotions entre deux autres : 2011-2012 et 2012-2013.",
    ]


def test_next_years_enrolments_are_no_surprise(tmp_path: Path) -> None:
    tables = edited(valid_tables(), "units", 3, {"academic_year": "2017-2018"})
    assert doubts(examined(tmp_path, tables), "années universitaires") == []


def test_regions_and_bands_without_anybody_are_named(tmp_path: Path) -> None:
    tables = edited(valid_tables(), "beneficiaries", 4, {"age_at_enrolment": "49"})
    examination = examined(tmp_path, tables)
    assert doubts(examination, "tranches sans personne") == [
        "beneficiaries.csv, colonne age_at_enrolment : personne dans 1 sur 4 : 50 ans et plus."
    ]
    (regions,) = doubts(examination, "régions sans personne")
    assert regions.startswith(
        "beneficiaries.csv, colonne region : personne dans 17 sur 20 : Alsace, "
    )


def test_a_column_that_tells_nothing_is_told(tmp_path: Path) -> None:
    tables = valid_tables()
    tables["beneficiaries"]["executive"] = "unknown"
    tables["survey"]["gross_monthly_salary"] = np.nan
    assert doubts(examined(tmp_path, tables), "colonnes sans information") == [
        "beneficiaries.csv, colonne executive : aucune ligne n'a d'information.",
        "survey.csv, colonne gross_monthly_salary : aucune ligne n'a d'information.",
    ]


def test_what_is_doubtful_is_loaded_and_written_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tables = valid_tables()
    tables["beneficiaries"]["executive"] = "unknown"
    assert len(read_tables(write_csv(tmp_path, tables), CODEBOOK).beneficiaries) == 4
    assert "beneficiaries.csv, colonne executive" in caplog.text
