"""What became of the respondents, wave after wave? (study, annexes III to VI)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OVERVIEW
from dashboard.content.view import SCREENFUL, Canvas, Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.survey_bases import base_switch
from dashboard.views.overview.flows import Moves, flow_content, flow_queries

BASE = base_switch("statut")
START = Switch(
    "statut.depart",
    "Départ",
    "ensemble",
    fixed(Choice("ensemble", "Demandeurs d'emploi"), Choice("duree", "DE et DELD")),
)
CORRECTION = correction_switch("statut")
MOVES = Moves(
    "Situation professionnelle, avant et après la formation",
    Noun("situation", "situations", feminine=True),
    "status",
    BASE,
    CORRECTION,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The joint table of status over all waves; at T0 everybody is a jobseeker, split by duration at will."""
    first, *later = (Dimension("status", wave) for wave in scene.vocabulary.waves)
    if scene.position(START) == "duree":
        first = Dimension("long_term_jobseeker")
    return flow_queries(scene, MOVES, (first, *later))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The diagram of employment status, T0 to the last wave."""
    return flow_content(scene, MOVES, tables)


VIEW = View(
    name="statut",
    page=OVERVIEW,
    place=3,
    title="Situation professionnelle",
    ask=ask,
    tell=tell,
    switches=(BASE, START, CORRECTION),
    height=600,
    canvas=Canvas(SCREENFUL),
)
