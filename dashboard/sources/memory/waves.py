"""What is known of each person at each wave, and where nothing is, for which of the four reasons?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.checks.answers import answered
from dashboard.ingest.reading.tables import Tables
from dashboard.sources.memory.columns import Codes, Columns, coded, width_for


def add_wave_columns(columns: Columns, tables: Tables, owner: NDArray[np.int64]) -> None:
    """Adds to `columns` each survey variable at each wave, and whether each person answered at all."""
    vocabulary = columns.vocabulary
    row_wave = tables.survey["wave"].astype(str).to_numpy()
    frames = {"survey": tables.survey, "beneficiaries": tables.beneficiaries}
    has_answered = answered(frames, vocabulary.codebook)
    cohort = columns.own["beneficiary", Dimension("cohort")]
    columns.own["beneficiary", Dimension("response")] = _response(vocabulary, cohort, has_answered)
    for name in vocabulary.codebook.tables["survey"].columns:
        variable = vocabulary.variable(name)
        if not variable.per_wave:
            continue
        for wave in vocabulary.waves:
            key = Dimension(name, wave)
            codes = vocabulary.codes(key)
            rows = row_wave == wave
            column = _unasked(vocabulary, codes)[cohort]
            column[owner[rows]] = _observed(tables, variable, rows, codes)
            silent = (column == codes.index("no_information")) & ~has_answered
            column[silent] = codes.index("non_respondent")
            columns.own["beneficiary", key] = column


def _observed(
    tables: Tables, variable: Variable, rows: NDArray[np.bool_], codes: tuple[str, ...]
) -> Codes:
    """The codes of the rows of one wave."""
    values = tables.survey.loc[rows, variable.name]
    if variable.kind != "integer":
        return coded(values, codes)
    return _amounts(values, (tables.survey.loc[rows, "contract"] == "not_employed"), codes)


def _amounts(values: pd.Series, no_job: pd.Series, codes: tuple[str, ...]) -> Codes:
    """The codes of whole numbers; an empty cell is told apart by whether there is a job to be paid for."""
    known = np.array([int(code) for code in codes if code.isdigit()], dtype=np.int64)
    missing = values.isna().to_numpy()
    amounts = values.fillna(0).to_numpy(dtype=np.int64)
    position = np.searchsorted(known, amounts)
    why = np.where(no_job, codes.index("not_employed"), codes.index("no_information"))
    return np.where(missing, why, position).astype(width_for(codes))


def _unasked(vocabulary: Vocabulary, codes: tuple[str, ...]) -> Codes:
    """For each cohort, the absence of somebody whom nobody asked."""
    reasons = [codes.index(reason_unasked(vocabulary, cohort)) for cohort in vocabulary.cohorts]
    return np.array(reasons, dtype=width_for(codes))


def reason_unasked(vocabulary: Vocabulary, cohort: str) -> str:
    """Why a cohort was not asked: enrolled before the survey existed, or its turn has not come."""
    surveyed = vocabulary.surveyed_cohorts()
    return "out_of_scope" if surveyed and cohort < surveyed[0] else "not_yet_surveyed"


def _response(vocabulary: Vocabulary, cohort: Codes, answered: NDArray[np.bool_]) -> Codes:
    codes = vocabulary.codes(Dimension("response"))
    surveyed = vocabulary.surveyed_cohorts()
    silence = [
        "non_respondent" if c in surveyed else reason_unasked(vocabulary, c)
        for c in vocabulary.cohorts
    ]
    without_answer = np.array([codes.index(reason) for reason in silence], dtype=np.uint8)
    return np.where(answered, np.uint8(codes.index("respondent")), without_answer[cohort])
