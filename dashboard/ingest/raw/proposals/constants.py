"""What holds for all rows of a table, as far as its titles and the names of its file and sheet tell?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePath

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import Makes
from dashboard.ingest.raw.proposals.limesurvey import system_column
from dashboard.ingest.raw.proposals.profile import Profile
from dashboard.ingest.raw.proposals.years import academic_year_in, year_in
from dashboard.text.folded import folded

MOST_TITLES = 8
"""So many texts above a header are titles."""

_SURVEYED = "{year}-09-01"
"""The day to which the answers of a year's survey refer."""


def constants_of(
    grid: Grid,
    given: Collection[str],
    makes: Makes,
    profiles: Sequence[Profile],
    codebook: Codebook,
) -> dict[str, str]:
    """The constants of a table whose columns give the variables in `given`; empty where one is needed and not found."""
    named = " ".join((PurePath(grid.file).stem, grid.sheet, *grid.titles[:MOST_TITLES]))
    constants: dict[str, str] = {}
    if makes == "survey":
        if not {"surveyed_on", "wave"}.intersection(given):
            year = _answered_in(profiles) or year_in(named)
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


def _answered_in(profiles: Sequence[Profile]) -> str:
    """The year in which most questionnaires were sent, as LimeSurvey dates them."""
    for profile in profiles:
        days = profile.days if system_column(profile.header) == "submitdate" else None
        if days is not None and days.days:
            years = sorted(day.year for day in days.days)
            return str(years[len(years) // 2])
    return ""
