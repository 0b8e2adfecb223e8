"""Do the demonstration tables give the main figures on enrolments, recounted without the dashboard's own code?"""

import pandas as pd
import pytest

from tests.support.demonstration import COHORTS, SURVEYED, by_cohort, percent


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
        ("2012-2013", [0, 0, 0, 0, 0, 0, 28]),
        # Dashes stand where the others have those of a year or more: of the 34 the duration is not told.
        ("2013-2014", [0, 0, 0, 0, 22, 12, 211]),
        ("2014-2015", [24, 34, 35, 15, 0, 0, 75]),
        ("2015-2016", [81, 23, 89, 45, 0, 0, 20]),
        ("2016-2017", [88, 46, 119, 47, 0, 0, 30]),
    ],
)
def test_table_1(people: pd.DataFrame, cohort: str, cells: list[int]) -> None:
    members = people[people["cohort"] == cohort]
    pairs = members["long_term_jobseeker"] + "/" + members["interim"]
    wanted = [
        f"{lasting}/{mission}" for lasting in ("no", "yes", "unknown") for mission in ("no", "yes")
    ]
    assert [int((pairs == pair).sum()) for pair in (*wanted, "unknown/unknown")] == cells


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
