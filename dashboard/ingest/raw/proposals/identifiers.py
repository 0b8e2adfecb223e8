"""Which column identifies persons, where no header says so?"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from dashboard.domain.codebook import Variable
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.personal.found import PersonalColumn
from dashboard.ingest.raw.proposals.choices import Asked
from dashboard.ingest.raw.proposals.evidence import NEARLY_ALL, Evidence, Weighing
from dashboard.ingest.raw.proposals.limesurvey import system_column
from dashboard.text.folded import folded

MOST_ROWS = 10
"""No person has more rows than so many, as a mean, in an export of enrolments."""

_WORDS = frozenset(
    ("id", "identifiant", "n", "no", "num", "numero", "code", "cle", "matricule", "dossier", "ref")
)
"""Words that name what tells one from another."""


def supposed_identifier(
    columns: Sequence[Asked],
    taken: Collection[int],
    personal: Mapping[int, PersonalColumn],
    weighing: Weighing,
) -> tuple[int, Evidence] | None:
    """The column that may identify persons, by its rank, to be confirmed; the one with most texts."""
    variable = weighing.codebook.variable(PERSON)
    fitting = [
        (len(asked.profile.times), -asked.profile.rank, evidence)
        for asked in columns
        if asked.profile.rank not in taken
        and asked.profile.rank not in personal
        and (evidence := _evidence(asked, variable, weighing)) is not None
    ]
    if not fitting:
        return None
    _, rank, evidence = max(fitting, key=lambda found: found[:2])
    return -rank, evidence


def _evidence(asked: Asked, variable: Variable, weighing: Weighing) -> Evidence | None:
    profile = asked.profile
    if system_column(profile.header) or len(profile.times) * MOST_ROWS < profile.filled:
        return None
    if not _WORDS.intersection(re.findall(r"[a-z]+", folded(profile.header))):
        return None
    evidence = weighing.of(profile, asked.heading, variable)
    return evidence if evidence.share >= NEARLY_ALL else None
