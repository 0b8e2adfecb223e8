"""What do the diagrams of occupation and of sector share: their switches, and their steps from job to job?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.survey_bases import base_switch
from dashboard.views.overview.flows import Moves, flow_content, flow_queries

FIRST_TWO = "t1"
ALL_WAVES = "toutes"


def job_flows(name: str, variable: str, subject: Noun, title: str, place: int) -> View:
    """The view called `name` of the flows along `variable`: from the last job at T0 to the job held at each wave."""
    base, waves = base_switch(name, two_jobs=True), _waves_switch(name)
    correction = correction_switch(name)
    moves = Moves(f"{title}, avant et après la formation", subject, variable, base, correction)

    def ask(scene: Scene) -> Mapping[str, Query]:
        return flow_queries(scene, moves, _job_steps(scene, variable, scene.position(waves)))

    def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
        return flow_content(scene, moves, tables)

    return View(
        name=name,
        page=OVERVIEW,
        place=place,
        title=title,
        ask=ask,
        tell=tell,
        switches=(base, waves, correction),
        height=520,
    )


def _waves_switch(view: str) -> Switch:
    """The switch that adds the waves after T1."""
    return Switch(
        f"{view}.vagues",
        "Vagues",
        FIRST_TWO,
        fixed(Choice(FIRST_TWO, "T0 et T1"), Choice(ALL_WAVES, "Toutes")),
    )


def _job_steps(scene: Scene, variable: str, waves: str) -> tuple[Dimension, ...]:
    """The steps of a diagram of jobs: T0 and T1, or every wave."""
    shown = scene.vocabulary.waves if waves == ALL_WAVES else scene.vocabulary.waves[:2]
    return tuple(Dimension(variable, wave) for wave in shown)
