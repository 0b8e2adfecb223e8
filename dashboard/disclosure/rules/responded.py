"""Of which groups does something else already say that all of their people have responded to the survey?

Views count respondents. Who is employed at T1 has responded: « employed at T1, among respondents » is the same people
as « employed at T1 », and is told by the same number, where respondents are enough to be told of. Without this rule it
would have to be as large as a parent itself, and no situation of fewer than 30 people would be told.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dashboard.disclosure.respondents import RESPONDENT, RESPONSE
from dashboard.disclosure.rules.kept import kept, laid_along
from dashboard.domain.margins import Along
from dashboard.domain.tables import RawTable


def responded(table: RawTable, along: Along) -> NDArray[np.bool_]:
    """Whether each group keeps respondents, and answers that nobody else has, so that responding is no condition."""
    said, keeps = np.array(False), np.array(True)
    for dimension, place, sets, _ in kept(table, table.counts, table.selection, along):
        answers = table.respondents.get(dimension)
        if answers is not None:
            told = [answers.issuperset(codes) for codes in sets]
            said = said | laid_along(np.array(told), place, along)
        elif dimension == RESPONSE:
            keeps = laid_along(np.array([RESPONDENT in codes for codes in sets]), place, along)
    both: NDArray[np.bool_] = said & keeps
    return both
