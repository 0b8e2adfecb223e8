"""Was each cohort asked as one, on one day a wave, and has each of its members a row for that wave?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from dashboard.ingest.checks.cells import PERSON, looked_up
from dashboard.ingest.checks.enrolment import first_years
from dashboard.ingest.checks.report import Fault, faults_where


def calendar_faults(tables: Mapping[str, pd.DataFrame], files: Mapping[str, str]) -> list[Fault]:
    """Survey rows dated before their cohort or apart from it; persons whom a wave of their cohort leaves out."""
    return [*_asked_too_early(tables), *_asked_apart(tables, files["survey"])]


def _asked_too_early(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    survey = tables["survey"]
    entry = first_years(tables["beneficiaries"]["cohort"])[survey[PERSON].cat.codes.to_numpy()]
    for year in np.unique(entry):
        start = f"{year}-09-01"
        before = looked_up(
            [day < start for day in survey["surveyed_on"].cat.categories], survey["surveyed_on"]
        )
        yield from faults_where(
            "survey",
            survey,
            "surveyed_on",
            before & (entry == year),
            f"{start} ou après, la promotion du bénéficiaire étant {year}-{year + 1}",
        )


def _asked_apart(tables: Mapping[str, pd.DataFrame], file: str) -> Iterator[Fault]:
    beneficiaries, survey = tables["beneficiaries"], tables["survey"]
    person = survey[PERSON].cat.codes.to_numpy()
    cohort = beneficiaries["cohort"].cat.codes.to_numpy()
    wave = survey["wave"].cat.codes.to_numpy()
    day = survey["surveyed_on"].cat.codes.to_numpy()
    for c, promotion in enumerate(beneficiaries["cohort"].cat.categories):
        of_cohort = cohort[person] == c
        for w in np.unique(wave[of_cohort]):
            name = survey["wave"].cat.categories[w]
            rows = of_cohort & (wave == w)
            # Told by the day that most rows carry: the others are the likelier mistakes.
            usual = int(np.bincount(day[rows]).argmax())
            yield from faults_where(
                "survey",
                survey,
                "surveyed_on",
                rows & (day != usual),
                f"{survey['surveyed_on'].cat.categories[usual]}, comme les autres lignes {name} "
                f"de la promotion {promotion}",
            )
            asked = np.zeros(len(beneficiaries), dtype=bool)
            asked[person[rows]] = True
            yield from faults_where(
                "beneficiaries",
                beneficiaries,
                PERSON,
                (cohort == c) & ~asked,
                f"une ligne {name} dans {file}, la promotion {promotion} ayant été interrogée à {name}",
            )
