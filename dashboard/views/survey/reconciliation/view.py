"""Which figures of the study come out of the loaded tables, and why do the others not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dashboard.content.charts.tiles import Tile
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import SURVEY
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import dimension
from dashboard.domain.published import PublishedFigure
from dashboard.domain.query import Query
from dashboard.domain.reconciliation import Reconciled, Status, queries_of, reconcile
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NARROW, count, decimal
from dashboard.text.typography import unbroken
from dashboard.text.words import capital, counted
from dashboard.views.kit.verdicts import gap_in_words, verdict_of
from dashboard.views.survey.reconciliation.parts import STATUSES, parts_figure

ALL = "tous"

STATUS = Switch(
    "rapprochement.statut",
    "Statut",
    ALL,
    fixed(
        Choice(ALL, "Tous"),
        *(Choice(look.value, capital(look.several)) for look in STATUSES.values()),
    ),
)

_UNITS = {
    "beneficiary": "personnes",
    "enrolment": "inscriptions",
    "unit": "UE",
    "answer": "apports",
}

AGREEING: tuple[Status, ...] = ("identical", "rounded")

EMPTY_CELL = "(vide)"

IGNORED = (
    "Les filtres ne s'appliquent pas ici : les chiffres du bilan portent sur toute la population, "
    "ou sur la partie que dit leur libellé."
)
ROUNDED = (
    "Concordant à l'arrondi : la valeur recalculée s'arrondit à la valeur publiée, ou se trouve entre "
    "les bornes que le bilan imprime (« plus élevée », « jusque 50 % »). "
    "De même sens, non concluant : l'écart va dans le sens que dit le bilan, mais le nombre de personnes ne "
    "permet pas de le distinguer du hasard. "
    "Écart expliqué : le bilan se contredit à cet endroit."
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Every count behind every figure, named after the figure it serves."""
    return {
        _key(figure, name): query
        for figure in scene.dataset_info.figures
        for name, query in queries_of(figure, scene.vocabulary).items()
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One row a figure, in the order of the study."""
    every = [
        reconcile(figure, _tables_of(figure, tables, scene.vocabulary), scene.vocabulary)
        for figure in scene.dataset_info.figures
    ]
    wanted = scene.position(STATUS)
    listed = [one for one in every if wanted in (ALL, value_of(one.status))]
    return Content(
        title="Rapprochement avec le bilan publié",
        base=len(listed),
        population="chiffres du bilan que son texte permet de lire",
        figure=parts_figure(listed, STATUS.parameter, narrow=scene.narrow) if listed else {},
        data_table=DataTable(
            ("où", "chiffre", "publié"),
            "",
            tuple(_row(one, scene.vocabulary) for one in listed),
            ("recalculé", "écart"),
            texts=("unité", "statut", "calcul", "raison"),
        ),
        reading=_reading(listed, scene.vocabulary, every=wanted == ALL),
        alternative=(
            "Diagramme en barres, une par partie du bilan, dont les segments comptent les chiffres de chaque "
            f"statut : {_summary(listed)}."
        ),
        source=scene.vocabulary.codebook.study.source,
        notes=(IGNORED, ROUNDED),
        tiles=() if scene.projected else _tiles(every),
        nothing=(
            "Aucun chiffre du bilan n'a ce statut."
            if every
            else "Aucune liste de chiffres publiés n'accompagne ces tables."
        ),
    )


def value_of(status: Status) -> str:
    """How an address asks for the figures of one status."""
    return STATUSES[status].value


def _key(figure: PublishedFigure, name: str) -> str:
    return f"{figure.id} {name}"


def _tables_of(
    figure: PublishedFigure, tables: Mapping[str, ReleasedTable], vocabulary: Vocabulary
) -> dict[str, ReleasedTable]:
    return {name: tables[_key(figure, name)] for name in queries_of(figure, vocabulary)}


def _tiles(every: list[Reconciled]) -> tuple[Tile, ...]:
    found = Counter(one.status for one in every)
    base = f"sur {counted(len(every), 'chiffre publié', 'chiffres publiés')}"
    return tuple(
        Tile(capital(look.several), count(found[status]), base) for status, look in STATUSES.items()
    )


def _summary(listed: list[Reconciled]) -> str:
    found = Counter(one.status for one in listed)
    return ", ".join(
        f"{count(found[status])} {look.one if found[status] == 1 else look.several}"
        for status, look in STATUSES.items()
        if found[status]
    )


def _row(one: Reconciled, vocabulary: Vocabulary) -> Row:
    figure = one.figure
    # Within bounds there is nothing to subtract from.
    within = figure.precision == "bounds" and one.status in ("rounded", "inconclusive")
    shown = None if within else one.difference
    return Row(
        (figure.place, figure.label, figure.printed or EMPTY_CELL),
        0,
        None,
        (one.found.value, shown),
        texts=(
            _unit(figure, vocabulary),
            STATUSES[one.status].one,
            _working(one, vocabulary),
            _reason(one, vocabulary),
        ),
    )


def _unit(figure: PublishedFigure, vocabulary: Vocabulary) -> str:
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


def _working(one: Reconciled, vocabulary: Vocabulary) -> str:
    """What the recomputed number is made of."""
    found, figure = one.found, one.figure
    if figure.statistic == "order":
        key = dimension(figure.dimension)
        return " > ".join(vocabulary.category(key, code).short_label for code in found.codes)
    if found.part is not None and found.base is not None:
        return f"{count(found.part)} sur {count(found.base)}"
    return "" if found.base is None else counted(found.base, "personne")


def _reason(one: Reconciled, vocabulary: Vocabulary) -> str:
    """Why it disagrees, how far a difference may be trusted, and what a reader has to know of the figure."""
    told = [_why(one), _verdict(one, _unit(one.figure, vocabulary)), one.figure.note]
    return unbroken(" ".join(text for text in told if text))


def _why(one: Reconciled) -> str:
    if one.status == "explained":
        return f"{one.figure.contradiction} Retenu : {one.figure.resolution}"
    if one.status != "outside":
        return ""
    if one.figure.statistic == "context":
        return "Fait de contexte, que les tables ne contiennent pas."
    if one.figure.statistic == "budget":
        return "Aucun budget n'est déclaré pour cette année."
    return "Les tables chargées n'ont pas cette vague."


def _verdict(one: Reconciled, unit: str) -> str:
    """`Écart non concluant : +9,9 points [−6,2 ; +23,9] face aux autres régions (vue « Profils des régions »).`"""
    found = one.found.standing
    if found is None:
        return ""
    verdict = verdict_of(found)
    return (
        f"{capital(verdict)} : {gap_in_words(found, unit)} face aux autres régions "
        "(vue « Profils des régions »)."
    )


def _reading(listed: list[Reconciled], vocabulary: Vocabulary, *, every: bool) -> str:
    """How many of all figures agree, then the first one that has a number."""
    agreeing = sum(one.status in AGREEING for one in listed)
    found = (
        f"{counted(agreeing, 'chiffre')} du bilan sur {count(len(listed))} "
        f"{'se retrouve' if agreeing <= 1 else 'se retrouvent'} dans les tables, au besoin à l'arrondi : "
        if every
        else ""
    )
    for one in listed:
        value = one.found.value
        if value is not None:
            unit = _unit(one.figure, vocabulary)
            number = count(value) if isinstance(value, int) else decimal(value, 2)
            suffix = f"{NARROW}{unit}" if unit in ("%", "points") else ""
            return capital(
                f"{found}« {one.figure.label} », {one.figure.printed} dans le bilan, "
                f"{number}{suffix} d'après les tables."
            )
    return ""


VIEW = View(
    name="rapprochement",
    page=SURVEY,
    place=2,
    title="Rapprochement avec le bilan publié",
    ask=ask,
    tell=tell,
    options=(STATUS,),
    wide=True,
    filtered=False,
    tabular=True,
)
