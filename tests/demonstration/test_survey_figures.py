"""Do the demonstration tables give the main figures of the survey, recounted without the dashboard's own code?"""

import pandas as pd
import pytest

from tests.support.demonstration import SURVEYED, by_cohort, percent, read

EMPLOYED = ["salaried", "self_employed"]
STABLE = ["open_ended", "civil_servant", "self_employed"]
PRECARIOUS = ["fixed_term", "agency", "subsidised", "seasonal"]
ABSENCES = ["no_information", "not_employed"]


def test_respondents(respondents: pd.DataFrame) -> None:
    counts = by_cohort(respondents["cohort"].value_counts().sort_index())
    assert counts == dict(zip(SURVEYED, [142, 146, 208, 236], strict=True))


@pytest.mark.parametrize(
    ("cohort", "counts"),
    [
        ("2013-2014", [41, 4, 68, 5, 2, 22]),
        ("2016-2017", [64, 9, 139, 7, 11, 6]),
    ],
)
def test_situation_at_t1(respondents: pd.DataFrame, cohort: str, counts: list[int]) -> None:
    by_status = respondents[respondents["cohort"] == cohort]["status_T1"].value_counts()
    order = ["salaried", "self_employed", "searching", "studying", "inactive", "no_information"]
    assert [int(by_status[status]) for status in order] == counts


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
