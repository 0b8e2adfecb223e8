"""What is known of each person at each wave, and where nothing is, for which of the four reasons?

The four absences: the question was left without an answer (`no_information`), the person answered none of any wave
(`non_respondent`), the cohort has not reached the wave (`not_yet_surveyed`), or it never will (`out_of_scope`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Column, Columns, coded, is_number, numbered
from dashboard.ingest.derive.response import reason_unasked
from dashboard.ingest.reading.tables import person_rows

Rows = NDArray[np.intp]


def wave_columns(
    survey: pd.DataFrame, cohort: Column, has_answered: NDArray[np.bool_], vocabulary: Vocabulary
) -> Columns:
    """Each survey variable at each wave, a row a person: `status@T1`, `gross_monthly_salary@T2`.

    `cohort` and `has_answered` are those of the people.
    """
    people_of, rows_of = person_rows(survey), _rows_by_wave(survey, vocabulary.waves)
    columns: Columns = {}
    for variable in map(vocabulary.variable, vocabulary.codebook.tables["survey"].columns):
        if not variable.per_wave:
            continue
        for wave, rows in rows_of.items():
            key = Dimension(variable.name, wave)
            codes = vocabulary.codes(key)
            positions = _unasked(cohort, vocabulary, codes)
            positions[people_of[rows]] = _observed(
                survey, variable, rows, codes, vocabulary.codebook
            )
            silent = (positions == codes.index("no_information")) & ~has_answered
            positions[silent] = codes.index("non_respondent")
            columns[key] = numbered(positions, codes)
    return columns


def _rows_by_wave(survey: pd.DataFrame, waves: tuple[str, ...]) -> dict[str, Rows]:
    """The rows of the survey that are of each wave."""
    place = {name: i for i, name in enumerate(survey["wave"].cat.categories)}
    of_row = survey["wave"].cat.codes.to_numpy()
    return {wave: np.flatnonzero(of_row == place.get(wave, -1)) for wave in waves}


def _unasked(cohort: Column, vocabulary: Vocabulary, codes: tuple[str, ...]) -> NDArray[np.int32]:
    """For each person, the position of the absence of somebody whom nobody asked."""
    reasons = [codes.index(reason_unasked(vocabulary, code)) for code in cohort.categories]
    positions: NDArray[np.int32] = np.array(reasons, dtype=np.int32)[cohort.codes]
    return positions


def _observed(
    survey: pd.DataFrame, variable: Variable, rows: Rows, codes: tuple[str, ...], codebook: Codebook
) -> NDArray[Any]:
    """The positions in `codes` of what some rows of the survey say of one variable."""
    values = survey[variable.name].iloc[rows]
    if variable.kind != "integer":
        return coded(values, codes).codes
    return _amounts(values, _without_job(survey, rows, codebook), codes)


def _without_job(survey: pd.DataFrame, rows: Rows, codebook: Codebook) -> NDArray[np.bool_]:
    """Whether each row says that there is no job to describe: in the first of its variables that can say so.

    Where none can, the status tells it; before enrolment it tells nothing of the last job.
    """
    for variable in map(codebook.variable, survey.columns):
        none = [c.code for c in variable.absences if c.absence == "not_employed"]
        if none and variable.kind == "category":
            return survey[variable.name].iloc[rows].isin(none).to_numpy()
    status = codebook.variable("status")
    employed = status.codes_with("employed")
    jobless = [c.code for c in status.categories if c.code not in employed]
    of_rows = survey.iloc[rows]
    return (of_rows[status.name].isin(jobless) & (of_rows["wave"] != BEFORE)).to_numpy()


def _amounts(
    values: pd.Series[Any], no_job: NDArray[np.bool_], codes: tuple[str, ...]
) -> NDArray[Any]:
    """The positions of whole numbers; what an empty cell means depends on whether there is a job to be paid for."""
    known = np.array([int(code) for code in codes if is_number(code)], dtype=np.int64)
    missing = values.isna().to_numpy()
    position = np.searchsorted(known, values.fillna(0).to_numpy(dtype=np.int64))
    unanswered = codes.index("no_information")
    without = codes.index("not_employed") if "not_employed" in codes else unanswered
    return np.where(missing, np.where(no_job, without, unanswered), position)
