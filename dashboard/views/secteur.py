"""Do people change sector? (study, figure 8)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.bases import base_option
from dashboard.views.flow_view import FlowWords, flow_content, flow_query, job_steps, waves_option
from dashboard.views.pages import OVERVIEW
from dashboard.views.view import Content, Scene, View

BASE = base_option("secteur", two_jobs=True)
WAVES = waves_option("secteur")


def ask(scene: Scene) -> Mapping[str, Query]:
    """The joint table of sector: the last job at T0, then the job held at each wave."""
    steps = job_steps(scene, "sector", scene.setting(WAVES))
    return {"flows": flow_query(scene, steps, "sector", scene.setting(BASE))}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The Sankey of sector, last job before against job after."""
    words = FlowWords(
        "Secteur d'activité, avant et après la formation", "secteur", scene.setting(BASE)
    )
    return flow_content(scene, tables["flows"], words)


VIEW = View(
    name="secteur",
    page=OVERVIEW,
    place=5,
    title="Secteur d'activité",
    ask=ask,
    tell=tell,
    options=(BASE, WAVES),
    height=520,
)
