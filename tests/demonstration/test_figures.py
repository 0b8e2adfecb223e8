"""Do the demonstration tables give the main published figures, recounted here without the dashboard's own code?"""

from pathlib import Path

import pandas as pd
import pytest

FOLDER = Path(__file__).parents[2] / "data" / "demonstration"
COHORTS = ["2012-2013", "2013-2014", "2014-2015", "2015-2016", "2016-2017"]
SURVEYED = COHORTS[1:]
EMPLOYED = ["salaried", "self_employed"]
STABLE = ["open_ended", "civil_servant", "self_employed"]
PRECARIOUS = ["fixed_term", "agency", "subsidised", "seasonal"]
ABSENCES = ["no_information", "not_employed"]


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    """One row a beneficiary, with the answers of each wave beside (`status_T1`), and whether they responded."""
    survey = read("survey")
    said = (survey[["contract", "csp", "sector", "working_time"]] != "no_information").any(axis=1)
    said |= (survey["wave"] != "T0") & (survey["status"] != "no_information")
    found = read("beneficiaries").set_index("beneficiary_id")
    for wave, rows in survey.groupby("wave"):
        answers = rows.set_index("beneficiary_id")[["status", "contract", "csp", "sector"]]
        found = found.join(answers.add_suffix(f"_{wave}"))
    found["age"] = found["age_at_enrolment"].astype(int)
    found["respondent"] = found.index.isin(survey[said]["beneficiary_id"])
    return found


@pytest.fixture(scope="module")
def respondents(people: pd.DataFrame) -> pd.DataFrame:
    return people[people["respondent"]]


@pytest.fixture(scope="module")
def units(people: pd.DataFrame) -> pd.DataFrame:
    return read("units").join(people[["cohort"]], on="beneficiary_id")


def percent(mask: pd.Series) -> float:
    return 100 * float(mask.mean())


def by_cohort(counted: pd.Series) -> dict[str, int]:
    return {str(cohort): int(number) for cohort, number in counted.items()}


def test_cohorts(people: pd.DataFrame) -> None:
    assert by_cohort(people["cohort"].value_counts().sort_index()) == dict(
        zip(COHORTS, [28, 245, 183, 258, 330], strict=True)
    )


def test_regions(people: pd.DataFrame) -> None:
    table = pd.crosstab(people["cohort"], people["region"])
    assert table["82"].tolist() == [28, 52, 33, 44, 63]
    assert table["52"].tolist() == [0, 74, 55, 58, 56]
    assert table["53"].tolist() == [0, 0, 0, 29, 9]
    assert table.shape == (5, 14)


def test_figure_1(units: pd.DataFrame) -> None:
    enrolled = units.drop_duplicates(["beneficiary_id", "academic_year"])
    table = pd.crosstab(enrolled["cohort"], enrolled["academic_year"])
    assert table.to_numpy().tolist() == [
        [28, 5, 0, 1, 0],
        [0, 245, 45, 20, 5],
        [0, 0, 183, 38, 16],
        [0, 0, 0, 258, 51],
        [0, 0, 0, 0, 330],
    ]


def test_those_who_continue_mostly_do_so_without_a_gap(units: pd.DataFrame) -> None:
    years = units.assign(year=units["academic_year"].str[:4].astype(int))
    spans = years.groupby("beneficiary_id")["year"].agg(["min", "max", "nunique"])
    several = spans[spans["nunique"] > 1]
    without_gap = several["max"] - several["min"] + 1 == several["nunique"]
    assert (len(several), int(without_gap.sum())) == (158, 139)


@pytest.mark.parametrize(
    ("cohort", "cells"),
    [
        ("2013-2014", [22, 12, 0, 0, 211]),
        ("2014-2015", [24, 34, 35, 15, 75]),
        ("2015-2016", [81, 23, 89, 45, 20]),
        ("2016-2017", [88, 46, 119, 47, 30]),
    ],
)
def test_table_1(people: pd.DataFrame, cohort: str, cells: list[int]) -> None:
    members = people[people["cohort"] == cohort]
    pairs = members["long_term_jobseeker"] + "/" + members["interim"]
    wanted = ["no/no", "no/yes", "yes/no", "yes/yes", "unknown/unknown"]
    assert [int((pairs == pair).sum()) for pair in wanted] == cells


