"""When will a cohort reach a wave that it has not been asked at yet, and does the survey come round every year?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from dashboard.domain.vocabulary import Vocabulary


def expected_date(vocabulary: Vocabulary, cohort: str, wave: str) -> date | None:
    """The day on which `cohort` is to be asked at `wave`, from those on which other cohorts were.

    None where they do not agree on a day and a number of years after entry, or where none was asked yet.
    """
    days = {
        other: date.fromisoformat(text)
        for (other, asked), text in vocabulary.calendar.items()
        if asked == wave
    }
    customs = {(day.year - _entry(other), day.month, day.day) for other, day in days.items()}
    if len(customs) != 1:
        return None
    ((years, month, day_of_month),) = customs
    year = _entry(cohort) + years
    # The 29th of February is the 28th where there is none.
    return date(year, month, min(day_of_month, monthrange(year, month)[1]))


def waves_to_come(
    vocabulary: Vocabulary, cohorts: Iterable[str], waves: Iterable[str]
) -> dict[str, dict[str, date | None]]:
    """For each of `cohorts` that the survey follows, the waves it has not reached and when it will.

    A cohort that entered before the survey existed is not followed: it will never be asked.
    """
    surveyed, asked = vocabulary.surveyed_cohorts(), tuple(waves)
    to_come = {
        cohort: {
            wave: expected_date(vocabulary, cohort, wave)
            for wave in asked
            if (cohort, wave) not in vocabulary.calendar
        }
        for cohort in cohorts
        if surveyed and cohort >= surveyed[0]
    }
    return {cohort: waits for cohort, waits in to_come.items() if waits}


def is_yearly(vocabulary: Vocabulary) -> bool:
    """Whether each wave follows the one before by a year, in the same month; False where no cohort has had two."""
    calendar = vocabulary.calendar
    pairs = [
        (date.fromisoformat(calendar[cohort, first]), date.fromisoformat(calendar[cohort, then]))
        for cohort in vocabulary.cohorts
        for first, then in pairwise(vocabulary.after)
        if (cohort, first) in calendar and (cohort, then) in calendar
    ]
    return bool(pairs) and all(
        (then.year, then.month) == (first.year + 1, first.month) for first, then in pairs
    )


def _entry(cohort: str) -> int:
    """The year in which the academic year written `cohort` begins."""
    return int(cohort[:4])
