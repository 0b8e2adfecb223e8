"""What holds for all rows of a table, as far as its titles and the names of its file and sheet tell?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from pathlib import PurePath

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import Makes
from dashboard.ingest.raw.proposals.days import day_of, days_of
from dashboard.ingest.raw.proposals.evidence import NEARLY_ALL
from dashboard.ingest.raw.proposals.limesurvey import system_column
from dashboard.ingest.raw.proposals.years import academic_year_in, year_in
from dashboard.text.folded import folded

MOST_TITLES = 8
"""So many texts above a header are titles."""

SENT = "submitdate"
"""LimeSurvey's own column of the day on which a questionnaire was sent."""

_SURVEYED = "{year}-09-01"
"""The day to which the answers of a year's survey refer."""


def constants_of(
    grid: Grid,
    given: Collection[str],
    makes: Makes,
    codebook: Codebook,
) -> dict[str, str]:
    """The constants of a table whose columns give the variables in `given`; empty where one is needed and not found."""
    named = " ".join((PurePath(grid.file).stem, grid.sheet, *grid.titles[:MOST_TITLES]))
    constants: dict[str, str] = {}
    if makes == "survey":
        if not {"surveyed_on", "wave"}.intersection(given):
            years = answered_in(grid)
            year = main_year(years) if years else year_in(named)
            constants["surveyed_on"] = _SURVEYED.format(year=year) if year else ""
        return constants
    if "academic_year" not in given:
        constants["academic_year"] = academic_year_in(named)
    if "region" not in given and "region" in codebook.variables:
        region = region_in(named, codebook)
        if region:
            constants["region"] = region
    return constants


def region_in(text: str, codebook: Codebook) -> str:
    """The code of the region that is named in `text`, the longest name first; empty where none is, or two are."""
    said = " ".join(re.findall(r"[a-z0-9]+", folded(text)))
    names = [
        (" ".join(re.findall(r"[a-z0-9]+", folded(name))), region.code)
        for region in codebook.variable("region").categories
        for name in (region.label, region.short, *region.synonyms)
    ]
    found: dict[str, str] = {}
    for name, code in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
        if name and re.search(rf"(?<!\w){name}(?!\w)", said):
            found.setdefault(code, name)
            said = re.sub(rf"(?<!\w){name}(?!\w)", " ", said)
    return next(iter(found)) if len(found) == 1 else ""


def main_year(years: Counter[int]) -> str:
    """The year of nearly all questionnaires; empty where there is none."""
    year, times = max(years.items(), key=lambda of: (of[1], of[0]))
    return str(year) if times >= NEARLY_ALL * years.total() else ""


def answered_in(grid: Grid) -> Counter[int]:
    """How many questionnaires of a file were sent in each year; none where LimeSurvey has not dated them."""
    rank = next((i for i, name in enumerate(grid.header) if system_column(name) == SENT), None)
    if rank is None:
        return Counter()
    times = Counter(text for row in grid.rows if (text := row.cells[rank].strip()))
    written = days_of(times)
    years: Counter[int] = Counter()
    if written is None:
        return years
    for text, count in times.items():
        day = day_of(text, written.date_format)
        years.update({day.year: count} if day is not None else {})
    return years