def test_women_and_ages(people: pd.DataFrame) -> None:
    women = (people["gender"] == "F").groupby(people["cohort"]).mean()
    assert (women > 0.5).all()
    assert 0.50 < (people["gender"] == "F").mean() < 0.53
    ages = people.groupby("cohort")["age"].mean()
    assert round(ages["2012-2013"], 1) == 37.5
    assert ages[SURVEYED].between(34, 35).all()
    old = (100 * (people["age"] >= 50).groupby(people["cohort"]).mean()).round(1)
    assert (old["2012-2013"], old["2014-2015"], old["2016-2017"]) == (7.1, 7.1, 5.5)


@pytest.mark.parametrize(
    ("cohort", "first", "every", "first_mean", "every_mean"),
    [
        ("2012-2013", (1, 8), (1, 8), 4.3, 4.6),
        ("2013-2014", (1, 4), (1, 11), 1.7, 2.4),
        ("2014-2015", (1, 9), (1, 12), 2.2, 2.9),
        ("2015-2016", (1, 6), (1, 10), 2.3, 2.7),
        ("2016-2017", (1, 6), (1, 6), 2.1, 2.1),
    ],
)
def test_table_2(
    units: pd.DataFrame,
    cohort: str,
    first: tuple[int, int],
    every: tuple[int, int],
    first_mean: float,
    every_mean: float,
) -> None:
    funded = units[units["cohort"] == cohort]
    for rows, extent, mean in (
        (funded[funded["academic_year"] == cohort], first, first_mean),
        (funded, every, every_mean),
    ):
        counts = rows.groupby("beneficiary_id").size()
        assert (counts.min(), counts.max(), round(counts.mean(), 1)) == (*extent, mean)


def test_pathways_levels_teams_and_modalities(units: pd.DataFrame) -> None:
    degree = units[units["pathway"] == "degree"]
    followed = set(degree["beneficiary_id"])
    for cohort, pathway, level in (
        ("2014-2015", 90, 58),
        ("2015-2016", 81, 51),
        ("2016-2017", 88, 58),
    ):
        members = units[units["cohort"] == cohort]["beneficiary_id"].drop_duplicates()
        assert round(percent(members.isin(followed))) == pathway
        assert round(percent(degree[degree["cohort"] == cohort]["target_level"] == "II")) == level
    recent = units[units["cohort"] >= "2014-2015"]
    leading = recent["teaching_team"] != "other"
    assert round(percent(leading[recent["pathway"] == "degree"])) == 75
    assert round(percent(leading[recent["pathway"] == "single_units"])) == 65
    modality = pd.crosstab(units["cohort"], units["modality"], normalize="index")
    assert (modality.idxmax(axis=1) == "classroom").all()
    assert round(100 * modality["classroom"].max()) == 50
    assert modality["classroom"].idxmax() == "2013-2014"


def test_respondents(respondents: pd.DataFrame) -> None:
    found = by_cohort(respondents["cohort"].value_counts().sort_index())
    assert found == dict(zip(SURVEYED, [142, 146, 208, 236], strict=True))


@pytest.mark.parametrize(
    ("cohort", "counts"),
    [
        ("2013-2014", [41, 4, 68, 5, 2, 22]),
        ("2016-2017", [64, 9, 139, 7, 11, 6]),
    ],
)
def test_situation_at_t1(respondents: pd.DataFrame, cohort: str, counts: list[int]) -> None:
    found = respondents[respondents["cohort"] == cohort]["status_T1"].value_counts()
    order = ["salaried", "self_employed", "searching", "studying", "inactive", "no_information"]
    assert [int(found[status]) for status in order] == counts


