"""What became of the respondents, wave after wave? (study, annexes III to VI)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain.dimension import Dimension
from dashboard.domain.options import Choice, Option, fixed
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.bases import base_option
from dashboard.views.flow_view import Moves, flow_content, flow_queries
from dashboard.views.pages import OVERVIEW
from dashboard.views.redressement import correction_option
from dashboard.views.view import SCREENFUL, Canvas, Content, Scene, View

BASE = base_option("statut")
START = Option(
    "statut.depart",
    "Départ",
    "ensemble",
    fixed(Choice("ensemble", "Demandeurs d'emploi"), Choice("duree", "DE et DELD")),
)
CORRECTION = correction_option("statut")
MOVES = Moves(
    "Situation professionnelle, avant et après la formation",
    "situation",
    "status",
    BASE,
    CORRECTION,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The joint table of status over all waves; at T0 everybody is a jobseeker, split by duration at will."""
    first, *later = (Dimension("status", wave) for wave in scene.vocabulary.waves)
    if scene.setting(START) == "duree":
        first = Dimension("long_term_jobseeker")
    return flow_queries(scene, MOVES, (first, *later))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The Sankey of employment status, T0 to the last wave."""
    return flow_content(scene, MOVES, tables)


VIEW = View(
    name="statut",
    page=OVERVIEW,
    place=3,
    title="Situation professionnelle",
    ask=ask,
    tell=tell,
    options=(BASE, START, CORRECTION),
    height=600,
    canvas=Canvas(SCREENFUL),
)
