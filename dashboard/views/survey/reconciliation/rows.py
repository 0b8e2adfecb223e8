"""What stands in the row of a published figure: both numbers, their unit, how it is made, and why they differ?"""

from __future__ import annotations

from dashboard.content.data_table import Key, Row
from dashboard.domain.dimension import dimension
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.reconciliation import Reconciled
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import capital, counted
from dashboard.views.kit.verdicts import gap_in_words, verdict_of
from dashboard.views.survey.reconciliation.parts import STATUSES

EMPTY_CELL = "(vide)"

_UNITS = {
    "beneficiary": "personnes",
    "enrolment": "inscriptions",
    "unit": "UE",
    "answer": "apports",
}


def row(reconciled: Reconciled, vocabulary: Vocabulary) -> Row:
    """A published figure beside the recomputed one; it counts nobody and has no share."""
    figure = reconciled.figure
    # Within bounds there is nothing to subtract from.
    within = figure.precision == "bounds" and reconciled.status in ("rounded", "inconclusive")
    return Row(
        (
            Key("place", figure.place, figure.place),
            Key("figure", figure.id, figure.label),
            Key("published", figure.printed, figure.printed or EMPTY_CELL),
        ),
        None,
        None,
        (reconciled.recomputed.value, None if within else reconciled.difference),
        remarks=(
            unit_of(figure, vocabulary),
            STATUSES[reconciled.status].singular,
            _working(reconciled, vocabulary),
            _reason(reconciled, vocabulary),
        ),
    )


def unit_of(figure: PublishedFigure, vocabulary: Vocabulary) -> str:
    """What a figure is counted in: `personnes`, `%`, `points`, `ans`."""
    variable = (
        vocabulary.variable(dimension(figure.dimension).variable) if figure.dimension else None
    )
    match figure.of or figure.statistic:
        case "count":
            return _UNITS[figure.counted]
        case "share" | "agreement" | "participation":
            return "points" if figure.statistic == "difference" else "%"
        case "budget":
            return "€"
        case "categories" | "added" if variable is not None:
            return (variable.plural or "catégories").lower()
        case "mean" | "minimum" | "maximum" if variable is not None:
            return variable.unit
        case _:
            return ""


def _working(reconciled: Reconciled, vocabulary: Vocabulary) -> str:
    """What the recomputed number is made of."""
    recomputed, figure = reconciled.recomputed, reconciled.figure
    if figure.statistic == "order":
        key = dimension(figure.dimension)
        return " > ".join(vocabulary.category(key, code).short_label for code in recomputed.codes)
    if recomputed.part is not None and recomputed.base is not None:
        return f"{count(recomputed.part)} sur {count(recomputed.base)}"
    return "" if recomputed.base is None else counted(recomputed.base, "personne")


def _reason(reconciled: Reconciled, vocabulary: Vocabulary) -> str:
    """Why it disagrees, how far a difference may be trusted, and what a reader has to know of the figure."""
    unit = unit_of(reconciled.figure, vocabulary)
    sentences = [_why(reconciled), _verdict(reconciled, unit), reconciled.figure.note]
    return unbroken(" ".join(sentence for sentence in sentences if sentence))


def _why(reconciled: Reconciled) -> str:
    figure = reconciled.figure
    if reconciled.status == "explained":
        return f"{figure.contradiction} Retenu : {figure.resolution}"
    if reconciled.status != "outside":
        return ""
    if figure.statistic == "context":
        return "Fait de contexte, que les tables ne contiennent pas."
    if figure.statistic == "budget":
        return "Aucun budget n'est déclaré pour cette année."
    return "Les tables chargées n'ont pas cette vague."


def _verdict(reconciled: Reconciled, unit: str) -> str:
    """`Écart non concluant : +9,9 points [−6,2 ; +23,9] face aux autres régions (vue « Profils des régions »).`"""
    difference = reconciled.recomputed.one_vs_rest
    if difference is None:
        return ""
    return (
        f"{capital(verdict_of(difference))} : {gap_in_words(difference, unit)} face aux autres régions "
        "(vue « Profils des régions »)."
    )
