"""Which answers say that somebody has responded?"""

from __future__ import annotations

import pytest

from dashboard.disclosure.respondents import RESPONDENT, RESPONSE, answers_of
from dashboard.disclosure.rules.responded import responded
from dashboard.domain.dimension import dimension
from dashboard.domain.query import Query
from tests.support.diffused import diffused
from tests.support.population import people
from tests.support.publications import demonstration
from tests.support.vocabularies import VOCABULARY, another

ANSWERS = answers_of(demonstration().vocabulary)


@pytest.mark.parametrize("key", ANSWERS, ids=str)
def test_nobody_who_did_not_respond_has_such_an_answer(key: object) -> None:
    name = str(key)
    table = demonstration().tabulate(Query((dimension(name), RESPONSE)))
    codes = tuple(ANSWERS[dimension(name)])
    # Before enrolment everybody's status is the same one.
    assert table.count({name: codes}) or name == "status@T0"
    assert table.count({name: codes}) == table.count({name: codes, "response": RESPONDENT})


@pytest.mark.parametrize(
    ("name", "code", "says_so"),
    [
        ("status@T1", "salaried", True),
        ("status@T1", "no_information", True),  # a question of an answered questionnaire
        ("status@T1", "non_respondent", False),
        ("status@T1", "out_of_scope", False),
        ("status@T0", "jobseeker", False),  # everybody's before enrolment
        ("contract@T1", "not_employed", True),  # who says to have no job
        ("contract@T0", "not_employed", False),  # who had none before is known of the silent too
        ("salary_band@T1", "under_1000", True),
        ("gross_monthly_salary@T1", "1500", True),
    ],
)
def test_an_answer_says_that_its_people_responded(name: str, code: str, says_so: bool) -> None:
    assert (code in ANSWERS[dimension(name)]) is says_so


def test_where_everybody_has_one_status_no_job_says_nothing() -> None:
    """At such a wave the silent have rows too, which say what is everybody's."""
    status = VOCABULARY.variable("status")
    everywhere = [
        c.model_copy(update={"waves": ("T0", "T1")}) if c.waves else c for c in status.categories
    ]
    other = another(status.model_copy(update={"categories": tuple(everywhere)}))
    assert "not_employed" in answers_of(VOCABULARY)[dimension("contract@T1")]
    assert "not_employed" not in answers_of(other)[dimension("contract@T1")]
    assert "jobseeker" not in answers_of(other)[dimension("status@T1")]


def test_what_people_are_says_nothing() -> None:
    assert dimension("gender") not in ANSWERS


WORK = dimension("work")


@pytest.mark.parametrize(
    ("along", "selected", "idle"),
    [
        (("work",), {"response": "respondent"}, [True, False]),
        (("response", "work"), {}, [[True, False], [False, False]]),
        (("work",), {"response": "silent"}, [False, False]),
        (("work",), {"response": ("respondent", "silent")}, [True, False]),
        ((), {"response": "respondent", "work": "job"}, True),
        ((), {"response": "respondent", "work": ("job", "unknown")}, False),
        # A condition along what is selected as well keeps what both keep.
        (("work",), {"response": "respondent", "work": "job"}, [True, True]),
        ((), {"response": "respondent"}, False),
    ],
)
def test_responding_leaves_nobody_out_of_those_who_answered(
    along: tuple[str, ...], selected: dict[str, str], idle: object
) -> None:
    groups = {("respondent", "job"): 3, ("silent", "unknown"): 2}
    survey = people(groups, "response", "work", respondents={WORK: frozenset({"job"})})
    axes = tuple((axis, None) for axis in range(len(along)))
    assert responded(survey.raw(*along, **selected), axes).tolist() == idle


def test_no_exact_number_of_all_weights_is_told_to_everybody() -> None:
    exact, told = demonstration().vocabulary.weighting, diffused().vocabulary.weighting
    assert exact
    assert told
    assert told.design_effect == round(exact.design_effect, 2) != exact.design_effect
    assert told.variables == exact.variables
