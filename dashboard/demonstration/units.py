"""What is funded: teaching team, modality, code of the unit?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from random import Random

from dashboard.demonstration.calibration import Quota, between, calibrated_draw, printed_share
from dashboard.demonstration.people import (
    ALSACE,
    CENTRE,
    COHORTS,
    FIFTH,
    FOURTH,
    LEVELS,
    PAYS_DE_LA_LOIRE,
    PILOT,
    RHONE_ALPES,
    SECOND,
    SINCE_2014,
    THIRD,
    Beneficiary,
    Unit,
    stage,
)
from dashboard.demonstration.targets import CLASSROOM_PERCENT_SECOND, LEADING_TEAMS_PERCENT

TEAMS = ("innovation", "computing", "law_property", "accounting", "other")

# percent of classroom and distance; the rest is hybrid. Published: half in a classroom in 2013-2014, never more
MODALITIES = {
    PILOT: (48, 27),
    SECOND: (CLASSROOM_PERCENT_SECOND, 28),
    THIRD: (46, 31),
    FOURTH: (43, 34),
    FIFTH: (41, 36),
}

CODES = {
    "innovation": ("INN", "MTI", "DVE"),
    "computing": ("NFA", "NFP", "NFE", "RCP", "NSY"),
    "law_property": ("DRA", "DRF", "DRS", "DIM"),
    "accounting": ("CFA", "CCG", "TCG"),
    "other": ("PST", "FPG", "ESC", "ERG", "MVA", "ANG", "CCE", "EAR", "BNF", "ENG"),
}


def describe_units(people: list[Beneficiary], seed: int) -> None:
    """Gives each unit its team, modality and code; the pathways are given already."""
    _give_team(people, seed)
    _give_modality(people, seed)
    _give_code(people, seed)


def _give_team(people: list[Beneficiary], seed: int) -> None:
    rng = Random(stage(seed, "team"))
    field_of = {p: _weighted_choice(rng, _fields(p)) for p in people}
    units = [(p, unit) for p in people for unit in p.units]

    def propensities(owned: tuple[Beneficiary, Unit]) -> dict[str, float]:
        person, unit = owned
        chosen = 6.0 if unit.pathway == "single_units" else 12.0
        return {t: w + chosen * (t == field_of[person]) for t, w in _fields(person).items()}

    quotas: list[Quota[tuple[Beneficiary, Unit], str]] = []
    for pathway, percent in LEADING_TEAMS_PERCENT.items():
        concerned = [
            unit for p, unit in units if p.cohort in SINCE_2014 and unit.pathway == pathway
        ]

        def kept(owned: tuple[Beneficiary, Unit], pathway: str = pathway) -> bool:
            return owned[0].cohort in SINCE_2014 and owned[1].pathway == pathway

        quotas.append(printed_share(f"teams {pathway}", percent, len(concerned), kept, TEAMS[:4]))
    for (_, unit), team in zip(
        units, calibrated_draw(rng, units, propensities, quotas), strict=True
    ):
        unit.team = team


def _fields(person: Beneficiary) -> dict[str, float]:
    """What attracts whom: computing mostly men, accounting and law mostly women; regions differ a little."""
    return {
        "innovation": 0.22 * (1.2 if person.region in (RHONE_ALPES, CENTRE) else 1.0),
        "computing": 0.18 * (0.6 if person.woman else 1.6),
        "law_property": 0.16 * (1.2 if person.woman else 0.8),
        "accounting": 0.19
        * (1.3 if person.woman else 0.7)
        * (1.2 if person.region == PAYS_DE_LA_LOIRE else 1.0),
        "other": 0.25 * (1.2 if person.region == ALSACE else 1.0),
    }


def _give_modality(people: list[Beneficiary], seed: int) -> None:
    units = [(p, unit) for p in people for unit in p.units]
    size = Counter(p.cohort for p, _ in units)
    quotas: list[Quota[tuple[Beneficiary, Unit], str]] = []
    for cohort in COHORTS:
        classroom, distance = MODALITIES[cohort]

        def kept(owned: tuple[Beneficiary, Unit], cohort: str = cohort) -> bool:
            return owned[0].cohort == cohort

        quotas.append(
            printed_share(f"classroom {cohort}", classroom, size[cohort], kept, ("classroom",))
        )
        close = ((distance - 1) * size[cohort] / 100, (distance + 1) * size[cohort] / 100)
        quotas.append(between(f"distance {cohort}", *close, kept, ("distance",)))
    habit = {p: Random(stage(seed, f"habit {p.identifier}")).random() for p in people}

    def propensities(owned: tuple[Beneficiary, Unit]) -> dict[str, float]:
        person, unit = owned
        classroom, distance = MODALITIES[person.cohort]
        remote = distance * (1.5 if unit.team == "computing" else 1.0)
        remote *= 0.4 + 1.2 * habit[person]  # most people keep to one way of learning
        return {
            "classroom": float(classroom),
            "distance": remote,
            "hybrid": float(100 - classroom - distance),
        }

    drawn = calibrated_draw(Random(stage(seed, "modality")), units, propensities, quotas)
    for (_, unit), modality in zip(units, drawn, strict=True):
        unit.modality = modality


def _give_code(people: list[Beneficiary], seed: int) -> None:
    """A unit is taken once; low numbers, the introductory units, are taken most."""
    rng = Random(stage(seed, "code"))
    for person in people:
        taken: set[str] = set()
        for unit in person.units:
            hundred = 2 if unit.target_level in (LEVELS[-1], LEVELS[-2]) else 1
            while not unit.code or unit.code in taken:
                number = min(int(rng.expovariate(0.3)), 24) + 1
                unit.code = f"{rng.choice(CODES[unit.team])}{100 * hundred + number}"
            taken.add(unit.code)
        person.units.sort(key=lambda unit: (unit.academic_year, unit.code))


def _weighted_choice(rng: Random, weights: Mapping[str, float]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]
