"""Who has kept a job, found one or lost it, over the waves that each cohort has reached?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Scene, View, tall
from dashboard.domain.needs import several_waves_after, with_role
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.outcomes.trajectories import words
from dashboard.views.outcomes.trajectories.bars import chart, data_table
from dashboard.views.outcomes.trajectories.counts import BASE, Trajectories, questions
from dashboard.views.outcomes.trajectories.spans import SPAN
from dashboard.views.outcomes.trajectories.staying import Staying


def ask(scene: Scene) -> Mapping[str, Query]:
    """The respondents of each cohort on each path, and those still employed at each wave."""
    return questions(scene)


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort, filled by its paths."""
    trajectories, staying = Trajectories(scene, tables), Staying(scene, tables)
    return Content(
        title="Qui a gardé un emploi ?",
        base=trajectories.people,
        population=words.population(scene),
        chart=chart(trajectories),
        data_table=data_table(trajectories, staying),
        reading=words.reading(trajectories, staying),
        alternative=words.alternative(trajectories),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=words.notes(trajectories, staying),
        nothing=words.nothing(trajectories, tables["respondents"].total()),
        nothing_to_find=not trajectories.waves,
    )


VIEW = View(
    name="trajectoires",
    page=OUTCOMES,
    place=3,
    title="Qui a gardé un emploi ?",
    ask=ask,
    tell=tell,
    switches=(SPAN, BASE),
    canvas=tall(360),
    wide=True,
    needs=(with_role("status", "employed"), several_waves_after),
)
