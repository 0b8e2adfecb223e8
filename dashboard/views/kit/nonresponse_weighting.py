"""How does a view offer shares corrected for non-response, so that nobody can take them for plain ones?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dashboard.content.charts.datum import Mark
from dashboard.content.view import Scene
from dashboard.domain.counts import SUPPRESSED_TEXT
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.statistics.weighting import WeightedShare
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import bounds, percent, points, share
from dashboard.text.words import inside, listed
from dashboard.views.kit.notes import marks_of
from dashboard.views.kit.survey_bases import SURVEYED

PLAIN, CORRECTED = "non", "oui"

NOT_FOR_ALL = (
    "Le redressement porte sur les répondants : sur tous les interrogés, il n'est pas appliqué."
)

CORRECTED_COLUMNS = (
    "part redressée (%)",
    "redressée, borne basse",
    "redressée, borne haute",
    "effet du redressement (points)",
)


@dataclass(frozen=True)
class CorrectedShare:
    """A share as counted, and as corrected for non-response where the reader asked for it."""

    counted: Share
    corrected: WeightedShare | None = None

    @property
    def percent(self) -> float | None:
        """What is drawn: the corrected share where there is one, and where the counted one may be told."""
        if self.counted.hidden:
            return None
        return self.counted.percent if self.corrected is None else self.corrected.percent

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of what is drawn."""
        if self.counted.hidden:
            return None
        return self.counted.interval if self.corrected is None else self.corrected.interval

    @property
    def effect(self) -> float | None:
        """What the correction changes, in points; None without one."""
        counted, corrected = self.counted, self.corrected
        if corrected is None or corrected.percent is None or not counted.base or counted.hidden:
            return None
        return corrected.percent - (counted.percent or 0)

    @property
    def correction(self) -> tuple[float | None, ...]:
        """The cells of the table under `CORRECTED_COLUMNS`; none without a correction."""
        if self.corrected is None:
            return ()
        low, high = self.interval or (None, None)
        return (self.percent, low, high, self.effect)

    @property
    def label(self) -> str:
        """What is drawn, without decimals and without its marks."""
        return SUPPRESSED_TEXT if self.counted.hidden else percent(self.percent, 0)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What to warn a reader of beside the label: few people stand behind it."""
        return marks_of(self.counted)

    @property
    def hover(self) -> tuple[str, ...]:
        """What the correction makes of the share, as a line under the mouse; no line without a correction."""
        if self.corrected is None or self.counted.hidden:
            return ()
        return (f"Part redressée : {percent(self.percent)} ({points(self.effect)})",)

    def stamped(self, *, bounded: bool = False) -> str:
        """`30,4 % après redressement de la non-réponse (30,9 % sans redressement)`, as a Lecture says it.

        `bounded`: with the interval beside.
        """
        within = f" (intervalle à 95 % {bounds(self.interval)})" if bounded else ""
        return (
            f"{percent(self.percent)}{within} après redressement de la non-réponse "
            f"({share(self.counted)} sans redressement)"
        )


def correction_switch(view: str) -> Switch:
    """The switch that corrects non-response; it has one position where the tables support no weights.

    Weights are those of respondents: with a base of all surveyed people it has no effect.
    """
    plain, corrected = Choice(PLAIN, "Non"), Choice(CORRECTED, "Oui", told="redressement")
    return Switch(
        f"{view}.redressement",
        "Redressement",
        PLAIN,
        lambda vocabulary: (plain, corrected) if vocabulary.weighting else (plain,),
        expert=True,
        idle=lambda positions: NOT_FOR_ALL if positions.get(f"{view}.base") == SURVEYED else "",
    )


def weighted_name(name: str) -> str:
    """What the weighted form of the query called `name` is called."""
    return f"{name}, redressé"


def with_weighted(queries: Mapping[str, Query], *, wanted: bool) -> Mapping[str, Query]:
    """`queries`; where the reader wants them, followed by the same queries, weighted."""
    if not wanted:
        return queries
    weighted = {
        weighted_name(name): replace(query, weighted=True) for name, query in queries.items()
    }
    return {**queries, **weighted}


def wanted(scene: Scene, switch: Switch) -> bool:
    """Whether the reader asked for the correction, the tables support one, and it applies to the base."""
    return scene.position(switch) != PLAIN and scene.vocabulary.weighting is not None


def weighed(scene: Scene, part: float, whole: float, people: int) -> WeightedShare | None:
    """The share of weights that so many respondents carry; None where the tables support no weights."""
    weighting = scene.vocabulary.weighting
    return WeightedShare(part, whole, people, weighting.design_effect) if weighting else None


def corrected_title(title: str, *, corrected: bool) -> str:
    """`title`, stamped where the shares under it are corrected."""
    return f"{title} (après redressement de la non-réponse)" if corrected else title


def correction_notes(
    scene: Scene, switch: Switch, effects: Iterable[float | None]
) -> tuple[str, ...]:
    """Where the reader asked for the correction: what it does, or why it does not apply to the base."""
    if wanted(scene, switch):
        return (correction_note(scene, effects),)
    asked, idle = switch.parameter in scene.switches, switch.idle(scene.switches)
    return (idle,) if asked and idle else ()


def correction_note(scene: Scene, effects: Iterable[float | None]) -> str:
    """What the correction does, on which variables, and by how much it moves the shares shown."""
    known = [effect for effect in effects if effect is not None]
    moved = f" Effet : de {points(min(known))} à {points(max(known))}." if known else ""
    return (
        "Redressement de la non-réponse : chaque répondant reçoit un poids tel que, ensemble, ils se répartissent "
        f"comme tous les interrogés selon {_variables(scene.vocabulary)} (calage sur marges ; petites catégories "
        f"regroupées).{moved} Il ne corrige ni les vagues sans réponse d'un répondant, ni ce que ces variables "
        "ignorent."
    )


def _variables(vocabulary: Vocabulary) -> str:
    names = vocabulary.weighting.variables if vocabulary.weighting else ()
    return listed([inside(vocabulary.variable(name).label) for name in names])
