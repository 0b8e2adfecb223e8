"""At which wave is a person of a cohort asked on a day, and on which day is a wave asked?"""

from __future__ import annotations

from datetime import date

from dashboard.domain.codebook import Codebook
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.raw.cleaning.academic_years import first_year

YEAR = 12
"""Months."""

SEPTEMBER = 9


def months_between(book: Codebook) -> int:
    """How many months after one wave the next one asks; a year where the study does not say."""
    return book.study.months_between_waves or YEAR


def rank_on(cohort: str, day: date, book: Codebook) -> int:
    """The rank of the wave at which `cohort` was last asked on `day`: 1 from the September after its first year on.

    Below 1 where it was not asked yet.
    """
    months = (day.year - first_year(cohort)) * YEAR + day.month - SEPTEMBER
    return 1 + (months - YEAR) // months_between(book)


def day_of(cohort: str, wave: str, book: Codebook) -> date:
    """The day to which the answers of `cohort` at `wave` refer; what was before enrolment is asked with the first."""
    rank = 1 if wave == BEFORE else int(wave[1:])
    months = SEPTEMBER - 1 + YEAR + (rank - 1) * months_between(book)
    return date(first_year(cohort) + months // YEAR, months % YEAR + 1, 1)
