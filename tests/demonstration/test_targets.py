"""Are the targets those that the study prints, and do they agree with each other?"""

import pytest

from dashboard.demonstration import targets
from dashboard.demonstration.people import COHORTS, FIFTH, SECOND, THIRD


def test_the_regions_add_up_to_the_cohorts() -> None:
    by_region = targets.BENEFICIARIES_BY_REGION
    assert len(by_region) == 14
    for cohort in COHORTS:
        assert sum(people[cohort] for people in by_region.values()) == targets.COHORT_SIZE[cohort]


def test_jobseekers_leave_the_rest_of_a_cohort_without_information() -> None:
    assert targets.JOBSEEKERS[COHORTS[0]] == {}
    for cohort, cells in targets.JOBSEEKERS.items():
        assert 0 <= sum(cells.values()) <= targets.COHORT_SIZE[cohort]


@pytest.mark.parametrize("cohort", [SECOND, FIFTH])
def test_the_statuses_that_are_printed_in_full_are_those_of_all_respondents(cohort: str) -> None:
    assert sum(targets.STATUS_AT_T1[cohort].values()) == targets.RESPONDENTS[cohort]


def test_a_percent_is_of_whole_people() -> None:
    assert targets.DEGREE[THIRD] == 165
    assert targets.BOOST_JOB_SEARCH == {SECOND: 67, THIRD: 77}


def test_a_figure_that_is_not_published_is_refused_by_its_id() -> None:
    with pytest.raises(KeyError, match="annexe-9"):
        targets.count("annexe-9/lune")
