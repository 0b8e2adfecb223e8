"""Which published figures is the demonstration calibrated on?

Each is taken by its id from data/published-figures.toml, which says where the study prints it. Numbers that the study
does not print, and that the stages need, stand in the stages.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypedDict, cast

from dashboard.demonstration.people import (
    COHORTS,
    EARLY,
    FOURTH,
    LATE,
    PILOT,
    SECOND,
    SINCE_2014,
    SURVEYED,
    THIRD,
)


class _Figure(TypedDict, total=False):
    id: str
    value: float
    where: dict[str, list[str]]


PUBLISHED = Path(__file__).parents[2] / "data" / "published-figures.toml"

_LISTED = cast(list[_Figure], tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))["figure"])
_VALUES = {figure["id"]: figure["value"] for figure in _LISTED if "value" in figure}


def count(name: str) -> int:
    """The whole number published under the id `name`, a count or a percent; raises KeyError where there is none."""
    return int(_VALUES[name])


def part_of(base: int, name: str) -> int:
    """How many of `base` the percent published under the id `name` is, to the nearest person."""
    return round(count(name) * base / 100)


def _by_region() -> dict[str, dict[str, int]]:
    """The cells of annexe I, those of a region and a cohort."""
    people: dict[str, dict[str, int]] = {}
    for figure in _LISTED:
        where = figure.get("where", {})
        if figure["id"].startswith("annexe-1/") and where.keys() == {"region", "cohort"}:
            (region,), (cohort,) = where["region"], where["cohort"]
            people.setdefault(region, {})[cohort] = count(figure["id"])
    return people


# Annexe I.
BENEFICIARIES_BY_REGION = _by_region()
"""People by INSEE code of the study's regions, then by cohort, in the order of the study."""

COHORT_SIZE = {cohort: count(f"annexe-1/ensemble/{cohort}") for cohort in COHORTS}

# Tableau 1. Whoever remains in the cohort is without information.
_CELLS = {
    "de": ("no", "no"),
    "de-interim": ("no", "yes"),
    "deld": ("yes", "no"),
    "deld-interim": ("yes", "yes"),
}
JOBSEEKERS: dict[str, dict[tuple[str, str], int]] = {
    cohort: {
        cell: people
        for name, cell in _CELLS.items()
        if (people := int(_VALUES.get(f"tableau-1/{cohort}/{name}", 0)))
    }
    for cohort in COHORTS
}
"""By cohort: (long_term_jobseeker, interim) -> people, where there are any."""

DURATION_TOLD = tuple(cohort for cohort in COHORTS if f"tableau-1/{cohort}/deld" in _VALUES)
"""The cohorts whose jobseekers tableau 1 parts by how long they had been one; it has dashes for the others."""

# Age, executive contribution, pathway, levels, teams, modality.
PILOT_MEAN_AGE = _VALUES[f"age/{PILOT}"]
EXECUTIVE_PERCENT = {cohort: count(f"cadres/{cohort}") for cohort in LATE}
DEGREE = {
    cohort: part_of(COHORT_SIZE[cohort], f"parcours-diplomant/{cohort}") for cohort in SINCE_2014
}
"""People in a degree pathway."""

LEVEL_II_PERCENT = {cohort: count(f"niveau-2/{cohort}") for cohort in SINCE_2014}
ENTRY_LEVEL_PERCENT = {
    "III": count("diplome-entree/niveau-3"),
    "II": count("diplome-entree/niveau-2"),
}
SAME_LEVEL_PERCENT = count("progression/meme-niveau/ensemble")
HIGHER_LEVEL_PERCENT = count("progression/niveau-superieur/ensemble")
LEADING_TEAMS_PERCENT = {
    "single_units": count("quatre-equipes/a-la-carte"),
    "degree": count("quatre-equipes/dans-un-parcours-diplomant"),
}
CLASSROOM_PERCENT_SECOND = count(f"presentiel/{SECOND}")

# Tableau 2: the most units that anybody was funded.
MOST_UNITS_FIRST_YEAR = {
    cohort: count(f"tableau-2/{cohort}/premiere-annee/maximum") for cohort in COHORTS
}
FEWEST_UNITS = {cohort: count(f"tableau-2/{cohort}/premiere-annee/minimum") for cohort in COHORTS}

# The survey: respondents, their situation at T1, those still employed later.
RESPONDENTS = {cohort: count(f"enquete/repondants/{cohort}") for cohort in SURVEYED}
_STATUSES = {
    "salaried": "salaries",
    "self_employed": "independants",
    "searching": "recherche",
    "studying": "etude",
    "inactive": "inactifs",
    "no_information": "sans-information",
}
STATUS_AT_T1 = {
    cohort: {
        status: count(name)
        for status, word in _STATUSES.items()
        if (name := f"situation/{cohort}/t1/{word}") in _VALUES
    }
    for cohort in SURVEYED
}
"""By cohort, the respondents of each status that the study prints."""

SALARIED_FOURTH = count(f"situation/{FOURTH}/t1/base-de-t2")
"""The study counts 86 people in employment, then speaks of "these 79": taken for the salaried among them."""

SELF_EMPLOYED_FOURTH = count(f"situation/{FOURTH}/t1/emploi") - SALARIED_FOURTH
STILL_EMPLOYED = {
    SECOND: {
        wave: count(f"situation/{SECOND}/t1-et-{wave.lower()}/emploi") for wave in ("T2", "T3")
    },
    THIRD: {wave: count(f"situation/{THIRD}/t1-et-{wave.lower()}/emploi") for wave in ("T2", "T3")},
    FOURTH: {"T2": count(f"situation/{FOURTH}/t1-et-t2/emploi")},
}
"""By cohort and wave, of those employed at T1, the ones who are (or are again) employed then."""

EMPLOYED_T1_PERCENT = {
    "executives": count("emploi/t1/cadres"),
    "interim": count("emploi/t1/interim"),
    "under 30": count("emploi/t1/moins-de-30-ans"),
    "50 and over": count("emploi/t1/50-ans-et-plus"),
}

# Jobs: annexe VII, figures 6 to 8.
STABLE_BEFORE_EARLY = count("annexe-7/stable-avant")
STABLE_AGAIN_EARLY = {
    wave: count(f"annexe-7/stable-avant-et-{wave.lower()}") for wave in ("T1", "T2", "T3")
}
SAME_KIND_PERCENT = count("contrat/meme-type")
CLERICAL_BEFORE_PERCENT = count("csp/employes-avant")
SAME_CSP_PERCENT = count("csp/meme")
TRADE_SERVICES_BEFORE_PERCENT = count("secteur/commerce-avant")
SAME_SECTOR_PERCENT = count("secteur/meme")

BOOST_JOB_SEARCH = {
    cohort: part_of(RESPONDENTS[cohort], f"apports/dynamiser/{cohort}") for cohort in EARLY
}
"""Respondents who say that the training boosted their job search."""
