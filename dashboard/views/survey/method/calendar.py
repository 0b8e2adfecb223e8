"""Which survey asked each cohort about which wave, and which will? (a row a cohort, a column a day of survey)"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.view import Scene
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import day
from dashboard.text.words import inside, listed

ASKED, TO_COME, NOTHING = 1.0, 0.2, 0.0
"""How a cell of the calendar is filled: tinted once asked, pale before, not where a survey asks nothing."""

CalendarDays = dict[str, dict[date, list[str]]]
"""Cohort -> day -> the waves of that day."""


def days_asked(vocabulary: Vocabulary) -> CalendarDays:
    """The days on which each cohort was asked, in order; none for a cohort that never was."""
    days: CalendarDays = {cohort: {} for cohort in vocabulary.cohorts}
    for cohort, of_cohort in days.items():
        for wave in vocabulary.waves:
            text = vocabulary.calendar.get((cohort, wave))
            if text is not None:
                of_cohort.setdefault(date.fromisoformat(text), []).append(wave)
    return {cohort: dict(sorted(of_cohort.items())) for cohort, of_cohort in days.items()}


def days_to_come(vocabulary: Vocabulary) -> CalendarDays:
    """The days, as far as they are known, on which each cohort will be asked about the waves to come."""
    days: CalendarDays = {cohort: {} for cohort in vocabulary.cohorts}
    # What was before is asked with a wave after: it is never waited for on its own.
    waits = waves_to_come(vocabulary, vocabulary.cohorts, vocabulary.after)
    for cohort, waves in waits.items():
        for wave, when in waves.items():
            if when is not None:
                days[cohort].setdefault(when, []).append(wave)
    return days


def calendar_chart(scene: Scene, asked: CalendarDays, to_come: CalendarDays) -> Matrix | None:
    """The waves of each cohort and day, in both calendars; None where there was no survey and none is to come."""
    days = sorted({when for each in (asked, to_come) for days in each.values() for when in days})
    if not days:
        return None
    on_phone = scene.medium == "phone"
    return Matrix(
        tuple(rich(cohort) for cohort in asked),
        tuple(_column(when, days, on_phone=on_phone) for when in days),
        tuple(
            tuple(_cell(scene, cohort, when, asked[cohort], to_come[cohort]) for when in days)
            for cohort in asked
        ),
        row_title="" if on_phone else "Promotion",
        column_title="" if on_phone else "Enquête",
    )


def _column(when: date, days: Sequence[date], *, on_phone: bool) -> RichText:
    """`sept. 2014`, with its day where a month has two; on a phone, on several lines."""
    alone = sum((day.year, day.month) == (when.year, when.month) for day in days) == 1
    text = format_date(when, format="MMM y" if alone else "d MMM y", locale="fr_FR")
    return rich(*text.split(" ")) if on_phone else rich(text)


def _cell(
    scene: Scene,
    cohort: str,
    when: date,
    asked: dict[date, list[str]],
    to_come: dict[date, list[str]],
) -> MatrixCell:
    """One cohort on one day; `asked` and `to_come` are the days of that cohort."""
    name = bold(f"Promotion {cohort}")
    if not asked and not to_come:
        outside = "–" if scene.medium == "phone" else "hors champ"
        return MatrixCell(None, rich(outside), rich(name, "Hors champ de l'enquête"))
    done, later = asked.get(when, []), to_come.get(when, [])
    waves = scene.vocabulary.codebook.waves
    lines = [f"{wave} : {inside(waves[wave].label)}" for wave in (*done, *later)]
    hover = rich((name, f", {day(when)}"), *lines, *(["à venir"] if later else []))
    if done:
        return MatrixCell(ASKED, rich(*map(bold, done)), hover)
    if later:
        return MatrixCell(TO_COME, rich(listed(later), "à venir"), hover)
    return MatrixCell(NOTHING, hover=hover)
