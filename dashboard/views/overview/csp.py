"""Do people change occupation? (study, figure 7)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.nonresponse_weighting import correction_option
from dashboard.views.kit.survey_bases import base_option
from dashboard.views.overview.flows import (
    Moves,
    flow_content,
    flow_queries,
    job_steps,
    waves_option,
)

BASE = base_option("csp", two_jobs=True)
WAVES = waves_option("csp")
CORRECTION = correction_option("csp")
MOVES = Moves(
    "Catégorie socioprofessionnelle, avant et après la formation",
    "catégorie",
    "csp",
    BASE,
    CORRECTION,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The joint table of occupation: the last job at T0, then the job held at each wave."""
    steps = job_steps(scene, "csp", scene.position(WAVES))
    return flow_queries(scene, MOVES, steps)


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The Sankey of occupation, last job before against job after."""
    return flow_content(scene, MOVES, tables)


VIEW = View(
    name="csp",
    page=OVERVIEW,
    place=4,
    title="Catégorie socioprofessionnelle",
    ask=ask,
    tell=tell,
    options=(BASE, WAVES, CORRECTION),
    height=520,
)
