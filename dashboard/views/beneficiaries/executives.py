"""How many contributed as executives, cohort by cohort? (study, text on tableau 1)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.beneficiaries.numbers_or_shares import (
    NumbersOrShares,
    unit_at,
    values_switch,
)
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.parts import parts_along, standing_alone
from dashboard.views.kit.notes import COHORT

VALUES = values_switch("cadres")
_EXECUTIVE = Dimension("executive")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Executive contributions by cohort."""
    return {"executives": Query((COHORT, _EXECUTIVE), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort: executives, others, and those of whom it is not known."""
    breakdown = CohortBreakdown(
        scene,
        tables["executives"],
        (_EXECUTIVE,),
        parts_along(scene.vocabulary, _EXECUTIVE, standing_alone),
        unit_at(scene, VALUES),
        keeps_unknown=True,
    )
    return NumbersOrShares(
        breakdown,
        title="Cotisation en tant que cadre, selon la promotion",
        known="dont le statut cadre est connu",
        column="statut cadre",
        unknown="Le statut cadre n'est connu d'aucun bénéficiaire de cette sélection.",
    ).content()


VIEW = View(
    name="cadres",
    page=BENEFICIARIES,
    place=4,
    title="Statut cadre",
    ask=ask,
    tell=tell,
    switches=(VALUES,),
    height=420,
)
