"""Are the four absences distinguished at every wave: without information, silent, not yet asked, never to be asked?"""

import pytest

from dashboard.publication import Publication
from tests.spec.written import counts_as_text, plain, where, written

BENEFICIARIES = """
    person    cohort
    early     2012-2013
    faithful  2013-2014
    once      2013-2014
    silent    2013-2014
    recent    2014-2015
    mute      2014-2015
    newcomer  2015-2016
"""
SURVEY = """
    person    wave  status
    faithful  T0    jobseeker
    faithful  T1    salaried
    faithful  T2    searching
    once      T0    jobseeker
    once      T1    no_information
    once      T2    studying
    silent    T0    jobseeker
    silent    T1    no_information
    silent    T2    no_information
    recent    T0    jobseeker
    recent    T1    self_employed
    mute      T0    jobseeker
    mute      T1    no_information
"""


@pytest.fixture(scope="module")
def people() -> Publication:
    return written(BENEFICIARIES, survey=SURVEY)


def test_one_answer_at_any_wave_makes_a_respondent(people: Publication) -> None:
    assert counts_as_text(people, "cohort", "response") == plain("""
        2012-2013  out_of_scope      1
        2013-2014  respondent        2
        2013-2014  non_respondent    1
        2014-2015  respondent        1
        2014-2015  non_respondent    1
        2015-2016  not_yet_surveyed  1
    """)


def test_the_four_absences_at_t1(people: Publication) -> None:
    assert counts_as_text(people, "cohort", "status@T1") == plain("""
        2012-2013  out_of_scope      1
        2013-2014  salaried          1
        2013-2014  no_information    1
        2013-2014  non_respondent    1
        2014-2015  self_employed     1
        2014-2015  non_respondent    1
        2015-2016  not_yet_surveyed  1
    """)


def test_a_cohort_that_has_not_reached_a_wave_is_not_yet_asked_its_silent_people_included(
    people: Publication,
) -> None:
    assert counts_as_text(people, "cohort", "status@T2") == plain("""
        2012-2013  out_of_scope      1
        2013-2014  searching         1
        2013-2014  studying          1
        2013-2014  non_respondent    1
        2014-2015  not_yet_surveyed  2
        2015-2016  not_yet_surveyed  1
    """)


def test_everybody_asked_was_a_jobseeker_before(people: Publication) -> None:
    assert counts_as_text(people, "cohort", "status@T0") == plain("""
        2012-2013  out_of_scope      1
        2013-2014  jobseeker         3
        2014-2015  jobseeker         2
        2015-2016  not_yet_surveyed  1
    """)


@pytest.mark.parametrize("variable", ["contract", "csp", "sector", "working_time", "salary_band"])
def test_the_same_absences_hold_for_the_job(people: Publication, variable: str) -> None:
    assert counts_as_text(people, f"{variable}@T2") == plain("""
        not_employed      2
        non_respondent    1
        not_yet_surveyed  3
        out_of_scope      1
    """)


def test_no_job_to_describe_is_not_a_missing_answer() -> None:
    publication = written(
        "person\nA\nB\nC",
        survey="""
            person  wave  status          csp             gross_monthly_salary
            A       T0    jobseeker       clerical        1500
            A       T1    salaried        no_information  -
            B       T0    jobseeker       no_information  -
            B       T1    searching       not_employed    -
            C       T0    jobseeker       not_employed    -
            C       T1    no_information  no_information  -
        """,
    )
    assert counts_as_text(publication, "csp@T0", "csp@T1") == plain("""
        clerical        no_information  1
        not_employed    non_respondent  1
        no_information  not_employed    1
    """)


def test_an_empty_salary_is_distinguished_by_whether_there_is_a_job() -> None:
    publication = written(
        "person\nA\nB\nC\nD",
        survey="""
            person  wave  status          contract      gross_monthly_salary
            A       T1    salaried        open_ended    1600
            B       T1    salaried        fixed_term    -
            C       T1    searching       not_employed  -
            D       T1    no_information  no_information  -
        """,
    )
    assert counts_as_text(publication, "salary_band@T1") == plain("""
        1500_1999       1
        not_employed    1
        no_information  1
        non_respondent  1
    """)


@pytest.mark.parametrize("variable", ["contract", "csp", "sector", "working_time"])
def test_describing_the_last_job_is_an_answer(variable: str) -> None:
    code = {
        "contract": "open_ended",
        "csp": "clerical",
        "sector": "industry",
        "working_time": "part_time",
    }[variable]
    publication = written(
        "person\nA\nB",
        survey=f"""
            person  wave  status          {variable}
            A       T0    jobseeker       {code}
            A       T1    no_information  no_information
            B       T0    jobseeker       no_information
            B       T1    no_information  no_information
        """,
    )
    assert counts_as_text(publication, "response", "status@T1") == plain("""
        respondent      no_information  1
        non_respondent  non_respondent  1
    """)


def test_absences_never_stand_among_the_answers(people: Publication) -> None:
    vocabulary = people.vocabulary
    for wave in vocabulary.waves:
        assert (
            counts_as_text(people, f"status@{wave}", of=where("response=out_of_scope"))
            == "out_of_scope 1"
        )
    assert set(vocabulary.waves) == {"T0", "T1", "T2"}
