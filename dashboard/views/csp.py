"""Do people change occupation? (study, figure 7)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.bases import base_option
from dashboard.views.flow_view import Moves, flow_content, flow_queries, job_steps, waves_option
from dashboard.views.pages import OVERVIEW
from dashboard.views.redressement import correction_option
from dashboard.views.view import Content, Scene, View

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
    steps = job_steps(scene, "csp", scene.setting(WAVES))
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
