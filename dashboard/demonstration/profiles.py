"""Who enrols: region, gender, age, executive contribution, length of unemployment?"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from dashboard.demonstration.calibration import (
    Quota,
    between,
    calibrated_draw,
    exactly,
    share_between,
)
from dashboard.demonstration.people import (
    BRETAGNE,
    FIFTH,
    FOURTH,
    LANGUEDOC,
    LATE,
    PAYS_DE_LA_LOIRE,
    PILOT,
    POITOU,
    RHONE_ALPES,
    SECOND,
    THIRD,
    UNKNOWN,
    Beneficiary,
    in_cohorts,
    in_region,
    stage,
)
from dashboard.demonstration.targets import (
    BENEFICIARIES_BY_REGION,
    COHORT_SIZE,
    DURATION_TOLD,
    EXECUTIVE_PERCENT,
    JOBSEEKERS,
    PILOT_MEAN_AGE,
)

# more than half of each cohort, and less than 53 % of the whole; 15 of 28 is the only count that gives the pilot both
WOMEN = {PILOT: 15, SECOND: 127, THIRD: 95, FOURTH: 135, FIFTH: 171}
WOMEN_BRETAGNE = 27
ORDINARY_SHARE_OF_WOMEN = (0.46, 0.57)

AGES = range(18, 63)
AGED_50_AND_OVER = {PILOT: 2, SECOND: 16, THIRD: 13, FOURTH: 16, FIFTH: 18}
OTHER_MEAN_AGES = (34.2, 34.7)
REGIONAL_MEAN_AGES = {
    LANGUEDOC: (37.2, 37.8),
    PAYS_DE_LA_LOIRE: (32.2, 32.6),
    POITOU: (30.4, 31.2),
}
YEARS_AS_ONE_PERSON = (
    30  # a mean is repaired by moving somebody this far rather than by breaking a count
)

# how many are known to have contributed as an executive or not, a few being unknown
EXECUTIVE_KNOWN = {FOURTH: 246, FIFTH: 318}
REGIONAL_EXECUTIVES = {POITOU: (62, 70), RHONE_ALPES: (61, 66)}

REGIONAL_LONG_TERM = {
    BRETAGNE: (68, 76),
    LANGUEDOC: (66, 74),
    PAYS_DE_LA_LOIRE: (61, 65),
    RHONE_ALPES: (34, 38),
}


def enrolled(seed: int) -> list[Beneficiary]:
    """The 1,044 beneficiaries, in an order and under identifiers that mean nothing."""
    people = [
        Beneficiary(cohort, region)
        for region, counts in BENEFICIARIES_BY_REGION.items()
        for cohort, count in counts.items()
        for _ in range(count)
    ]
    Random(stage(seed, "order")).shuffle(people)
    for number, person in enumerate(people, start=1):
        person.identifier = f"B{number:04d}"
    _give_gender(people, seed)
    _give_age(people, seed)
    _give_executive(people, seed)
    _give_unemployment(people, seed)
    return people


def _give_gender(people: list[Beneficiary], seed: int) -> None:
    quotas: list[Quota[Beneficiary, str]] = [
        exactly(f"women {cohort}", count, in_cohorts(cohort), "F")
        for cohort, count in WOMEN.items()
    ]
    quotas.append(exactly("women Bretagne", WOMEN_BRETAGNE, in_region(BRETAGNE), "F"))
    for region, counts in BENEFICIARIES_BY_REGION.items():
        size = sum(counts.values())
        if region != BRETAGNE and size >= 30:  # nowhere else does the share strike the study
            low, high = (size * share for share in ORDINARY_SHARE_OF_WOMEN)
            quotas.append(between(f"women {region}", low, high, in_region(region), "F"))
    drawn = calibrated_draw(
        Random(stage(seed, "gender")), people, lambda p: {"F": 0.52, "M": 0.48}, quotas
    )
    for person, gender in zip(people, drawn, strict=True):
        person.gender = gender


def _give_age(people: list[Beneficiary], seed: int) -> None:
    quotas: list[Quota[Beneficiary, int]] = []
    for cohort, count in AGED_50_AND_OVER.items():
        means = (PILOT_MEAN_AGE, PILOT_MEAN_AGE) if cohort == PILOT else OTHER_MEAN_AGES
        quotas.append(exactly(f"50+ {cohort}", count, in_cohorts(cohort), range(50, 99)))
        quotas.append(_mean_age(cohort, means, COHORT_SIZE[cohort], in_cohorts(cohort)))
    for region, means in REGIONAL_MEAN_AGES.items():
        size = sum(BENEFICIARIES_BY_REGION[region].values())
        quotas.append(_mean_age(region, means, size, in_region(region)))
    drawn = calibrated_draw(Random(stage(seed, "age")), people, _ages, quotas)
    for person, age in zip(people, drawn, strict=True):
        person.age = age


def _mean_age(
    name: str, means: tuple[float, float], size: int, who: Callable[[Beneficiary], bool]
) -> Quota[Beneficiary, int]:
    low, high = (mean * size for mean in means)
    return Quota(
        f"ages {name}", low, high, lambda p, age: age if who(p) else 0, scale=YEARS_AS_ONE_PERSON
    )


def _ages(person: Beneficiary) -> dict[int, float]:
    """A skewed curve that culminates shortly before thirty: few under twenty, a long tail."""
    spread = {PAYS_DE_LA_LOIRE: 5.0, POITOU: 4.6, LANGUEDOC: 6.2}.get(person.region, 5.5)
    if person.cohort == PILOT:
        spread += 1.0
    return {age: (age - 17) ** 2.2 * math.exp(-(age - 17) / spread) for age in AGES}


def _give_executive(people: list[Beneficiary], seed: int) -> None:
    recent = [p for p in people if p.cohort in LATE]
    quotas: list[Quota[Beneficiary, str]] = []
    for cohort, known in EXECUTIVE_KNOWN.items():
        here, executives = in_cohorts(cohort), round(EXECUTIVE_PERCENT[cohort] * known / 100)
        quotas.append(exactly(f"executives {cohort}", executives, here, ("yes",)))
        quotas.append(exactly(f"executive known {cohort}", known, here, ("yes", "no")))
    for region, percents in REGIONAL_EXECUTIVES.items():
        quotas += share_between(
            f"executives {region}", percents, in_region(region), ("yes",), (UNKNOWN,)
        )

    def propensities(person: Beneficiary) -> dict[str, float]:
        odds = 0.35 if person.cohort == FOURTH else 2.0
        odds *= math.exp((person.age - 34) / 12) * (1.0 if person.woman else 1.25)
        return {"yes": odds, "no": 1.0, UNKNOWN: 0.04 * (1 + odds)}

    drawn = calibrated_draw(Random(stage(seed, "executive")), recent, propensities, quotas)
    for person, code in zip(recent, drawn, strict=True):
        person.executive = code


def _give_unemployment(people: list[Beneficiary], seed: int) -> None:
    nothing = (UNKNOWN, UNKNOWN)
    quotas: list[Quota[Beneficiary, tuple[str, str]]] = [
        exactly(f"{cohort} {cell}", count, in_cohorts(cohort), (cell,))
        for cohort, cells in JOBSEEKERS.items()
        for cell, count in cells.items()
    ]
    for cohort, cells in JOBSEEKERS.items():
        known = sum(cells.values())
        quotas.append(
            exactly(
                f"{cohort} unknown", COHORT_SIZE[cohort] - known, in_cohorts(cohort), (nothing,)
            )
        )
    long_term = (("yes", "no"), ("yes", "yes"))
    for region, percents in REGIONAL_LONG_TERM.items():
        quotas += share_between(
            f"long-term jobseekers {region}", percents, in_region(region), long_term, (nothing,)
        )

    def propensities(person: Beneficiary) -> dict[tuple[str, str], float]:
        cells: dict[tuple[str, str], float] = dict(JOBSEEKERS[person.cohort])
        lasting = math.exp((person.age - 34) / 20)
        mission = math.exp((34 - person.age) / 25) * (0.8 if person.woman else 1.25)
        mission *= 0.75 if person.executive == "yes" else 1.0
        weights = {
            cell: count
            * (lasting if cell[0] == "yes" else 1.0)
            * (mission if cell[1] == "yes" else 1.0)
            for cell, count in cells.items()
        }
        return weights | {nothing: COHORT_SIZE[person.cohort] - sum(cells.values())}

    drawn = calibrated_draw(Random(stage(seed, "unemployment")), people, propensities, quotas)
    for person, (lasting, mission) in zip(people, drawn, strict=True):
        # Where the study does not tell the duration, nobody's is known, whatever was drawn.
        person.long_term_jobseeker = lasting if person.cohort in DURATION_TOLD else UNKNOWN
        person.interim = mission
