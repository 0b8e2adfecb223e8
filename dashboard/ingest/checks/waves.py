"""Does each cohort go through the waves in order, none left out, and none after the day of the tables?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.checks.cells import PERSON, looked_up
from dashboard.ingest.checks.report import Fault, faults_where


def wave_faults(
    tables: Mapping[str, pd.DataFrame], waves: Sequence[str], dated: date
) -> list[Fault]:
    """Survey rows of a wave that comes too early, without the one before it, or in the future."""
    survey, cohorts = tables["survey"], tables["beneficiaries"]["cohort"]
    of_row = cohorts.cat.codes.to_numpy()[survey[PERSON].cat.codes.to_numpy()]
    faults = [*_to_come(survey, dated)]
    for c, promotion in enumerate(cohorts.cat.categories):
        faults += _of_cohort(survey, of_row == c, str(promotion), waves)
    return faults


def _to_come(survey: pd.DataFrame, dated: date) -> Iterator[Fault]:
    latest = dated.isoformat()
    later = looked_up(
        [day > latest for day in survey["surveyed_on"].cat.categories], survey["surveyed_on"]
    )
    yield from faults_where(
        "survey", survey, "surveyed_on", later, f"{latest} ou avant, date des tables"
    )


def _of_cohort(
    survey: pd.DataFrame, rows: NDArray[np.bool_], promotion: str, waves: Sequence[str]
) -> Iterator[Fault]:
    """Each wave of one cohort beside the one before; that before enrolment is asked with the next, so on one day."""
    names, days = survey["wave"].cat, survey["surveyed_on"].cat
    before: str | None = None
    for previous, wave in zip((None, *waves), waves, strict=False):
        of_wave = rows & looked_up([name == wave for name in names.categories], survey["wave"])
        if not of_wave.any():
            before = None
            continue
        # Told by the day that most rows carry: another check tells of the others.
        usual = int(np.bincount(days.codes.to_numpy()[of_wave]).argmax())
        day = str(days.categories[usual])
        asked = of_wave & (days.codes.to_numpy() == usual)
        together = previous == BEFORE
        if previous is not None and not together and before is None:
            expected = f"une vague dont {previous} précède, dans la promotion {promotion}"
            yield from faults_where("survey", survey, "wave", of_wave, expected)
        elif before is not None and (day < before or (not together and day == before)):
            when = f"{before} ou après" if together else f"après {before}"
            why = f"jour de {previous} dans la promotion {promotion}"
            yield from faults_where("survey", survey, "surveyed_on", asked, f"{when}, {why}")
        before = day
