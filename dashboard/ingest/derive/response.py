"""Did each person respond to the survey, and for which reason may nothing be known?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Column, numbered

RESPONSE = Dimension("response")


def response_column(
    cohort: Column, has_answered: NDArray[np.bool_], vocabulary: Vocabulary
) -> Column:
    """`respondent` where a person answered at any wave, else why not: not asked yet, out of scope, or silent."""
    codes = vocabulary.codes(RESPONSE)
    surveyed = vocabulary.surveyed_cohorts()
    reasons = [
        "non_respondent" if code in surveyed else reason_unasked(vocabulary, code)
        for code in cohort.categories
    ]
    without_answer = np.array([codes.index(reason) for reason in reasons])
    respondent = codes.index("respondent")
    return numbered(np.where(has_answered, respondent, without_answer[cohort.codes]), codes)


def reason_unasked(vocabulary: Vocabulary, cohort: str) -> str:
    """Why a cohort was not asked: enrolled before the survey existed, or its turn has not come."""
    surveyed = vocabulary.surveyed_cohorts()
    return "out_of_scope" if surveyed and cohort < surveyed[0] else "not_yet_surveyed"
