"""How are the funded units taught, cohort by cohort? (study, figure 4)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import UNITS, agreed
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import COHORT
from dashboard.views.training.units_note import UNITS_HAVE_NO_INTERVAL

MODALITY = Dimension("modality")


def ask(scene: Scene) -> Mapping[str, Query]:
    """The units of each cohort by modality, whatever their pathway."""
    return {"units": Query((COHORT, MODALITY), scene.selection, "unit")}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One bar a cohort, filled by the modalities."""
    shares = CohortShares(scene, tables["units"], MODALITY, UNITS)
    words = SharesWords(
        title="Modalité de formation, par promotion",
        population="UE financées, toutes années, quel que soit le parcours",
        along="modalité",
        counted="UE financées",
        subject="modalité des UE financées",
        sentence=_sentence,
        nothing="Aucune UE financée dans cette sélection.",
    )
    source = scene.vocabulary.codebook.study.source_enrolment
    return shares.content(words, source, (UNITS_HAVE_NO_INTERVAL,))


def _sentence(of_cohort: Share, modality: Category) -> str:
    verb = agreed(of_cohort, "est suivie", "sont suivies")
    return f"{UNITS.of_base(of_cohort)} {verb} dans la modalité « {modality.label} »"


VIEW = View("modalites", TRAINING, 4, "Modalité de formation", ask, tell)
