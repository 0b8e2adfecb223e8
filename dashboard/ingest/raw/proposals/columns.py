"""Which variable does each column of a table give, where one speaks for it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.cleaning.ages import AGE
from dashboard.ingest.raw.mapping.faults.variables import may_be_fed
from dashboard.ingest.raw.mapping.model import Makes
from dashboard.ingest.raw.personal.found import PersonalColumn
from dashboard.ingest.raw.proposals.choices import Asked
from dashboard.ingest.raw.proposals.evidence import Evidence, Weighing
from dashboard.ingest.raw.proposals.likeness import POSSIBLE

Weighed = tuple[Evidence, Asked]
"""A column, and what speaks for its holding one variable."""


@dataclass
class Given:
    """Which column is for what, by rank: the evidence for its variable; or the column that already gives it.

    `unsure` are those of the latter of which it is not sure that they say the same.
    """

    evidence: dict[int, Evidence] = field(default_factory=dict)
    again: dict[int, Asked] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)


def may_be(asked: Asked, personal: PersonalColumn | None, variable: Variable) -> bool:
    """Whether a column may hold `variable` at all: one of personal data only where that gives an age or a hash."""
    if not asked.profile.times:
        return False
    if personal is None or not personal.whole:
        return True
    if variable.kind == "identifier":
        return variable.name == PERSON and not personal.by_name
    return variable.kind == "integer" and personal.kind == "birth_date"


def weighed_columns(
    columns: Sequence[Asked], personal: Mapping[int, PersonalColumn], weighing: Weighing
) -> list[Weighed]:
    """All that speaks for any column holding any variable."""
    variables = [v for v in weighing.codebook.variables.values() if not v.derived]
    weighed = (
        (_announced(weighing.of(asked.profile, asked.heading, variable), of_person), asked)
        for asked in columns
        for of_person in (personal.get(asked.profile.rank),)
        for variable in variables
        if may_be(asked, of_person, variable)
    )
    return [(evidence, asked) for evidence, asked in weighed if evidence.score > 0]


def _announced(evidence: Evidence, personal: PersonalColumn | None) -> Evidence:
    """The evidence that a column gives an age, where its name says that it holds birth dates."""
    if personal is None or evidence.variable.name != AGE or personal.kind != "birth_date":
        return evidence
    return replace(evidence, header=1.0)


def given(every: Sequence[Weighed], makes: Makes, book: Codebook) -> Given:
    """The variable of each column that has one, none given twice: the column for which most speaks has it."""
    weighed = [pair for pair in every if may_be_fed(pair[0].variable, makes, book)]
    weighed.sort(key=lambda pair: (-pair[0].score, pair[1].profile.rank))
    result = Given()
    owners: dict[tuple[str, str], Asked] = {}
    for evidence, asked in weighed:
        rank = asked.profile.rank
        if rank in result.evidence or (
            evidence.header < POSSIBLE and _is_ambiguous(asked, weighed)
        ):
            continue
        wave = asked.heading.wave if evidence.variable.per_wave else ""
        owner = owners.setdefault((evidence.variable.name, wave), asked)
        if owner is asked:
            result.evidence[rank] = evidence
        elif rank not in result.again:
            result.again[rank] = owner
            result.unsure.update(set() if evidence.sure else {rank})
    return result


def _is_ambiguous(asked: Asked, weighed: Sequence[Weighed]) -> bool:
    """Whether the values of a column alone speak for several variables as well."""
    return sum(other is asked for _, other in weighed) > 1
