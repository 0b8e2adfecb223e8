"""Which published counts is the demonstration calibrated on?

The full list, with the place of each in the study, is data/published-figures.toml; these are what the draws need.
"""

from __future__ import annotations

from dashboard.demonstration.people import COHORTS, FIFTH, FOURTH, PILOT, SECOND, THIRD

# annexe I, by INSEE code of the study's regions, in the order of COHORTS
BENEFICIARIES_BY_REGION: dict[str, tuple[int, int, int, int, int]] = {
    "42": (0, 38, 25, 33, 32),
    "72": (0, 0, 19, 29, 30),
    "53": (0, 0, 0, 29, 9),
    "24": (0, 17, 13, 17, 8),
    "43": (0, 4, 3, 3, 0),
    "32": (0, 0, 0, 0, 44),
    "11": (0, 0, 3, 10, 44),
    "91": (0, 60, 29, 16, 13),
    "74": (0, 0, 0, 0, 4),
    "73": (0, 0, 0, 0, 5),
    "28": (0, 0, 0, 0, 11),
    "52": (0, 74, 55, 58, 56),
    "54": (0, 0, 3, 19, 11),
    "82": (28, 52, 33, 44, 63),
}
ALSACE, CENTRE, RHONE_ALPES, FRANCHE_COMTE = "42", "24", "82", "43"
BRETAGNE, LANGUEDOC, PAYS_DE_LA_LOIRE, POITOU = "53", "91", "52", "54"

COHORT_SIZE = {
    cohort: sum(counts[i] for counts in BENEFICIARIES_BY_REGION.values())
    for i, cohort in enumerate(COHORTS)
}

# tableau 1: (long_term_jobseeker, interim) -> people; whoever remains in the cohort is without information
JOBSEEKERS: dict[str, dict[tuple[str, str], int]] = {
    PILOT: {},
    SECOND: {("no", "no"): 22, ("no", "yes"): 12},
    THIRD: {("no", "no"): 24, ("no", "yes"): 34, ("yes", "no"): 35, ("yes", "yes"): 15},
    FOURTH: {("no", "no"): 81, ("no", "yes"): 23, ("yes", "no"): 89, ("yes", "yes"): 45},
    FIFTH: {("no", "no"): 88, ("no", "yes"): 46, ("yes", "no"): 119, ("yes", "yes"): 47},
}

RESPONDENTS = {SECOND: 142, THIRD: 146, FOURTH: 208, FIFTH: 236}
