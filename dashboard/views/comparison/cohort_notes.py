"""Which cohorts stand behind the lines of a comparison, and which do not?"""

from __future__ import annotations

from dashboard.content.comparison.whole import cohorts_in, left_out
from dashboard.content.data_table import DataTable
from dashboard.content.notes import Caution, Concern
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import as_in_the_report
from dashboard.text.words import listed


def cohort_notes(
    a: DataTable, b: DataTable, vocabulary: Vocabulary, *, apart: bool
) -> tuple[str, ...]:
    """Where no cohort is on both sides (`apart`), what a line compares; then of which cohorts too little is known."""
    return (*(_apart(a, b) if apart else ()), *_too_little_known(a, b, vocabulary))


def _apart(a: DataTable, b: DataTable) -> tuple[str, ...]:
    sides = [cohorts_in(table) for table in (a, b)]
    if not any(sides):
        return ()
    first, second = (
        "l'ensemble des promotions" if len(cohorts) > 1 else f"la promotion {listed(cohorts)}"
        for cohorts in sides
    )
    return (
        f"A et B n'ont aucune promotion en commun : chaque ligne compare {first} de A à {second} de B.",
    )


def _too_little_known(a: DataTable, b: DataTable, vocabulary: Vocabulary) -> tuple[str, ...]:
    sides = {"A": left_out(a), "B": left_out(b)}
    cohorts = sorted({*sides["A"], *sides["B"]})
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