@pytest.mark.parametrize(
    ("cohort", "at_t1", "and_t2", "and_t3"),
    [("2013-2014", 45, 30, 20), ("2014-2015", 43, 19, 6), ("2015-2016", 86, 55, 0)],
)
def test_still_employed(
    respondents: pd.DataFrame, cohort: str, at_t1: int, and_t2: int, and_t3: int
) -> None:
    here = respondents[(respondents["cohort"] == cohort) & respondents["status_T1"].isin(EMPLOYED)]
    assert len(here) == at_t1
    assert here["status_T2"].isin(EMPLOYED).sum() == and_t2
    assert here["status_T3"].isin(EMPLOYED).sum() == and_t3


def test_who_is_employed_at_t1(respondents: pd.DataFrame) -> None:
    employed = respondents["status_T1"].isin(EMPLOYED)
    assert round(percent(employed[respondents["executive"] == "yes"])) == 32
    assert round(percent(employed[respondents["interim"] == "yes"])) == 40
    assert round(percent(employed[respondents["age"] < 30])) == 38
    assert round(percent(employed[respondents["age"] >= 50])) == 22


def test_contracts(respondents: pd.DataFrame) -> None:
    employed = respondents[respondents["status_T1"].isin(EMPLOYED)]
    stable_before = employed[employed["contract_T0"].isin(STABLE)]
    assert round(percent(stable_before["contract_T1"].isin(STABLE))) == 39
    both = employed[["contract_T0", "contract_T1"]].isin(STABLE + PRECARIOUS).all(axis=1)
    known = employed[both]
    same = known["contract_T0"].isin(STABLE) == known["contract_T1"].isin(STABLE)
    assert round(percent(same)) == 48
    early = respondents[respondents["cohort"].isin(SURVEYED[:2])]
    annexe_7 = early[early["contract_T0"].isin(STABLE)]
    again = [int(annexe_7[f"contract_{wave}"].isin(STABLE).sum()) for wave in ("T1", "T2", "T3")]
    assert (len(annexe_7), again) == (32, [12, 8, 4])


@pytest.mark.parametrize(
    ("variable", "code", "before", "same"),
    [("csp", "clerical", 56, 60), ("sector", "trade_services", 43, 46)],
)
def test_occupation_and_sector(
    respondents: pd.DataFrame, variable: str, code: str, before: int, same: int
) -> None:
    last, now = respondents[f"{variable}_T0"], respondents[f"{variable}_T1"]
    assert round(percent(last[~last.isin(ABSENCES)] == code)) == before
    both = ~last.isin(ABSENCES) & ~now.isin(ABSENCES)
    assert round(percent(last[both] == now[both])) == same


def test_benefits(respondents: pd.DataFrame) -> None:
    named = read("benefits").join(respondents[["cohort"]], on="beneficiary_id")
    table = pd.crosstab(named["cohort"], named["benefit"])
    share = table.div(respondents["cohort"].value_counts(), axis=0) * 100
    boost = share["boost_job_search"]
    assert (round(boost["2013-2014"]), round(boost["2014-2015"])) == (47, 53)
    assert boost.between(46.5, 53.5).all()
    assert (table["boost_job_search"] > table["find_a_job"]).all()
    assert (table["find_a_job"] > table["regain_confidence"]).all()


def test_regional_tendencies(people: pd.DataFrame) -> None:
    def gap(region: str, mask: pd.Series) -> float:
        return percent(mask[people["region"].reindex(mask.index) == region]) - percent(mask)

    women = people["gender"] == "F"
    known = people[people["long_term_jobseeker"] != "unknown"]
    lasting = known["long_term_jobseeker"] == "yes"
    known = people[people["executive"] != "unknown"]
    executive = known["executive"] == "yes"
    age, mean = people.groupby("region")["age"].mean(), people["age"].mean()
    assert gap("53", women) > 10
    assert min(gap("53", lasting), gap("91", lasting), gap("52", lasting)) > 5
    assert gap("82", lasting) < -5
    assert min(gap("54", executive), gap("82", executive)) > 5
    assert age["91"] > mean + 2
    assert max(age["52"], age["54"]) < mean - 1.5
