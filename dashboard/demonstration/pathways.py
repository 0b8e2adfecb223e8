"""Who is in a degree pathway, and which level does it aim at?"""

from __future__ import annotations

import math
from random import Random

from dashboard.demonstration.calibration import Quota, calibrated_draw, counts_printed, exactly
from dashboard.demonstration.people import (
    FIFTH,
    FOURTH,
    PILOT,
    SECOND,
    SINCE_2014,
    THIRD,
    UNKNOWN,
    Beneficiary,
    in_cohorts,
    stage,
)
from dashboard.demonstration.targets import DEGREE, LEVEL_II_PERCENT

# before 2014-2015 the study finds the information incomplete: a few people of 2013-2014 have it, nobody of the pilot
PATHWAY_KNOWN_EARLY, DEGREE_EARLY = 40, 34
SINGLE_UNIT_BESIDE_A_DEGREE = 0.07

# percent of the degree units of a cohort that aim at level III, which comes next to level II
LEVEL_III_PERCENTS = {SECOND: (22, 34), THIRD: (22, 26), FOURTH: (24, 29), FIFTH: (22, 25)}


def give_pathways(people: list[Beneficiary], seed: int) -> None:
    """Gives each unit its pathway, and the level that the pathway aims at."""
    _give_pathway(people, seed)
    _give_level(people, seed)


def _give_pathway(people: list[Beneficiary], seed: int) -> None:
    concerned = [p for p in people if p.cohort != PILOT]
    quotas: list[Quota[Beneficiary, str]] = []
    for cohort, count in DEGREE.items():
        quotas.append(exactly(f"degree {cohort}", count, in_cohorts(cohort), ("degree",)))
    early = in_cohorts(SECOND)
    quotas.append(exactly("degree, early", DEGREE_EARLY, early, ("degree",)))
    quotas.append(exactly("known, early", PATHWAY_KNOWN_EARLY, early, ("degree", "single_units")))

    def propensities(person: Beneficiary) -> dict[str, float]:
        known = {"degree": 4.0 + 2 * len(person.units), "single_units": 1.0}
        return known if person.cohort != SECOND else known | {UNKNOWN: 40.0}

    rng = Random(stage(seed, "pathway"))
    for person, pathway in zip(
        concerned, calibrated_draw(rng, concerned, propensities, quotas), strict=True
    ):
        for number, unit in enumerate(person.units):
            beside = number > 0 and rng.random() < SINGLE_UNIT_BESIDE_A_DEGREE
            unit.pathway = "single_units" if pathway == "degree" and beside else pathway


def _give_level(people: list[Beneficiary], seed: int) -> None:
    concerned = [p for p in people if p.degree_units]

    def units(cohort: str, level: str) -> Quota[Beneficiary, str]:
        """A share of the degree units of `cohort`, each person weighing as many as they follow."""
        base = sum(len(p.degree_units) for p in concerned if p.cohort == cohort)
        low, high = (percent * base / 100 for percent in LEVEL_III_PERCENTS[cohort])
        if level == "II":
            low, high = counts_printed(LEVEL_II_PERCENT[cohort], base)
        return Quota(
            f"{level} {cohort}",
            low,
            high,
            lambda p, code: len(p.degree_units) if p.cohort == cohort and code == level else 0,
        )

    quotas = [units(cohort, "II") for cohort in SINCE_2014]
    quotas += [units(cohort, "III") for cohort in (SECOND, *SINCE_2014)]

    def propensities(person: Beneficiary) -> dict[str, float]:
        high = math.exp((person.age - 34) / 30) * (1.5 if person.executive == "yes" else 1.0)
        return {"IV": 4.0, "III": 24.0, "II": 57.0, "I": 13.0 * high}

    drawn = calibrated_draw(Random(stage(seed, "level")), concerned, propensities, quotas)
    level_of = dict(zip(concerned, drawn, strict=True))
    for person in people:
        for unit in person.units:
            if unit.pathway == "degree":
                unit.target_level = level_of[person]
            elif unit.pathway == "single_units":
                unit.target_level = "not_applicable"
