"""Who answers the survey, and what was their situation at each wave?"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from dashboard.demonstration.calibration import (
    Quota,
    between,
    calibrated_draw,
    exactly,
    printed_share,
)
from dashboard.demonstration.people import (
    EMPLOYED,
    FIFTH,
    FOURTH,
    NO_INFORMATION,
    SECOND,
    THIRD,
    WAVES_ASKED,
    Answer,
    Beneficiary,
    in_cohorts,
    stage,
)
from dashboard.demonstration.targets import (
    EMPLOYED_T1_PERCENT,
    RESPONDENTS,
    SALARIED_FOURTH,
    SELF_EMPLOYED_FOURTH,
    STATUS_AT_T1,
    STILL_EMPLOYED,
)

STATUSES = ("salaried", "self_employed", "searching", "studying", "inactive", NO_INFORMATION)

# respondents by status, in the order of STATUSES. At T1 published in full for 2013-2014 and 2016-2017; for the others
# what is published is completed. At T2 the shares employed are 34 and 48 % in 2014-2015 and 2015-2016, and that of
# 2013-2014 lies between them. The answers of each September stay between 48 % (2015, as printed) and 68 % of those
# asked.
STATUS_COUNTS: dict[str, dict[str, tuple[int, ...]]] = {
    SECOND: {
        "T1": tuple(STATUS_AT_T1[SECOND].values()),
        "T2": (45, 4, 16, 1, 2, 74),
        "T3": (30, 4, 16, 1, 3, 88),
    },
    THIRD: {
        "T1": (*STATUS_AT_T1[THIRD].values(), 3, 1, 8),
        "T2": (44, 6, 33, 3, 3, 57),
        "T3": (26, 3, 17, 1, 2, 97),
    },
    FOURTH: {
        "T1": (SALARIED_FOURTH, SELF_EMPLOYED_FOURTH, 98, 8, 6, 10),
        "T2": (91, 9, 52, 5, 5, 46),
    },
    FIFTH: {"T1": tuple(STATUS_AT_T1[FIFTH].values())},
}

AGED_50_AND_OVER_RESPONDING = 45  # of 63: a base on which 22 % is a whole number of people

# propensities of a status given the one before it, in the order of STATUSES
AFTER: dict[str, tuple[float, float, float, float, float, float]] = {
    "salaried": (62, 2, 10, 1, 2, 23),
    "self_employed": (12, 60, 5, 1, 2, 20),
    "searching": (22, 2, 26, 2, 2, 46),
    "studying": (26, 1, 20, 18, 1, 34),
    "inactive": (6, 1, 14, 1, 40, 38),
    NO_INFORMATION: (20, 1, 14, 1, 1, 63),
}


def answer_survey(people: list[Beneficiary], seed: int) -> None:
    """Gives everybody who was asked their answers, empty but for the status of the respondents."""
    asked = [p for p in people if p.cohort in WAVES_ASKED]
    for person in asked:
        person.answers = {wave: Answer() for wave in ("T0", *WAVES_ASKED[person.cohort])}
        person.answers["T0"].status = "jobseeker"
    _choose_respondents(asked, seed)
    respondents = [p for p in asked if p.respondent]
    _give_first_status(respondents, seed)
    for before, wave in (("T1", "T2"), ("T2", "T3")):
        _give_later_status(respondents, before, wave, seed)


def _choose_respondents(asked: list[Beneficiary], seed: int) -> None:
    quotas = [
        exactly(f"respondents {cohort}", count, in_cohorts(cohort), ("yes",))
        for cohort, count in RESPONDENTS.items()
    ]
    quotas.append(exactly("aged 50+", AGED_50_AND_OVER_RESPONDING, lambda p: p.age >= 50, ("yes",)))

    def propensities(person: Beneficiary) -> dict[str, float]:
        odds = 2.6 * (1.15 if person.woman else 0.87) * math.exp((min(person.age, 50) - 34) / 45)
        odds *= 1.3 if person.later_years else 1.0
        return {"yes": odds, "no": 1.0}

    drawn = calibrated_draw(Random(stage(seed, "respondents")), asked, propensities, quotas)
    for person, answer in zip(asked, drawn, strict=True):
        person.respondent = answer == "yes"


def _give_first_status(respondents: list[Beneficiary], seed: int) -> None:
    groups: dict[str, Callable[[Beneficiary], bool]] = {
        "executives": lambda p: p.executive == "yes",
        "interim": lambda p: p.interim == "yes",
        "under 30": lambda p: p.age < 30,
        "50 and over": lambda p: p.age >= 50,
    }
    quotas = _counts(respondents, "T1")
    for name, belongs in groups.items():
        percent, base = EMPLOYED_T1_PERCENT[name], len([p for p in respondents if belongs(p)])
        quotas.append(printed_share(f"employed T1, {name}", percent, base, belongs, EMPLOYED))

    def propensities(person: Beneficiary) -> dict[str, float]:
        counts = dict(zip(STATUSES, STATUS_COUNTS[person.cohort]["T1"], strict=True))
        weights: dict[str, float] = dict(counts)
        weights["salaried"] *= math.exp((34 - person.age) / 40)
        weights["salaried"] *= 0.75 if person.long_term_jobseeker == "yes" else 1.15
        weights["salaried"] *= 1.3 if person.interim == "yes" else 1.0
        weights["self_employed"] *= 0.7 if person.woman else 1.4
        weights["studying"] *= math.exp((34 - person.age) / 8)
        weights["inactive"] *= math.exp((person.age - 34) / 15) * (1.4 if person.woman else 0.7)
        return weights

    drawn = calibrated_draw(Random(stage(seed, "T1")), respondents, propensities, quotas)
    for person, status in zip(respondents, drawn, strict=True):
        person.answers["T1"].status = status


def _give_later_status(respondents: list[Beneficiary], before: str, wave: str, seed: int) -> None:
    asked = [p for p in respondents if wave in p.answers]
    quotas = _counts(asked, wave)
    for cohort, waves in STILL_EMPLOYED.items():
        if wave in waves:

            def kept(person: Beneficiary, cohort: str = cohort) -> bool:
                return person.cohort == cohort and person.answers["T1"].employed

            quotas.append(exactly(f"employed T1 and {wave}", waves[wave], kept, EMPLOYED))

    def propensities(person: Beneficiary) -> dict[str, float]:
        weights: dict[str, float] = dict(
            zip(STATUSES, AFTER[person.answers[before].status], strict=True)
        )
        if person.answers[before].status == NO_INFORMATION and person.answers["T1"].employed:
            weights["salaried"] *= 1.6  # the last known situation still tells something
        last = wave == WAVES_ASKED[person.cohort][-1]
        silent = all(
            answer.status == NO_INFORMATION
            for name, answer in person.answers.items()
            if name not in ("T0", wave)
        )
        if last and silent:  # a respondent answered at least once
            weights[NO_INFORMATION] = 0
        return weights

    drawn = calibrated_draw(Random(stage(seed, wave)), asked, propensities, quotas)
    for person, status in zip(asked, drawn, strict=True):
        person.answers[wave].status = status


def _counts(respondents: list[Beneficiary], wave: str) -> list[Quota[Beneficiary, str]]:
    return [
        between(f"{status} {wave} {cohort}", count, count, in_cohorts(cohort), (status,))
        for cohort in sorted({p.cohort for p in respondents})
        for status, count in zip(STATUSES, STATUS_COUNTS[cohort][wave], strict=True)
    ]
