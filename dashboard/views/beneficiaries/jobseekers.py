"""For how long had they been out of work, and had they worked through an agency? (study, tableau 1)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.words import capital
from dashboard.views.kit.cohort_bars import (
    COHORT,
    SHARES,
    CohortBars,
    Group,
    groups_along,
    values_option,
)
from dashboard.views.kit.notes import definition_note

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
VALUES = values_option("demandeurs-emploi")
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
PALER = 0.5
"""How much white is mixed into the colour of a duration for those without an agency job."""

_DURATION, _INTERIM = Dimension("long_term_jobseeker"), Dimension("interim")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Duration and agency jobs by cohort."""
    return {"jobseekers": Query((COHORT, _DURATION, _INTERIM), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort, in four groups as in tableau 1, or along one of the two variables."""
    detail = scene.position(DETAIL)
    bars = CohortBars(
        scene,
        _groups(scene, tables["jobseekers"], detail),
        KNOWN[detail],
        "situation",
        scene.position(VALUES) == SHARES,
    )
    return Content(
        title=TITLES[detail],
        base=bars.total,
        population=bars.population,
        figure=bars.figure(),
        data_table=bars.data_table(),
        reading=bars.reading(),
        alternative=bars.alternative(TITLES[detail]),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=(*bars.notes(), definition_note(scene, _DURATION)),
        nothing="Cette situation n'est connue d'aucun bénéficiaire de cette sélection."
        if bars.in_shares
        else "Aucun bénéficiaire dans cette sélection.",
    )


def _groups(scene: Scene, table: ReleasedTable, detail: str) -> list[Group]:
    if detail == DURATION:
        return groups_along(scene, table, _DURATION)
    if detail == INTERIM:
        # `Oui` and `Non` would say nothing in a legend.
        groups = groups_along(scene, table, _INTERIM)
        return [replace(group, label=capital(group.phrase)) for group in groups]
    return _crossed(scene, table)


def _crossed(scene: Scene, table: ReleasedTable) -> list[Group]:
    """Each duration with and without an agency job; then those of whom one of the two is not known."""
    durations = scene.vocabulary.categories(_DURATION)
    jobs = scene.vocabulary.categories(_INTERIM)
    known = [_pair(scene, table, d, j) for d in durations for j in jobs if d.absence is None]
    unknown = [group for group in groups_along(scene, table, _DURATION) if group.absent]
    return [*sorted(known, key=lambda group: group.absent), *unknown]


def _pair(scene: Scene, table: ReleasedTable, duration: Category, job: Category) -> Group:
    vocabulary = scene.vocabulary
    where = {str(_DURATION): duration.code, str(_INTERIM): job.code}
    return Group(
        label=f"{duration.short_label} {job.phrase}",
        phrase=f"{duration.phrase} {job.phrase}",
        colour=duration.colour if job == vocabulary.categories(_INTERIM)[0] else _paler(duration),
        counts={c: table.count({**where, str(COHORT): c}) for c in vocabulary.cohorts},
        absent=job.absence is not None,
        target={
            parameter_of(key, vocabulary): value_of(key, category.code, vocabulary)
            for key, category in ((_DURATION, duration), (_INTERIM, job))
        },
    )


def _paler(category: Category) -> str:
    parts = (int(category.colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * PALER):02x}" for part in parts)


VIEW = View(
    name="demandeurs-emploi",
    page=BENEFICIARIES,
    place=3,
    title="Durée de chômage et intérim",
    ask=ask,
    tell=tell,
    options=(DETAIL, VALUES),
    height=460,
)
