"""Do the units funded agree with the cohort, the year of each person's first enrolment?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.report import Fault, faults_where
from dashboard.text.nouns import Noun


def enrolment_faults(
    tables: Mapping[str, pd.DataFrame], files: Mapping[str, str], noun: Noun
) -> list[Fault]:
    """Persons without a unit, or without one in the year of their cohort; units funded before it.

    `noun` is what a unit is called.
    """
    beneficiaries, units = tables["beneficiaries"], tables["units"]
    person = units[PERSON].cat.codes.to_numpy()
    cohort = first_years(beneficiaries["cohort"])
    year = first_years(units["academic_year"])
    funded = np.zeros(len(beneficiaries), dtype=bool)
    funded[person] = True
    entered = np.zeros(len(beneficiaries), dtype=bool)
    entered[person[year == cohort[person]]] = True
    file = files["units"]
    first = "de la première" if noun.feminine else "du premier"
    faults = [
        *faults_where(
            "beneficiaries",
            beneficiaries,
            PERSON,
            ~funded,
            f"au moins {'une' if noun.feminine else 'un'} {noun.singular} dans {file}",
        ),
        *faults_where(
            "beneficiaries",
            beneficiaries,
            "cohort",
            funded & ~entered,
            f"l'année {first} {noun.one('financé')}, d'après {file}",
        ),
    ]
    early = year < cohort[person]
    for entry in np.unique(cohort[person[early]]):
        faults += faults_where(
            "units",
            units,
            "academic_year",
            early & (cohort[person] == entry),
            f"{entry}-{entry + 1}, promotion du bénéficiaire, ou une année suivante",
        )
    return faults


def first_years(academic_years: pd.Series[Any]) -> NDArray[np.int64]:
    """The calendar year in which each academic year starts."""
    starts = np.array([int(year[:4]) for year in academic_years.cat.categories], dtype=np.int64)
    return starts[academic_years.cat.codes.to_numpy()]
