"""What has to be known of a budget, and of filters that do nothing to it?"""

from __future__ import annotations

from dashboard.content.notes import Caution, Concern
from dashboard.domain.budgets import Budget
from dashboard.domain.vocabulary import Vocabulary


def note_on(budget: Budget) -> str:
    """What the file of budgets tells of one; it warns where the budget is not that of the academic year."""
    if budget.calendar_year is None:
        return budget.note
    brief = f"Budget de l'année civile {budget.calendar_year}, rapproché d'une année universitaire."
    return Caution(budget.note, Concern.APPROXIMATION, brief)


def unfiltered(vocabulary: Vocabulary) -> Caution:
    """Why filters do nothing here."""
    region = ", par région" if vocabulary.layers else ""
    ignored = "Les filtres ne s'appliquent pas à cette vue"
    return Caution(
        f"{ignored} : le budget n'est connu que pour l'ensemble des inscriptions d'une année, et non par "
        f"promotion{region} ou par bénéficiaire.",
        Concern.IGNORED_FILTERS,
        f"{ignored}.",
    )
