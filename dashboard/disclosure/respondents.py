"""Which answers does nobody have who has not responded to the survey?

« Employed at T1, among respondents » are the people who are employed at T1: the second condition leaves nobody out.
"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.disclosure.unions import finer_of, gathered
from dashboard.domain.codebook.book import BEFORE
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary

RESPONSE = Dimension("response")

RESPONDENT = "respondent"
"""The code of those who answered at least once."""


def answers_of(vocabulary: Vocabulary) -> Mapping[Dimension, frozenset[str]]:
    """The codes along each dimension of a wave that respondents alone have: an answer, or a question left without one.

    They follow from how responses are derived (`ingest/derive/response.py`), and not from the tables that are loaded.
    """
    found = {}
    for dimension in vocabulary.dimensions:
        if dimension.wave is None:
            continue
        finer = finer_of(dimension, vocabulary)
        told = _told_by_respondents(finer, vocabulary)
        found[dimension] = frozenset(
            code
            for code in vocabulary.codes(dimension)
            if gathered(dimension, (code,), vocabulary) <= told
        )
    return found


def _told_by_respondents(dimension: Dimension, vocabulary: Vocabulary) -> frozenset[str]:
    """The same along a dimension that gathers no other one."""
    wave = dimension.wave or ""
    # What a silent person may be said to have: what is everybody's at a wave, and no job where that is a status.
    everybodys = vocabulary.variable(dimension.variable).of_everybody(wave)
    jobless = wave == BEFORE or vocabulary.variable("status").of_everybody(wave)
    absences = {"no_information"} if jobless else {"no_information", "not_employed"}
    real = set(vocabulary.real_codes(dimension)) - set(everybodys)
    return frozenset(
        category.code
        for category in vocabulary.categories(dimension)
        if category.code in real or category.absence in absences
    )
