"""Over which waves is the path of each cohort told, and how are they named?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.view import Scene
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import listed

REACHED = "atteintes"
"""Each cohort over the waves that it has reached, however many."""

SEVERAL = 3
"""From so many waves that follow one another on, the first and the last are named."""

Waves = tuple[str, ...]


def _spans(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """The same waves for all, from the first on: two, three and so on; or those that each cohort has reached."""
    after = vocabulary.after
    same = (after[:number] for number in range(2, len(after) + 1))
    return (
        *(Choice(waves[-1], span_name(waves, vocabulary)) for waves in same),
        Choice(REACHED, "Atteintes par chaque promotion"),
    )


SPAN = Switch("trajectoires.vagues", "Vagues", "", _spans)
"""The first two waves, where a study has them: of a cohort that has reached one there is no path to tell yet."""


def span_name(waves: Sequence[str], vocabulary: Vocabulary) -> str:
    """`T1`, `T1 et T2`, `T1 à T3`; those that do not follow one another are all named."""
    after = vocabulary.after
    first = after.index(waves[0])
    follow = tuple(waves) == after[first : first + len(waves)]
    if follow and len(waves) >= SEVERAL:
        return f"{waves[0]} à {waves[-1]}"
    return listed(list(waves))


def waves_by_cohort(scene: Scene) -> dict[str, Waves]:
    """The waves over which the path of each cohort is told; without the cohorts that have not reached them."""
    vocabulary, span = scene.vocabulary, scene.position(SPAN)
    after = vocabulary.after
    wanted = after if span == REACHED else after[: after.index(span) + 1]
    reached = {
        cohort: tuple(wave for wave in wanted if (cohort, wave) in vocabulary.calendar)
        for cohort in vocabulary.cohorts
    }
    return {
        cohort: waves
        for cohort, waves in reached.items()
        if waves and (span == REACHED or waves == wanted)
    }
