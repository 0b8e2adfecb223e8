"""What did the training bring, in the respondents' own view?"""

from __future__ import annotations

from random import Random

from dashboard.demonstration.calibration import calibrated_draw, exactly
from dashboard.demonstration.people import (
    FIFTH,
    FOURTH,
    SECOND,
    THIRD,
    Beneficiary,
    in_cohorts,
    stage,
)
from dashboard.demonstration.targets import BOOST_JOB_SEARCH

# respondents who name each benefit. Published: how many boost their job search in 2013-2014 and 2014-2015, that the
# other cohorts lie between, and the order of the first three
BENEFIT_COUNTS: dict[str, dict[str, int]] = {
    "boost_job_search": {**BOOST_JOB_SEARCH, FOURTH: 104, FIFTH: 120},
    "find_a_job": {SECOND: 46, THIRD: 47, FOURTH: 71, FIFTH: 75},
    "regain_confidence": {SECOND: 34, THIRD: 38, FOURTH: 50, FIFTH: 54},
    "other": {SECOND: 24, THIRD: 27, FOURTH: 36, FIFTH: 43},
}


def give_benefits(people: list[Beneficiary], seed: int) -> None:
    """Gives each respondent the benefits that they name: several for some, none for a few."""
    respondents = [p for p in people if p.respondent]
    for benefit, counts in BENEFIT_COUNTS.items():
        quotas = [
            exactly(f"{benefit} {cohort}", count, in_cohorts(cohort), ("yes",))
            for cohort, count in counts.items()
        ]

        def propensities(person: Beneficiary, benefit: str = benefit) -> dict[str, float]:
            return {"yes": _odds(person, benefit), "no": 1.0}

        rng = Random(stage(seed, f"benefit {benefit}"))
        drawn = calibrated_draw(rng, respondents, propensities, quotas)
        for person, named in zip(respondents, drawn, strict=True):
            if named == "yes":
                person.benefits.append(benefit)


def _odds(person: Beneficiary, benefit: str) -> float:
    status = person.answers["T1"].status
    lasting = person.long_term_jobseeker == "yes"
    if benefit == "boost_job_search":
        return 1.5 if status == "searching" else 0.8
    unnamed = 1.0 if person.benefits else 3.0  # few respondents name nothing at all
    if benefit == "find_a_job":
        return 0.35 * unnamed * (2.2 if person.answers["T1"].employed else 0.7)
    if benefit == "regain_confidence":
        confidence = (1.3 if person.woman else 0.8) * (1.3 if lasting else 1.0)
        return 0.25 * unnamed * confidence
    return 0.1 * unnamed**2
