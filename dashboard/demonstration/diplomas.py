"""Which diploma did the respondents have on entry, against the level that they aim at?"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from dashboard.demonstration.calibration import (
    Quota,
    calibrated_draw,
    counts_printed,
    printed_share,
)
from dashboard.demonstration.people import LEVELS, SINCE_2014, Beneficiary, stage
from dashboard.demonstration.targets import (
    ENTRY_LEVEL_PERCENT,
    HIGHER_LEVEL_PERCENT,
    SAME_LEVEL_PERCENT,
)

# same level and higher level, "whatever the cohort"
STEP_PERCENT = {0: SAME_LEVEL_PERCENT, 1: HIGHER_LEVEL_PERCENT}
KNOWN = 0.96

# propensities of a diploma, in the order of LEVELS
DIPLOMAS = (0.32, 0.35, 0.19, 0.14)


def give_entry_diploma(people: list[Beneficiary], seed: int) -> None:
    """Gives the respondents their entry diploma, which only the survey asks for."""
    rng = Random(stage(seed, "diploma"))
    known = [p for p in people if p.respondent and rng.random() < KNOWN]
    in_degree = [p for p in known if p.degree_units]
    quotas: list[Quota[Beneficiary, str]] = [
        printed_share(f"entry diploma {level}", percent, len(known), lambda p: True, (level,))
        for level, percent in ENTRY_LEVEL_PERCENT.items()
    ]
    for step, percent in STEP_PERCENT.items():
        quotas.append(_step_quota(f"step {step}", step, percent, in_degree))
        for cohort in SINCE_2014:
            members = [p for p in in_degree if p.cohort == cohort]
            quotas.append(_step_quota(f"step {step} {cohort}", step, percent, members))

    def propensities(person: Beneficiary) -> dict[str, float]:
        executive = 1.7 if person.executive == "yes" else 1.0
        high = math.exp((min(person.age, 45) - 34) / 40) * executive
        young = 0.2 if person.age < 23 else 1.0
        iv, iii, ii, i = DIPLOMAS
        return {"IV": iv, "III": iii, "II": ii * high * young, "I": i * high * young**2}

    drawn = calibrated_draw(rng, known, propensities, quotas)
    for person, level in zip(known, drawn, strict=True):
        person.entry_diploma = level


def _step_quota(
    name: str, step: int, percent: int, members: list[Beneficiary]
) -> Quota[Beneficiary, str]:
    """People whose level aimed at is the same as (0) or higher than (1) their entry diploma."""
    low, high = counts_printed(percent, len(members))
    return Quota(name, low, high, _takes(step, frozenset(members)))


def _takes(step: int, members: frozenset[Beneficiary]) -> Callable[[Beneficiary, str], int]:
    def weight(person: Beneficiary, level: str) -> int:
        if person not in members:
            return 0
        aimed = max(LEVELS.index(unit.target_level) for unit in person.degree_units)
        rise = aimed - LEVELS.index(level)
        return int(rise == 0 if step == 0 else rise > 0)

    return weight
