"""What stands in the row of a published figure: both numbers, their unit, how it is made, and why they differ?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.data_table import Key, Row
from dashboard.content.view import Scene
from dashboard.domain.dimension import dimension
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.reconciliation import Missing, Reconciled, missing_from
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import funded
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import capital, counted, inside, listed
from dashboard.views.kit.regions import regional
from dashboard.views.kit.verdicts import gap_in_words, verdict_of
from dashboard.views.survey.reconciliation.parts import STATUSES

EMPTY_CELL = "(vide)"

_PROFILES = "profils-regionaux"
"""The view that judges each region against the others."""

_UNITS = {"beneficiary": "personnes", "enrolment": "inscriptions", "answer": "apports"}
_MISSING: Mapping[Missing, tuple[str, str]] = {
    "wave": ("la vague", "les vagues"),
    "variable": ("la variable", "les variables"),
    "cohort": ("la promotion", "les promotions"),
    "academic_year": ("l'année universitaire", "les années universitaires"),
}
"""What tables may be without, of one and of several."""

_NOT_IN_TABLES = {
    "context": "Fait de contexte, que les tables ne contiennent pas.",
    "untold": "Un tiret n'est pas un zéro : aucun nombre n'est publié.",
    "budget": "Aucun budget n'est déclaré pour cette année.",
    "participation": "Aucune promotion des tables chargées n'a été enquêtée à cette date.",
}
"""Why a statistic that is no count of what tables name is not in them."""

_OTHER_UNITS = {"budget": "€", "surveys": "enquêtes"}


def row(reconciled: Reconciled, scene: Scene) -> Row:
    """A published figure beside the recomputed one; it counts nobody and has no share."""
    figure, vocabulary = reconciled.figure, scene.vocabulary
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
            _reason(reconciled, scene),
        ),
    )


def unit_of(figure: PublishedFigure, vocabulary: Vocabulary) -> str:
    """What a figure is counted in: `personnes`, `%`, `points`, `ans`."""
    variable = (
        vocabulary.variable(dimension(figure.dimension).variable) if figure.dimension else None
    )
    match figure.of or figure.statistic:
        case "count":
            return _UNITS.get(figure.counted) or funded(vocabulary).plural
        case "share" | "agreement" | "participation":
            return "points" if figure.statistic == "difference" else "%"
        case "budget" | "surveys" as counted_otherwise:
            return _OTHER_UNITS[counted_otherwise]
        case "categories" | "added" if variable is not None:
            return inside(variable.plural or "catégories")
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


def _reason(reconciled: Reconciled, scene: Scene) -> str:
    """Why it disagrees, how far a difference may be trusted, and what a reader has to know of the figure."""
    sentences = [
        _why(reconciled, scene.vocabulary),
        _verdict(reconciled, scene),
        reconciled.figure.note,
    ]
    return unbroken(" ".join(sentence for sentence in sentences if sentence))


def _why(reconciled: Reconciled, vocabulary: Vocabulary) -> str:
    figure = reconciled.figure
    if reconciled.status == "explained":
        return f"{figure.contradiction} Retenu : {figure.resolution}"
    if reconciled.status != "outside":
        return ""
    if reconciled.untold:
        return (
            "Les effectifs diffusés sont arrondis : ils ne permettent pas de recalculer ce chiffre."
        )
    why = _NOT_IN_TABLES.get(figure.statistic)
    return why or f"Les tables chargées n'ont pas {_lacking(figure, vocabulary)}."


def _lacking(figure: PublishedFigure, vocabulary: Vocabulary) -> str:
    """`la promotion 2016-2017`, `les vagues T2 et T3`: of each kind all that is missing."""
    missing = missing_from(figure, vocabulary)
    return listed(
        [
            f"{_MISSING[kind][len(names) > 1]} {listed([_name(kind, n, vocabulary) for n in names])}"
            for kind, names in missing.items()
        ],
        "ni",
    )


def _name(kind: Missing, name: str, vocabulary: Vocabulary) -> str:
    """As a reader knows it: a variable by its label where the codebook has one."""
    if kind != "variable":
        return name
    known = vocabulary.codebook.variables.get(name)
    return f"« {known.label if known else name} »"


def _verdict(reconciled: Reconciled, scene: Scene) -> str:
    """`Écart non concluant : +9,9 points [−6,2 ; +23,9] face aux autres régions (vue « Profils des régions »).`"""
    difference = reconciled.recomputed.one_vs_rest
    if difference is None:
        return ""
    gap = gap_in_words(difference, unit_of(reconciled.figure, scene.vocabulary))
    return f"{capital(verdict_of(difference))} : {gap} face aux autres{_others(reconciled.figure, scene)}."


def _others(figure: PublishedFigure, scene: Scene) -> str:
    """What the group is compared with, after "autres", and the view that compares it so: ` régions (vue « ... »)`."""
    along = dimension(figure.apart[0])
    plural = scene.vocabulary.variable(along.variable).plural
    missing = {lack.name for lack in scene.not_offered if not lack.position}
    shown = along in regional(scene.vocabulary) and _PROFILES not in missing
    return (f" {inside(plural)}" if plural else "") + (
        " (vue « Profils des régions »)" if shown else ""
    )
