"""Who comes back in which later academic year, and how many units are they funded each year?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from dashboard.demonstration.calibration import Quota, between, calibrated_draw, exactly
from dashboard.demonstration.people import (
    COHORTS,
    FIFTH,
    FOURTH,
    FRANCHE_COMTE,
    PILOT,
    SECOND,
    THIRD,
    Beneficiary,
    Unit,
    in_cohorts,
    in_region,
    stage,
)
from dashboard.demonstration.targets import COHORT_SIZE, FEWEST_UNITS, MOST_UNITS_FIRST_YEAR

# figure 1 gives how many of each cohort enrol in each later year; these paths add up to it, to 158 people and to the
# 139 who continue without a gap (88 %). Whoever enrols in the second year never comes back after a gap.
LATER_YEARS: dict[str, dict[tuple[str, ...], int]] = {
    PILOT: {(SECOND,): 5, (FOURTH,): 1},
    SECOND: {
        (THIRD,): 35,
        (THIRD, FOURTH): 9,
        (THIRD, FOURTH, FIFTH): 1,
        (FOURTH,): 8,
        (FOURTH, FIFTH): 2,
        (FIFTH,): 2,
    },
    THIRD: {(FOURTH,): 28, (FOURTH, FIFTH): 10, (FIFTH,): 6},
    FOURTH: {(FIFTH,): 51},
    FIFTH: {},
}

# tableau 2: units of the first year and of all years; each quotient rounds to the printed mean, the total is 2,645
UNITS_FIRST_YEAR = {PILOT: 120, SECOND: 416, THIRD: 402, FOURTH: 592, FIFTH: 698}
UNITS_ALL_YEARS = {PILOT: 129, SECOND: 588, THIRD: 531, FOURTH: 699, FIFTH: 698}

# how often 1, 2, 3... units are funded; beyond four a derogation is needed, more easily had by the pilot
FIRST_YEAR: dict[str, tuple[float, ...]] = {
    PILOT: (4, 10, 18, 30, 18, 12, 6),
    SECOND: (55, 28, 10, 7),
    THIRD: (37, 30, 17, 14, 1, 1),
    FOURTH: (34, 29, 18, 16, 1.5, 0.8),
    FIFTH: (40, 28, 17, 13, 1, 0.7),
}
LATER_YEAR = (26, 30, 23, 20)


@dataclass(frozen=True)
class Enrolment:
    """One person in one academic year."""

    person: Beneficiary
    academic_year: str

    @property
    def first(self) -> bool:
        """Whether it is the person's first."""
        return self.academic_year == self.person.cohort


@dataclass(frozen=True)
class _Extreme:
    """Somebody on whom a maximum or a minimum of tableau 2 rests: so many units in each year enrolled."""

    cohort: str
    later_years: tuple[str, ...]
    units: tuple[int, ...]


EXTREMES = (
    _Extreme(PILOT, (), (MOST_UNITS_FIRST_YEAR[PILOT],)),
    _Extreme(PILOT, (), (FEWEST_UNITS[PILOT],)),
    _Extreme(SECOND, (THIRD, FOURTH, FIFTH), (3, 3, 3, 2)),
    _Extreme(SECOND, (), (MOST_UNITS_FIRST_YEAR[SECOND],)),
    _Extreme(THIRD, (), (MOST_UNITS_FIRST_YEAR[THIRD],)),
    _Extreme(THIRD, (FOURTH, FIFTH), (4, 4, 4)),
    _Extreme(FOURTH, (FIFTH,), (MOST_UNITS_FIRST_YEAR[FOURTH], 4)),
    _Extreme(FIFTH, (), (MOST_UNITS_FIRST_YEAR[FIFTH],)),
)


def enrol(people: list[Beneficiary], seed: int) -> None:
    """Gives each person the later years in which they enrol, and their units, still without content."""
    _give_later_years(people, seed)
    enrolments = [Enrolment(p, year) for p in people for year in (p.cohort, *p.later_years)]
    forced = _extremes(people)

    def propensities(enrolment: Enrolment) -> dict[int, float]:
        number = forced.get(enrolment)
        return {number: 1.0} if number else _unit_counts(enrolment)

    drawn = calibrated_draw(Random(stage(seed, "units")), enrolments, propensities, _unit_quotas())
    for enrolment, number in zip(enrolments, drawn, strict=True):
        enrolment.person.units += [Unit(enrolment.academic_year) for _ in range(number)]


def _give_later_years(people: list[Beneficiary], seed: int) -> None:
    quotas: list[Quota[Beneficiary, tuple[str, ...]]] = [
        exactly(f"{cohort} {years}", count, in_cohorts(cohort), (years,))
        for cohort, paths in LATER_YEARS.items()
        for years, count in paths.items()
    ]
    # 14 regional centres receive people in 2016-2017, where annexe I has 13 regions of first enrolment that year:
    # somebody of the fourteenth, Franche-Comté, must have come back
    until_fifth = [years for paths in LATER_YEARS.values() for years in paths if FIFTH in years]
    quotas.append(between("Franche-Comté", 1, 2, in_region(FRANCHE_COMTE), until_fifth))

    def propensities(person: Beneficiary) -> dict[tuple[str, ...], float]:
        paths: dict[tuple[str, ...], float] = dict(LATER_YEARS[person.cohort])
        once = COHORT_SIZE[person.cohort] - sum(paths.values())
        keenness = 1.3 if 28 <= person.age <= 45 else 0.8
        if person.long_term_jobseeker == "yes":
            keenness *= 1.2
        return {years: count * keenness for years, count in paths.items()} | {(): once}

    for cohort, paths in LATER_YEARS.items():
        once = COHORT_SIZE[cohort] - sum(paths.values())
        quotas.append(exactly(f"{cohort} once", once, in_cohorts(cohort), ((),)))
    drawn = calibrated_draw(Random(stage(seed, "later years")), people, propensities, quotas)
    for person, years in zip(people, drawn, strict=True):
        person.later_years = years


def _extremes(people: list[Beneficiary]) -> dict[Enrolment, int]:
    forced: dict[Enrolment, int] = {}
    taken: set[str] = set()
    for extreme in EXTREMES:
        person = next(
            p
            for p in people
            if (p.cohort, p.later_years) == (extreme.cohort, extreme.later_years)
            and p.identifier not in taken
        )
        taken.add(person.identifier)
        years = (person.cohort, *person.later_years)
        forced |= {Enrolment(person, y): n for y, n in zip(years, extreme.units, strict=True)}
    return forced


def _unit_counts(enrolment: Enrolment) -> dict[int, float]:
    """Nobody but the extremes may reach, all years together, more than the largest total of tableau 2."""
    person = enrolment.person
    weights = FIRST_YEAR[person.cohort] if enrolment.first else LATER_YEAR
    if person.later_years:
        most = 4 if enrolment.first or len(person.later_years) == 1 else 3
        weights = weights[:most]
    return dict(enumerate(weights, start=1))


def _unit_quotas() -> list[Quota[Enrolment, int]]:
    def units(cohort: str, *, first_only: bool) -> Callable[[Enrolment, int], int]:
        return lambda e, number: (
            number if e.person.cohort == cohort and (e.first or not first_only) else 0
        )

    quotas: list[Quota[Enrolment, int]] = []
    for cohort in COHORTS:
        first, every = UNITS_FIRST_YEAR[cohort], UNITS_ALL_YEARS[cohort]
        quotas.append(Quota(f"first {cohort}", first, first, units(cohort, first_only=True)))
        quotas.append(Quota(f"all {cohort}", every, every, units(cohort, first_only=False)))
    return quotas
