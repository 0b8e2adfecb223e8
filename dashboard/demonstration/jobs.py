"""Which job had each respondent before enrolling, and which at each wave?"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from dashboard.demonstration import occupations
from dashboard.demonstration.calibration import calibrated_draw
from dashboard.demonstration.job_quotas import job_quotas
from dashboard.demonstration.people import (
    EARLY,
    LATE,
    NO_INFORMATION,
    NOT_EMPLOYED,
    STABLE,
    Answer,
    Beneficiary,
    stage,
)

WAVES = ("T0", "T1", "T2", "T3")
Propensities = Callable[[Beneficiary, Answer, Answer | None, bool], dict[str, float]]
# in the order drawn: each may depend on the ones before it
VARIABLES: dict[str, Propensities] = {
    "contract": occupations.contracts,
    "csp": occupations.csps,
    "sector": occupations.sectors,
    "working_time": occupations.working_times,
}

DESCRIBES_LAST_JOB = 0.94
# how often a question is answered: the last contract is the worst known, annexe VII finding only 32 stable ones
# among 288 respondents
ANSWERED_BEFORE = {"csp": 0.96, "sector": 0.95, "working_time": 0.92}
LAST_CONTRACT_ANSWERED = {EARLY: 0.66, LATE: 0.8}
ANSWERED_AFTER = {"contract": 0.88, "csp": 0.95, "sector": 0.94, "working_time": 0.94}


def describe_jobs(people: list[Beneficiary], seed: int) -> None:
    """Gives each respondent the job before enrolment and that of each wave where they were employed."""
    respondents = [p for p in people if p.respondent]
    for person in respondents:
        for wave, answer in person.answers.items():
            if wave != "T0" and answer.status != NO_INFORMATION and not answer.employed:
                for variable in VARIABLES:
                    setattr(answer, variable, NOT_EMPLOYED)
    for wave in WAVES:
        holders = _holders(respondents, wave, seed)
        for variable, propensities in VARIABLES.items():
            _draw(holders, wave, variable, propensities, seed)


def _holders(respondents: list[Beneficiary], wave: str, seed: int) -> list[Beneficiary]:
    """Those who have a job to describe at `wave`."""
    if wave != "T0":
        return [p for p in respondents if wave in p.answers and p.answers[wave].employed]
    rng = Random(stage(seed, "last job"))
    # whoever left the first status out said something else, or they would not be respondents
    return [
        p
        for p in respondents
        if rng.random() < DESCRIBES_LAST_JOB or p.answers["T1"].status == NO_INFORMATION
    ]


def _draw(
    holders: list[Beneficiary], wave: str, variable: str, propensities: Propensities, seed: int
) -> None:
    rng = Random(stage(seed, f"{variable} {wave}"))
    known = [p for p in holders if _answers(rng, p, wave, variable)]

    def of(person: Beneficiary) -> dict[str, float]:
        answer = person.answers[wave]
        earlier, lasting = _earlier_job(person, wave, variable)
        return propensities(person, answer, earlier, lasting)

    drawn = calibrated_draw(rng, known, of, job_quotas(known, wave, variable))
    for person, code in zip(known, drawn, strict=True):
        setattr(person.answers[wave], variable, code)


def _answers(rng: Random, person: Beneficiary, wave: str, variable: str) -> bool:
    """Whether the question is answered; every person draws, so that an exception does not shift the others."""
    drawn, answer = rng.random(), person.answers[wave]
    if variable == "contract":
        if wave == "T0":
            return drawn < LAST_CONTRACT_ANSWERED[EARLY if person.cohort in EARLY else LATE]
        # figure 6 and annexe VII follow those who had a stable contract: theirs are all known afterwards
        if answer.status == "self_employed" or person.answers["T0"].contract in STABLE:
            return True
    if wave == "T0":
        silent = person.answers["T1"].status == NO_INFORMATION and variable == "csp"
        return silent or drawn < ANSWERED_BEFORE[variable]
    return drawn < ANSWERED_AFTER[variable]


def _earlier_job(person: Beneficiary, wave: str, variable: str) -> tuple[Answer | None, bool]:
    """The latest earlier job of which `variable` is known, and whether it is that of the preceding survey."""
    for before in reversed(WAVES[: WAVES.index(wave)]):
        answer = person.answers[before]
        if getattr(answer, variable) not in (NO_INFORMATION, NOT_EMPLOYED):
            return answer, before != "T0" and WAVES.index(wave) - WAVES.index(before) == 1
    return None, False
