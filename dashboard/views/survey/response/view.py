"""Who answered the survey, when, and are they like those who did not?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import SURVEY
from dashboard.content.view import Scene, View, tall
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.survey.response.profile import ask_profile, tell_profile
from dashboard.views.survey.response.waves import ask_waves, tell_waves

WAVES = "vague"


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """The waves, or a variable that is known of everybody, whether they answered or not."""
    variables = [vocabulary.variable(name) for name in vocabulary.codebook.uses.known_of_all]
    return (
        Choice(WAVES, "Vague"),
        *(Choice(known.parameter, known.label) for known in variables if known.parameter),
    )


BY = Switch("reponses.selon", "Selon", WAVES, _choices)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Status at each wave by cohort; or response along one variable."""
    key = _along(scene)
    return ask_waves(scene) if key is None else ask_profile(scene, key)


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Who answered at each wave; or respondents beside those who did not answer."""
    key = _along(scene)
    return tell_waves(scene, tables) if key is None else tell_profile(scene, tables["profile"], key)


def _along(scene: Scene) -> Dimension | None:
    """The variable to compare on; None to look at the waves."""
    chosen = scene.position(BY)
    if chosen == WAVES:
        return None
    return Dimension(scene.vocabulary.codebook.by_parameter[chosen].name)


VIEW = View(
    name="reponses",
    page=SURVEY,
    place=1,
    title="Réponse à l'enquête",
    ask=ask,
    tell=tell,
    switches=(BY,),
    height=720,
    canvas=tall(720, phone=760),
    wide=True,
)
