"""What became of the respondents, wave after wave?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OVERVIEW
from dashboard.content.view import SCREENFUL, Canvas, Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import before, several_waves, unmet, variable
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.phrases import phrase_of
from dashboard.text.words import capital, inside, listed
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.survey_bases import base_switch
from dashboard.views.overview.flows import Moves, flow_content, flow_queries
from dashboard.views.overview.readings import employed_in_words

DURATION = Dimension("long_term_jobseeker")
MOST_NAMED = 3
"""Durations that a button names one by one; of more it tells what they are."""


def _starts(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """Everybody by their situation; or, where it is known, by how long they had looked for a job before they came.

    A situation that there is at no other wave is that of all before they came: it is named, and so are the durations
    into which it is divided (`Demandeurs d'emploi`, `Moins d'un an et un an ou plus`). Without such a situation one
    variable takes the place of another, and it is the variables that are named.
    """
    status = vocabulary.variable("status")
    if unmet((before, variable(DURATION.variable)), vocabulary):
        return (Choice("ensemble", status.label),)
    of_all = [each for each in status.categories if each.waves == (vocabulary.before,)]
    durations = [vocabulary.category(DURATION, code) for code in vocabulary.real_codes(DURATION)]
    if len(of_all) != 1 or not 1 < len(durations) <= MOST_NAMED:
        divided = vocabulary.variable(DURATION.variable)
        return (Choice("ensemble", status.label), Choice("duree", divided.label))
    return (
        Choice("ensemble", _in_the_plural(of_all[0], vocabulary)),
        Choice("duree", capital(listed([inside(each.short_label) for each in durations]))),
    )


def _in_the_plural(situation: Category, vocabulary: Vocabulary) -> str:
    """What people are who are in one situation before they come: its phrase without the wave, or its label."""
    if not situation.phrase:
        return situation.label
    phrase = phrase_of((situation,), vocabulary.variable("status"), vocabulary.before)
    return capital(phrase.removesuffix(f" à {vocabulary.before}"))


BASE = base_switch("statut")
START = Switch("statut.depart", "Départ", "ensemble", _starts, expert=True)
CORRECTION = correction_switch("statut")
MOVES = Moves("status", BASE, CORRECTION, employed_in_words)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The joint table of status over all waves; the first may be divided by the time without a job instead."""
    first, *later = (Dimension("status", wave) for wave in scene.vocabulary.waves)
    if scene.position(START) == "duree":
        first = DURATION
    return flow_queries(scene, MOVES, (first, *later))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The diagram of employment status, from the first wave to the last."""
    return flow_content(scene, MOVES, tables)


def title(vocabulary: Vocabulary) -> str:
    """What the study calls the status."""
    return vocabulary.variable("status").title


VIEW = View(
    name="statut",
    page=OVERVIEW,
    place=3,
    title=title,
    ask=ask,
    tell=tell,
    switches=(BASE, START, CORRECTION),
    height=600,
    canvas=Canvas(SCREENFUL),
    needs=(several_waves,),
)
