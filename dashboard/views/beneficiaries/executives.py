"""How many are executives, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import variable
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import variable_noun
from dashboard.text.variables import known, known_of_nobody, short_name, variable_of
from dashboard.views.beneficiaries.categories_of_people import alone
from dashboard.views.beneficiaries.numbers_or_shares import NumbersOrShares, unit_at, values_switch
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.parts import parts_along
from dashboard.views.kit.notes import COHORT

VALUES = values_switch("cadres")
_EXECUTIVE = Dimension("executive")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Executives by cohort."""
    return {"executives": Query((COHORT, _EXECUTIVE), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort: executives, others, and those of whom it is not known."""
    executive = variable_of(_EXECUTIVE, scene.vocabulary)
    breakdown = CohortBreakdown(
        scene,
        tables["executives"],
        (_EXECUTIVE,),
        parts_along(scene.vocabulary, _EXECUTIVE, alone(executive)),
        unit_at(scene, VALUES),
        keeps_unknown=True,
    )
    return NumbersOrShares(
        breakdown,
        title=f"{executive.title}, selon la promotion",
        known=known(variable_noun(executive)),
        column=short_name(executive),
        unknown=known_of_nobody(variable_noun(executive)),
    ).content()


def title(vocabulary: Vocabulary) -> str:
    """The variable's name."""
    return variable_of(_EXECUTIVE, vocabulary).label


VIEW = View(
    name="cadres",
    page=BENEFICIARIES,
    place=4,
    title=title,
    ask=ask,
    tell=tell,
    switches=(VALUES,),
    height=420,
    needs=(variable("executive"),),
)
