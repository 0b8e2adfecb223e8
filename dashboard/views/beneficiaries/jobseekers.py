"""For how long had they been out of work, and had they worked through an agency? (study, tableau 1)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.beneficiaries.numbers_or_shares import (
    NumbersOrShares,
    unit_at,
    values_switch,
)
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.parts import Part, in_full, parts_along, standing_alone
from dashboard.views.kit.notes import COHORT, definition_note

CROSSED, DURATION, INTERIM = "croise", "chomage", "interim"
DETAIL = Switch(
    "demandeurs-emploi.detail",
    "Selon",
    CROSSED,
    fixed(
        Choice(CROSSED, "Durée et intérim"),
        Choice(DURATION, "Durée de chômage"),
        Choice(INTERIM, "Intérim"),
    ),
)
VALUES = values_switch("demandeurs-emploi")
KNOWN = {
    CROSSED: "dont la durée de chômage et l'intérim sont connus",
    DURATION: "dont la durée de chômage est connue",
    INTERIM: "dont l'intérim est connu",
}
TITLES = {
    CROSSED: "Durée de chômage et mission d'intérim, selon la promotion",
    DURATION: "Durée de chômage, selon la promotion",
    INTERIM: "Mission d'intérim, selon la promotion",
}
SITUATION = "situation"
"""What keys of rows are along where they cross duration and agency jobs."""

PALER = 0.5
"""How much white is mixed into the colour of a duration for those without an agency job."""

_DURATION, _INTERIM = Dimension("long_term_jobseeker"), Dimension("interim")
_DIMENSIONS = {CROSSED: (_DURATION, _INTERIM), DURATION: (_DURATION,), INTERIM: (_INTERIM,)}


def ask(scene: Scene) -> Mapping[str, Query]:
    """Duration and agency jobs by cohort."""
    return {"jobseekers": Query((COHORT, _DURATION, _INTERIM), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort, in four parts as in tableau 1, or along one of the two variables."""
    detail = scene.position(DETAIL)
    breakdown = CohortBreakdown(
        scene,
        tables["jobseekers"],
        _DIMENSIONS[detail],
        _parts(scene.vocabulary, detail),
        unit_at(scene, VALUES),
        keeps_unknown=True,
    )
    return NumbersOrShares(
        breakdown,
        title=TITLES[detail],
        known=KNOWN[detail],
        column="situation",
        unknown="Cette situation n'est connue d'aucun bénéficiaire de cette sélection.",
    ).content(definition_note(scene, _DURATION))


def _parts(vocabulary: Vocabulary, detail: str) -> tuple[Part, ...]:
    if detail == DURATION:
        return parts_along(vocabulary, _DURATION, in_full)
    if detail == INTERIM:
        return parts_along(vocabulary, _INTERIM, standing_alone)
    return _crossed(vocabulary)


def _crossed(vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Each duration with and without an agency job; then those of whom one of the two is not known."""
    durations = vocabulary.categories(_DURATION)
    jobs = vocabulary.categories(_INTERIM)
    pairs = [_pair(d, j, jobs[0]) for d in durations for j in jobs if d.absence is None]
    unknown_durations = [
        replace(part, along=SITUATION)
        for part in parts_along(vocabulary, _DURATION, in_full)
        if part.absent
    ]
    return (
        *(pair for pair in pairs if not pair.absent),
        *(pair for pair in pairs if pair.absent),
        *unknown_durations,
    )


def _pair(duration: Category, job: Category, full_colour: Category) -> Part:
    """Those of a duration and an agency job; `full_colour` is the job whose pairs have the duration's own colour."""
    category = Category(
        code=f"{duration.code}+{job.code}",
        label=f"{duration.short_label} {job.phrase}",
        phrase=f"{duration.phrase} {job.phrase}",
        colour=duration.colour if job == full_colour else _paler(duration.colour),
        absence=job.absence,
    )
    return Part(SITUATION, category, ((_DURATION, duration.code), (_INTERIM, job.code)))


def _paler(colour: str) -> str:
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(value + (255 - value) * PALER):02x}" for value in channels)


VIEW = View(
    name="demandeurs-emploi",
    page=BENEFICIARIES,
    place=3,
    title="Durée de chômage et intérim",
    ask=ask,
    tell=tell,
    switches=(DETAIL, VALUES),
    height=460,
)
