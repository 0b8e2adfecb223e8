"""What do the diagrams of occupation and of sector share: their switches, and their steps from job to job?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import at_each_wave, several_waves
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.variables import variable_of
from dashboard.text.words import listed
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.survey_bases import base_switch, both_dates
from dashboard.views.overview.flows import Moves, flow_content, flow_queries
from dashboard.views.overview.readings import stayed_in_words

FIRST_TWO = "t1"
ALL_WAVES = "toutes"


def job_flows(name: str, variable: str, place: int) -> View:
    """The view called `name` of the flows along `variable`, from job to job, wave after wave.

    They start at the last job before enrolment, where the survey asks about it, at the job held at the first wave
    otherwise. A study that looks at people once has no flows.
    """
    base, waves = base_switch(name, two_jobs=True), _waves_switch(name)
    correction = correction_switch(name)
    moves = Moves(variable, base, correction, stayed_in_words)

    def ask(scene: Scene) -> Mapping[str, Query]:
        return flow_queries(scene, moves, _job_steps(scene, variable, scene.position(waves)))

    def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
        return flow_content(scene, moves, tables)

    def title(vocabulary: Vocabulary) -> str:
        return variable_of(Dimension(variable), vocabulary).title

    return View(
        name=name,
        page=OVERVIEW,
        place=place,
        title=title,
        ask=ask,
        tell=tell,
        switches=(base, waves, correction),
        height=520,
        needs=(at_each_wave(variable), several_waves),
    )


def _waves_switch(view: str) -> Switch:
    """The switch that adds the waves after the first two, where there are any."""

    def choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
        first_two = Choice(FIRST_TWO, listed(both_dates(vocabulary)))
        more = vocabulary.waves != both_dates(vocabulary)
        return (first_two, Choice(ALL_WAVES, "Toutes")) if more else (first_two,)

    return Switch(f"{view}.vagues", "Vagues", FIRST_TWO, choices)


def _job_steps(scene: Scene, variable: str, waves: str) -> tuple[Dimension, ...]:
    """The steps of a diagram of jobs: the first two waves, or every wave."""
    shown = scene.vocabulary.waves if waves == ALL_WAVES else both_dates(scene.vocabulary)
    return tuple(Dimension(variable, wave) for wave in shown)
