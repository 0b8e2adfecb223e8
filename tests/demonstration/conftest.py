"""Who stands in the demonstration tables?"""

import pandas as pd
import pytest

from tests.support.demonstration import read


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    """One row a beneficiary, with the answers of each wave beside (`status_T1`), and whether they responded."""
    survey = read("survey")
    said = (survey[["contract", "csp", "sector", "working_time"]] != "no_information").any(axis=1)
    said |= (survey["wave"] != "T0") & (survey["status"] != "no_information")
    table = read("beneficiaries").set_index("beneficiary_id")
    for wave, rows in survey.groupby("wave"):
        answers = rows.set_index("beneficiary_id")[["status", "contract", "csp", "sector"]]
        table = table.join(answers.add_suffix(f"_{wave}"))
    table["age"] = table["age_at_enrolment"].astype(int)
    table["respondent"] = table.index.isin(survey[said]["beneficiary_id"])
    return table


@pytest.fixture(scope="module")
def respondents(people: pd.DataFrame) -> pd.DataFrame:
    return people[people["respondent"]]


@pytest.fixture(scope="module")
def units(people: pd.DataFrame) -> pd.DataFrame:
    return read("units").join(people[["cohort"]], on="beneficiary_id")
