"""How far does a group stand from the others where both are compared cohort by cohort?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.content.view import Scene
from dashboard.domain.needs import Need
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.statistics.standardised import Standardised, standardised
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import percent
from dashboard.text.words import inside, listed
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.verdicts import gap_in_words, verdict_of

CORRECTION = correction_switch("emploi-groupes")

NOT_CORRECTED = "Les écarts des parts redressées ne sont pas jugés : ils restent tels quels."

AS_IT_IS, EQUAL = "telle-quelle", "egale"

COLUMNS = ("part à promotion égale (%)", "autres, à promotion égale (%)", "écart tel quel (points)")
"""The cells of the table that tell both shares as if groups had the same cohorts, and the gap as it is."""

HOW = (
    "À promotion égale : l'écart est la moyenne de ceux de chaque promotion, d'autant plus forte qu'elle compte plus "
    "de personnes des deux côtés (Mantel-Haenszel) ; son intervalle est celui de Newcombe, stratifié (Yan et Su)."
)


def _several_cohorts(vocabulary: Vocabulary) -> str:
    """Two cohorts at least were asked: of one, all are of the same."""
    return "" if len(vocabulary.surveyed_cohorts()) > 1 else "une seule promotion est interrogée"


_NEEDS: tuple[Need, ...] = (_several_cohorts,)

COMPOSITION = Switch(
    "emploi-groupes.composition",
    "Composition",
    AS_IT_IS,
    fixed(Choice(AS_IT_IS, "Telle quelle"), Choice(EQUAL, "À promotion égale", _NEEDS)),
    expert=True,
    idle=lambda positions: NOT_CORRECTED if CORRECTION.parameter in positions else "",
)


def at_equal_cohort(scene: Scene) -> bool:
    """Whether the reader asked to hold the cohort equal."""
    return scene.position(COMPOSITION) == EQUAL


@dataclass(frozen=True)
class CohortPair:
    """The people of a group and those of the others who are of one cohort."""

    cohort: str
    group: Group
    others: Group


@dataclass(frozen=True)
class EqualCohorts:
    """A group beside the others, cohort by cohort."""

    pairs: Sequence[CohortPair]

    @property
    def compared(self) -> Standardised | None:
        """Both shares as if the two sides had the same cohorts; None where no cohort has both."""
        return standardised([(pair.group, pair.others) for pair in self.pairs])

    @property
    def left_out(self) -> tuple[str, ...]:
        """The cohorts in which one side alone has people, or numbers that are told."""
        return tuple(
            pair.cohort
            for pair in self.pairs
            if bool(pair.group.people) is not bool(pair.others.people)
            or not (pair.group.is_released and pair.others.is_released)
        )

    @property
    def is_released(self) -> bool:
        """Whether all numbers of both sides may be told."""
        return all(pair.group.is_released and pair.others.is_released for pair in self.pairs)


def cells(compared: Standardised | None, gap_as_it_is: float | None) -> tuple[float | None, ...]:
    """The cells under `COLUMNS`."""
    if compared is None:
        return (None, None, gap_as_it_is)
    return (compared.first, compared.second, gap_as_it_is)


def reading(name: str, wave: str, compared: Standardised) -> str:
    """`À promotion égale, 33,0 % du groupe « Femmes » sont en emploi à T1, contre 35,2 % des autres : ...`."""
    gap = gap_in_words(compared.difference, "points")
    return (
        f"À promotion égale, {percent(compared.first)} du groupe « {name} » sont en emploi à {wave}, contre "
        f"{percent(compared.second)} des autres : {gap}, {verdict_of(compared.difference)}."
    )


def left_out_note(named: Sequence[tuple[str, EqualCohorts]]) -> tuple[str, ...]:
    """Which cohorts tell nothing of which groups, since one side has nobody there."""
    told = [f"{inside(name)} ({listed(equal.left_out)})" for name, equal in named if equal.left_out]
    if not told:
        return ()
    untold = "" if all(equal.is_released for _, equal in named) else " ou non diffusé"
    return (
        f"Promotions laissées de côté, où l'un des deux côtés est vide{untold} : {' ; '.join(told)}.",
    )
