"""Do the committed demonstration tables rebuild byte for byte, and obey the rules of the tables?"""

import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.demonstration.build import build
from dashboard.demonstration.files import write_tables

DATA = Path(__file__).parents[2] / "data"
TABLES = ("beneficiaries", "units", "survey", "benefits")
JOB = ["contract", "csp", "sector", "working_time"]
EMPLOYED = ["salaried", "self_employed"]
ANOTHER_SEED = 42


def read(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return {name: read(DATA / "demonstration", name) for name in TABLES}


@pytest.fixture(scope="module")
def codebook() -> dict[str, Any]:
    return tomllib.loads((DATA / "codebook.toml").read_text(encoding="utf-8"))


def test_the_committed_tables_rebuild_byte_for_byte(tmp_path: Path) -> None:
    write_tables(build(), tmp_path)
    for name in TABLES:
        built = (tmp_path / f"{name}.csv").read_bytes()
        assert built == (DATA / "demonstration" / f"{name}.csv").read_bytes(), name
        assert b"\r" not in built


def test_another_seed_gives_other_people_and_the_same_totals(tmp_path: Path) -> None:
    write_tables(build(ANOTHER_SEED), tmp_path)
    people, units = read(tmp_path, "beneficiaries"), read(tmp_path, "units")
    assert (len(people), len(units)) == (1044, 2645)
    assert not people.equals(read(DATA / "demonstration", "beneficiaries"))


@pytest.mark.parametrize("name", TABLES)
def test_columns_and_keys_are_those_of_the_codebook(
    name: str, tables: dict[str, pd.DataFrame], codebook: dict[str, Any]
) -> None:
    schema = codebook["tables"][name]
    assert list(tables[name].columns) == schema["columns"]
    assert not tables[name].duplicated(schema["key"]).any()


@pytest.mark.parametrize("name", TABLES)
def test_every_code_is_in_the_codebook(
    name: str, tables: dict[str, pd.DataFrame], codebook: dict[str, Any]
) -> None:
    for column in tables[name].columns:
        variable = codebook["variables"][column]
        if variable["kind"] != "category":
            continue
        codes = set()
        for part in ("categories", "absences"):
            listed = variable.get(part, [])
            listed = codebook["shared"][part][listed] if isinstance(listed, str) else listed
            codes |= {entry["code"] for entry in listed if not entry.get("derived")}
        assert set(tables[name][column]) <= codes, column


def test_everybody_has_a_unit_in_the_year_of_their_cohort(tables: dict[str, pd.DataFrame]) -> None:
    units = tables["units"].merge(tables["beneficiaries"], on="beneficiary_id")
    first = units[units["academic_year"] == units["cohort"]]
    assert first["beneficiary_id"].nunique() == 1044
    assert (units["academic_year"] >= units["cohort"]).all()


def test_the_level_aimed_at_follows_from_the_pathway(tables: dict[str, pd.DataFrame]) -> None:
    units = tables["units"]
    levels = units.groupby("pathway")["target_level"].agg(set)
    assert levels["single_units"] == {"not_applicable"}
    assert levels["unknown"] == {"unknown"}
    assert levels["degree"] == {"IV", "III", "II", "I"}


def test_a_unit_belongs_to_one_team_and_is_taken_once(tables: dict[str, pd.DataFrame]) -> None:
    units = tables["units"]
    assert len(units[["unit", "teaching_team"]].drop_duplicates()) == units["unit"].nunique()
    assert not units.duplicated(["beneficiary_id", "unit"]).any()
    assert units["unit"].str.fullmatch(r"[A-Z]{3}\d{3}").all()


def test_each_cohort_has_the_rows_of_its_waves_and_their_dates(
    tables: dict[str, pd.DataFrame],
) -> None:
    survey = tables["survey"].merge(tables["beneficiaries"], on="beneficiary_id")
    size = tables["beneficiaries"]["cohort"].value_counts()
    actual = {
        (cohort, wave): (set(rows["surveyed_on"]), len(rows))
        for (cohort, wave), rows in survey.groupby(["cohort", "wave"])
    }
    waves = {"2013-2014": 3, "2014-2015": 3, "2015-2016": 2, "2016-2017": 1}
    expected = {
        (cohort, f"T{wave}"): ({f"{int(cohort[:4]) + max(wave, 1)}-09-01"}, size[cohort])
        for cohort, last in waves.items()
        for wave in range(last + 1)
    }
    assert actual == expected


def test_everybody_was_a_jobseeker_before_and_nobody_without_a_job_then(
    tables: dict[str, pd.DataFrame],
) -> None:
    before = tables["survey"].query("wave == 'T0'")
    assert set(before["status"]) == {"jobseeker"}
    assert not before[JOB].isin(["not_employed"]).any(axis=None)


def test_a_job_is_described_by_those_who_have_one(tables: dict[str, pd.DataFrame]) -> None:
    after = tables["survey"].query("wave != 'T0'")
    employed = after["status"].isin(EMPLOYED)
    silent = after["status"] == "no_information"
    without = ~employed & ~silent
    assert not after.loc[employed, JOB].isin(["not_employed"]).any(axis=None)
    assert (after.loc[without, JOB] == "not_employed").all(axis=None)
    assert (after.loc[silent, JOB] == "no_information").all(axis=None)
    assert (after.loc[~employed, "gross_monthly_salary"] == "").all()


def test_the_self_employed_have_no_other_contract(tables: dict[str, pd.DataFrame]) -> None:
    after = tables["survey"].query("wave != 'T0'")
    assert ((after["status"] == "self_employed") == (after["contract"] == "self_employed")).all()


def test_full_time_employees_earn_the_legal_minimum(tables: dict[str, pd.DataFrame]) -> None:
    paid = tables["survey"].query("gross_monthly_salary != '' and contract != 'self_employed'")
    full_time = paid[paid["working_time"] == "full_time"]["gross_monthly_salary"].astype(int)
    assert full_time.between(1450, 8000).all()


def test_only_respondents_name_benefits_and_have_a_diploma(
    tables: dict[str, pd.DataFrame],
) -> None:
    survey = tables["survey"]
    says = (survey[JOB] != "no_information").any(axis=1)
    says |= (survey["wave"] != "T0") & (survey["status"] != "no_information")
    respondents = set(survey[says]["beneficiary_id"])
    assert len(respondents) == 732
    assert set(tables["benefits"]["beneficiary_id"]) <= respondents
    diplomas = tables["beneficiaries"].query("entry_diploma != 'unknown'")
    assert set(diplomas["beneficiary_id"]) <= respondents
