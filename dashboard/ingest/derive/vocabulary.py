"""Which cohorts, years, waves, dates and amounts do the cleaned tables contain?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from dashboard.domain.codebook import Codebook
from dashboard.domain.codebook.book import BEFORE
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.units import UnitCounts
from dashboard.ingest.reading.tables import Tables, person_rows


def vocabulary_of(tables: Tables, codebook: Codebook, units: UnitCounts) -> Vocabulary:
    """The codebook with what `tables` contain; its `weighting` is still to be computed."""
    calendar = _calendar(tables)
    asked = {wave for _, wave in calendar}
    # There even before anybody was asked: the survey views go from one to the other.
    first_after = next(wave for wave in codebook.waves if wave != BEFORE)
    always = (BEFORE, first_after)
    waves = tuple(wave for wave in codebook.waves if wave in always or wave in asked)
    return Vocabulary(
        codebook,
        cohorts=_years(tables.beneficiaries["cohort"]),
        academic_years=_years(tables.units["academic_year"]),
        waves=waves,
        calendar=calendar,
        integers={
            **{Dimension(name): _values(pd.Series(counts)) for name, counts in units.items()},
            **dict(_integers(tables, codebook, waves)),
        },
    )


def _calendar(tables: Tables) -> dict[tuple[str, str], str]:
    """The day on which each cohort was asked at each wave."""
    survey = tables.survey
    cohort = tables.beneficiaries["cohort"].cat
    asked = pd.DataFrame(
        {
            "cohort": cohort.codes.to_numpy()[person_rows(survey)],
            "wave": survey["wave"].cat.codes.to_numpy(),
            "day": survey["surveyed_on"].cat.codes.to_numpy(),
        }
    ).drop_duplicates()
    waves, days = survey["wave"].cat.categories, survey["surveyed_on"].cat.categories
    return {
        (str(cohort.categories[c]), str(waves[w])): str(days[d])
        for c, w, d in asked.itertuples(index=False)
    }


def _years(column: pd.Series[Any]) -> tuple[str, ...]:
    """The academic years that some row has, ascending."""
    present = np.unique(column.cat.codes.to_numpy())
    return tuple(sorted(str(column.cat.categories[code]) for code in present))


def _values(column: pd.Series[Any]) -> tuple[int, ...]:
    """The distinct whole numbers of a column, ascending."""
    return tuple(int(value) for value in np.unique(column.to_numpy(dtype=np.int64)))


def _integers(
    tables: Tables, codebook: Codebook, waves: tuple[str, ...]
) -> Iterator[tuple[Dimension, tuple[int, ...]]]:
    """The values of each whole number that the tables hold, at each wave where it has one a wave."""
    for variable in codebook.variables.values():
        if variable.kind != "integer" or variable.derived:
            continue
        if not variable.per_wave:
            yield Dimension(variable.name), _values(tables.of(variable)[variable.name].dropna())
            continue
        for wave in waves:
            of_wave = tables.survey.loc[tables.survey["wave"] == wave, variable.name]
            yield Dimension(variable.name, wave), _values(of_wave.dropna())
