"""Do people change occupation? (study, figure 7)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.bases import base_option
from dashboard.views.flow_view import FlowWords, flow_content, flow_query, job_steps, waves_option
from dashboard.views.pages import OVERVIEW
from dashboard.views.view import Content, Scene, View

BASE = base_option("csp", two_jobs=True)
WAVES = waves_option("csp")


def ask(scene: Scene) -> Mapping[str, Query]:
    """The joint table of occupation: the last job at T0, then the job held at each wave."""
    steps = job_steps(scene, "csp", scene.setting(WAVES))
    return {"flows": flow_query(scene, steps, "csp", scene.setting(BASE))}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The Sankey of occupation, last job before against job after."""
    words = FlowWords(
        "Catégorie socioprofessionnelle, avant et après la formation",
        "catégorie",
        scene.setting(BASE),
    )
    return flow_content(scene, tables["flows"], words)


VIEW = View(
    name="csp",
    page=OVERVIEW,
    place=4,
    title="Catégorie socioprofessionnelle",
    ask=ask,
    tell=tell,
    options=(BASE, WAVES),
    height=520,
)
