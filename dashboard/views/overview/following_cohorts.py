"""Which cohort is set against which one before it?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.view import Scene
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.notes import COHORT


@dataclass(frozen=True)
class Following:
    """Two cohorts, of which `last` came later. `chosen`: a filter keeps both, and none between them."""

    last: str
    previous: str
    chosen: bool

    @property
    def both(self) -> tuple[str, str]:
        """The later one, then the earlier one."""
        return self.last, self.previous

    @property
    def gap(self) -> str:
        """What a gap is, in words."""
        return f"promotion {self.last} moins promotion {self.previous}"

    def of(self, selection: Selection) -> Selection:
        """The people of `selection` who are in one of the two, whichever cohorts it keeps."""
        return selection.without(COHORT).keeping(COHORT, self.both)


def following(scene: Scene) -> Following | None:
    """The last cohort of the selection and the one before it; None where there is none.

    The one before is that of the selection; where it keeps one cohort alone, that of the study. Where it keeps people
    by what they told at a wave, both were asked then: of a cohort that was not, nobody could be kept.
    """
    cohorts = asked(scene)
    kept = scene.selection.codes(COHORT) or cohorts
    known = [cohort for cohort in cohorts if cohort in kept]
    if not known:
        return None
    alone = len(known) == 1
    before = [cohort for cohort in (cohorts if alone else known) if cohort < known[-1]]
    return Following(known[-1], before[-1], not alone) if before else None


def asked(scene: Scene) -> tuple[str, ...]:
    """The cohorts that were asked at each wave by whose answers the selection keeps people; all where it keeps none."""
    vocabulary = scene.vocabulary
    waves = [condition.dimension.wave for condition in scene.selection if condition.dimension.wave]
    surveyed = vocabulary.surveyed_cohorts()

    def was(cohort: str, wave: str) -> bool:
        return (
            (cohort, wave) in vocabulary.calendar
            if wave in vocabulary.after
            else cohort in surveyed
        )

    return tuple(c for c in vocabulary.cohorts if all(was(c, wave) for wave in waves))


def two_cohorts(vocabulary: Vocabulary) -> str:
    """A need: there are two cohorts at least."""
    return "" if len(vocabulary.cohorts) > 1 else "il n'y a qu'une promotion"
