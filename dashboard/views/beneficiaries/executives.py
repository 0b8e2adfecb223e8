"""How many contributed as executives, cohort by cohort? (study, text on tableau 1)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.words import capital
from dashboard.views.kit.cohort_bars import COHORT, SHARES, CohortBars, groups_along, values_option

VALUES = values_option("cadres")
KNOWN = "dont le statut cadre est connu"
_EXECUTIVE = Dimension("executive")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Executive contributions by cohort."""
    return {"executives": Query((COHORT, _EXECUTIVE), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort: executives, others, and those of whom it is not known."""
    groups = groups_along(scene, tables["executives"], _EXECUTIVE)
    # `Oui`, `Non` and `Inconnu` would say nothing in a legend.
    named = [replace(group, label=capital(group.phrase.removeprefix("au "))) for group in groups]
    bars = CohortBars(scene, named, KNOWN, "statut cadre", scene.position(VALUES) == SHARES)
    title = "Cotisation en tant que cadre, selon la promotion"
    return Content(
        title=title,
        base=bars.total,
        population=bars.population,
        figure=bars.figure(),
        data_table=bars.data_table(),
        reading=bars.reading(),
        alternative=bars.alternative(title),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=bars.notes(),
        nothing="Le statut cadre n'est connu d'aucun bénéficiaire de cette sélection."
        if bars.in_shares
        else "Aucun bénéficiaire dans cette sélection.",
    )


VIEW = View(
    name="cadres",
    page=BENEFICIARIES,
    place=4,
    title="Statut cadre",
    ask=ask,
    tell=tell,
    options=(VALUES,),
    height=420,
)
