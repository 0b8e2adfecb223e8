"""What is a row of a table: a unit funded to a person, or a questionnaire?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import Makes
from dashboard.ingest.raw.proposals.columns import Weighed
from dashboard.ingest.raw.proposals.evidence import Evidence
from dashboard.ingest.raw.proposals.likeness import POSSIBLE
from dashboard.ingest.raw.proposals.limesurvey import is_limesurvey
from dashboard.text.folded import folded

_TELLS: Mapping[str, Makes] = {
    "units": "enrolments",
    "survey": "survey",
    "benefits": "survey",
}
"""The tables whose variables only one kind of rows gives."""

_SURVEY_WORDS = ("enquete", "survey", "questionnaire", "reponse", "result")

ENOUGH = 2
"""So many columns of one kind, and more than of the other, leave no doubt."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a row is, whether that is `sure`, whether LimeSurvey wrote the table, and if any header was recognised."""

    makes: Makes
    sure: bool
    limesurvey: bool
    recognised: bool


def kind_of_rows(grid: Grid, weighed: Sequence[Weighed]) -> Kind:
    """What a row of `grid` is, by the variables that its columns look like."""
    best: dict[int, Evidence] = {}
    for evidence, asked in weighed:
        rank = asked.profile.rank
        best[rank] = max(best.get(rank, evidence), evidence, key=lambda one: one.score)
    votes = Counter(_TELLS.get(evidence.variable.table, "people") for evidence in best.values())
    # Where no header is known, the row taken for it may be one of data: its texts are nobody's to write.
    named = any(evidence.header >= POSSIBLE for evidence in best.values())
    limesurvey = is_limesurvey(grid.header)
    survey, enrolments = votes["survey"], votes["enrolments"]
    if limesurvey:
        return Kind("survey", sure=True, limesurvey=True, recognised=True)
    if survey == enrolments:
        words = folded(f"{PurePath(grid.file).name} {grid.sheet}")
        makes: Makes = "survey" if any(w in words for w in _SURVEY_WORDS) else "enrolments"
        return Kind(makes, sure=False, limesurvey=False, recognised=named)
    makes = "survey" if survey > enrolments else "enrolments"
    return Kind(makes, max(survey, enrolments) >= ENOUGH, limesurvey=False, recognised=named)
