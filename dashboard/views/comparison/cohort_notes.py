"""Which cohorts stand behind the lines of a comparison, and which do not?"""

from __future__ import annotations

from dashboard.content.comparison.whole import cohorts_in, left_out
from dashboard.content.notes import Caution, Concern
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import as_in_the_report
from dashboard.text.words import listed
from dashboard.views.comparison.sides import Pair

SEVERAL = 2
"""Promotions from which on a side is told as a whole."""


def cohort_notes(pair: Pair, vocabulary: Vocabulary, *, apart: bool) -> tuple[str, ...]:
    """Where no cohort is on both sides (`apart`), what a line compares; then of which cohorts too little is known."""
    return (*(_apart(pair) if apart else ()), *_too_little_known(pair, vocabulary))


def _apart(pair: Pair) -> tuple[str, ...]:
    sides = [cohorts_in(side.content.data_table) for side in (pair.first, pair.second)]
    if all(len(cohorts) < SEVERAL for cohorts in sides):
        return ()
    first, second = (
        f"l'ensemble des promotions {listed(cohorts)}"
        if len(cohorts) >= SEVERAL
        else f"la promotion {listed(cohorts)}"
        for cohorts in sides
    )
    return (f"Aucune promotion n'est des deux côtés : chaque ligne compare {first} à {second}.",)


def _too_little_known(pair: Pair, vocabulary: Vocabulary) -> tuple[str, ...]:
    sides = {side.name: left_out(side.content.data_table) for side in (pair.first, pair.second)}
    cohorts = sorted({cohort for out in sides.values() for cohort in out})
    if not cohorts:
        return ()
    named = listed(
        [
            f"{cohort} ({listed([side for side, out in sides.items() if cohort in out])})"
            for cohort in cohorts
        ]
    )
    known, why = "Moins de la moitié des cas sont connus pour", as_in_the_report(vocabulary, "")
    head = f"{why}, " if why else ""
    if len(cohorts) == 1:
        rule = "elle n'est pas comparée, et l'ensemble ne la compte pas"
        return (Caution(f"{known} la promotion {named} : {head}{rule}.", Concern.LOW_COVERAGE),)
    rule = "elles ne sont pas comparées, et l'ensemble ne les compte pas"
    return (Caution(f"{known} les promotions {named} : {head}{rule}.", Concern.LOW_COVERAGE),)
