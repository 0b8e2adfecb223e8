"""What is known of one synthetic beneficiary while the tables are being built?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

COHORTS = ("2012-2013", "2013-2014", "2014-2015", "2015-2016", "2016-2017")
PILOT, SECOND, THIRD, FOURTH, FIFTH = COHORTS
SINCE_2014 = (THIRD, FOURTH, FIFTH)
SURVEYED = (SECOND, THIRD, FOURTH, FIFTH)
EARLY, LATE = (SECOND, THIRD), (FOURTH, FIFTH)

# INSEE codes of the regions of the study that some stage speaks of
ALSACE, CENTRE, RHONE_ALPES, FRANCHE_COMTE = "42", "24", "82", "43"
BRETAGNE, LANGUEDOC, PAYS_DE_LA_LOIRE, POITOU = "53", "91", "52", "54"

LEVELS = ("IV", "III", "II", "I")
NO_INFORMATION, NOT_EMPLOYED, UNKNOWN = "no_information", "not_employed", "unknown"
EMPLOYED = ("salaried", "self_employed")
STABLE = ("open_ended", "civil_servant", "self_employed")
PRECARIOUS = ("fixed_term", "agency", "subsidised", "seasonal")

# the waves asked of each cohort; the pilot cohort of 2012-2013 enrolled before the survey existed
WAVES_ASKED = {
    SECOND: ("T1", "T2", "T3"),
    THIRD: ("T1", "T2", "T3"),
    FOURTH: ("T1", "T2"),
    FIFTH: ("T1",),
}


@dataclass
class Answer:
    """What one person said of one wave."""

    status: str = NO_INFORMATION
    contract: str = NO_INFORMATION
    csp: str = NO_INFORMATION
    sector: str = NO_INFORMATION
    working_time: str = NO_INFORMATION
    salary: int | None = None

    @property
    def employed(self) -> bool:
        """Whether the person said that they had a job."""
        return self.status in EMPLOYED


@dataclass
class Unit:
    """One funded unit."""

    academic_year: str
    code: str = ""
    team: str = "other"
    pathway: str = UNKNOWN
    target_level: str = UNKNOWN
    modality: str = "classroom"


@dataclass(eq=False)
class Beneficiary:
    """One person, filled in stage after stage; two people are never equal."""

    cohort: str
    region: str
    identifier: str = ""
    gender: str = ""
    age: int = 0
    executive: str = UNKNOWN
    long_term_jobseeker: str = UNKNOWN
    interim: str = UNKNOWN
    entry_diploma: str = UNKNOWN
    respondent: bool = False
    later_years: tuple[str, ...] = ()
    units: list[Unit] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    benefits: list[str] = field(default_factory=list)

    @property
    def woman(self) -> bool:
        """Whether the person is a woman."""
        return self.gender == "F"

    @property
    def degree_units(self) -> list[Unit]:
        """The units followed in a degree pathway."""
        return [unit for unit in self.units if unit.pathway == "degree"]


def in_cohorts(*cohorts: str) -> Callable[[Beneficiary], bool]:
    """Whether a person is of one of `cohorts`."""
    return lambda person: person.cohort in cohorts


def in_region(region: str) -> Callable[[Beneficiary], bool]:
    """Whether a person lives in `region`."""
    return lambda person: person.region == region


def kind(contract: str) -> str:
    """`stable` or `precarious`; empty where the contract is not known or there is no job."""
    return "stable" if contract in STABLE else "precarious" if contract in PRECARIOUS else ""


def stage(seed: int, name: str) -> str:
    """The seed of one stage, so that changing a stage leaves the draws of the others alone."""
    return f"{seed}/{name}"
