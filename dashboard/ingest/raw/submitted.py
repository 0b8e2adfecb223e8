"""When were the questionnaires of a table submitted, as LimeSurvey writes it, and does that go with their survey?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import GridMapping
from dashboard.text.folded import folded
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

DAY = "surveyed_on"

_HEADERS = ("submitdate", "date de soumission", "date submitted")
"""How the header of the column begins, folded, whether it comes as a code, as a text, or as both."""

_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)")
_FRENCH = re.compile(r"(?P<day>\d\d?)[-/.](?P<month>\d\d?)[-/.](?P<year>(?:19|20)\d\d)")

UNDATED = 1980
"""The year that LimeSurvey writes where a survey keeps no dates."""

NEAR = timedelta(days=183)
"""A survey that is open over the new year is of the year in which it began."""


def submission_findings(grid: Grid, mapping: GridMapping) -> Iterator[Finding]:
    """A failure where most were submitted in another year than the mapping says; a warning of those that never were."""
    column = next((i for i, name in enumerate(grid.header) if _is_submission(name)), None)
    if mapping.makes != "survey" or column is None:
        return
    cells = [row.cells[column].strip() for row in grid.rows if column < len(row.cells)]
    place = Place(grid.file, grid.sheet, column=grid.header[column])
    unsubmitted = sum(not cell for cell in cells)
    if unsubmitted:
        said = counted(
            unsubmitted, "questionnaire n'a pas été envoyé", "questionnaires n'ont pas été envoyés"
        )
        message = f"{said} jusqu'au bout (date de soumission vide), sur {count(len(cells))} : ce qui y est dit compte."
        yield Finding("shape", "submitted", "warning", unbroken(message), place, unsubmitted)
    yield from _of_another_year(cells, mapping.constants.get(DAY, ""), place)


def _is_submission(header: str) -> bool:
    return folded(header).startswith(_HEADERS)


def _of_another_year(cells: list[str], surveyed_on: str, place: Place) -> Iterator[Finding]:
    """The failure; the questionnaires whose day cannot be read say nothing."""
    if not surveyed_on:
        return
    asked = date.fromisoformat(surveyed_on)
    days = [day for day in map(_day, cells) if day is not None and day.year != UNDATED]
    others = [day for day in days if day.year != asked.year and abs(day - asked) > NEAR]
    if len(others) * 2 <= len(days):
        return
    (usual, _), *_ = Counter(day.year for day in others).most_common(1)
    said = counted(len(others), "est d'une autre année", "sont d'une autre année")
    message = (
        f"sur {counted(len(days), 'questionnaire daté', 'questionnaires datés')}, {said} que le jour d'enquête de la "
        f"correspondance ({DAY} = {quoted(surveyed_on)}), {usual} le plus souvent : corrigez ce jour."
    )
    yield Finding("shape", "survey-year", "failure", unbroken(message), place, len(others))


def _day(cell: str) -> date | None:
    found = _ISO.match(cell) or _FRENCH.match(cell)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
