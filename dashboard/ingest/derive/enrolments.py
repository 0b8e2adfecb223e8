"""In which years is each person enrolled, which of them follow a first one, and did the person come back at once?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Column, Columns, numbered

YEAR, RANK, CONTINUATION = (
    Dimension("academic_year"),
    Dimension("enrolment_rank"),
    Dimension("continuation"),
)

Rows = NDArray[np.int64]
"""Rows of the beneficiaries."""


def enrolments(owner: Rows, year: Column) -> tuple[Rows, Column]:
    """One row for each person and academic year in which a unit was funded: its person, its year.

    `owner` and `year` are those of the units.
    """
    codes = tuple(year.categories)
    # Marked in place of sorted: units are many times more than people times years.
    enrolled = np.zeros((int(owner.max(initial=-1)) + 1) * len(codes), dtype=bool)
    enrolled[owner * len(codes) + year.codes] = True
    pairs = np.flatnonzero(enrolled)
    return pairs // len(codes), numbered(pairs % len(codes), codes)


def rank_column(owner: Rows, year: Column, cohort: Column, vocabulary: Vocabulary) -> Columns:
    """Whether each row, a person's in a `year`, is of the first year of enrolment or of a later one."""
    codes = vocabulary.codes(RANK)
    first, later = codes.index("first"), codes.index("later")
    return {RANK: numbered(np.where(_years_after(owner, year, cohort) > 0, later, first), codes)}


def continuation_column(
    owner: Rows, year: Column, cohort: Column, vocabulary: Vocabulary
) -> Columns:
    """Whether each person enrolled again: in the year after the first (`continuous`), later only, or never.

    `owner` and `year` are those of the enrolments, `cohort` that of the people.
    """
    after = _years_after(owner, year, cohort)
    came_back, at_once = np.zeros(len(cohort), dtype=bool), np.zeros(len(cohort), dtype=bool)
    came_back[owner[after > 0]] = True
    at_once[owner[after == 1]] = True
    codes = vocabulary.codes(CONTINUATION)
    continuous, interrupted, none = map(codes.index, ("continuous", "interrupted", "none"))
    positions = np.select([at_once, came_back], [continuous, interrupted], none)
    return {CONTINUATION: numbered(positions, codes)}


def _years_after(owner: Rows, year: Column, cohort: Column) -> NDArray[np.int64]:
    """How many academic years after the first one each row is, among those that the tables have."""
    years = list(year.categories)
    first_year = np.array([years.index(code) for code in cohort.categories], dtype=np.int64)
    start: NDArray[np.int64] = first_year[cohort.codes]
    after: NDArray[np.int64] = year.codes - start[owner]
    return after
