"""Which figures of the study come out of the loaded tables, and why do the others not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.content.charts.tiles import Tile
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import SURVEY
from dashboard.content.view import Scene, View
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.reconciliation import Reconciled, Status, queries_of, reconcile
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NARROW, count, decimal
from dashboard.text.words import capital, counted
from dashboard.views.survey.reconciliation.parts import STATUSES, parts_chart
from dashboard.views.survey.reconciliation.rows import row, unit_of

ALL = "tous"

STATUS = Switch(
    "rapprochement.statut",
    "Statut",
    ALL,
    fixed(
        Choice(ALL, "Tous"),
        *(Choice(look.value, capital(look.plural)) for look in STATUSES.values()),
    ),
)

AGREEING: tuple[Status, ...] = ("identical", "rounded")

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
        _query_name(figure, name): query
        for figure in scene.dataset_info.figures
        for name, query in queries_of(figure, scene.vocabulary).items()
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One row a figure, in the order of the study; under the bars of the parts of the study."""
    vocabulary = scene.vocabulary
    every = [
        reconcile(figure, _tables_of(figure, tables, vocabulary), vocabulary)
        for figure in scene.dataset_info.figures
    ]
    status = scene.position(STATUS)
    listed = [figure for figure in every if status in (ALL, value_of(figure.status))]
    return Content(
        title="Rapprochement avec le bilan publié",
        base=len(listed),
        population="chiffres du bilan que son texte permet de lire",
        chart=parts_chart(listed, STATUS),
        data_table=DataTable(
            ("où", "chiffre", "publié"),
            "",
            tuple(row(figure, vocabulary) for figure in listed),
            ("recalculé", "écart"),
            remark_names=("unité", "statut", "calcul", "raison"),
        ),
        reading=_reading(listed, vocabulary, every=status == ALL),
        alternative=(
            "Diagramme en barres, une par partie du bilan, dont les segments comptent les chiffres de chaque "
            f"statut : {_summary(listed)}."
        ),
        source=vocabulary.codebook.study.source,
        notes=(IGNORED, ROUNDED),
        tiles=() if scene.medium == "room" else _tiles(every),
        nothing=(
            "Aucun chiffre du bilan n'a ce statut."
            if every
            else "Aucune liste de chiffres publiés n'accompagne ces tables."
        ),
    )


def value_of(status: Status) -> str:
    """How an address asks for the figures of one status."""
    return STATUSES[status].value


def _query_name(figure: PublishedFigure, name: str) -> str:
    return f"{figure.id} {name}"


def _tables_of(
    figure: PublishedFigure, tables: Mapping[str, ReleasedTable], vocabulary: Vocabulary
) -> dict[str, ReleasedTable]:
    return {name: tables[_query_name(figure, name)] for name in queries_of(figure, vocabulary)}


def _tiles(every: Sequence[Reconciled]) -> tuple[Tile, ...]:
    numbers = Counter(figure.status for figure in every)
    base = f"sur {counted(len(every), 'chiffre publié', 'chiffres publiés')}"
    return tuple(
        Tile(capital(look.plural), count(numbers[status]), base)
        for status, look in STATUSES.items()
    )


def _summary(listed: Sequence[Reconciled]) -> str:
    numbers = Counter(figure.status for figure in listed)
    return ", ".join(
        f"{count(numbers[status])} {look.of(numbers[status])}"
        for status, look in STATUSES.items()
        if numbers[status]
    )


def _reading(listed: Sequence[Reconciled], vocabulary: Vocabulary, *, every: bool) -> str:
    """How many of all figures agree, then the first one that has a number; where none has, the first one's status."""
    agreeing = _agreeing(listed) if every else ""
    for reconciled in listed:
        figure, value = reconciled.figure, reconciled.recomputed.value
        if value is not None:
            unit = unit_of(figure, vocabulary)
            number = count(value) if isinstance(value, int) else decimal(value, 2)
            suffix = f"{NARROW}{unit}" if unit in ("%", "points") else ""
            return capital(
                f"{agreeing}« {figure.label} », {figure.printed} dans le bilan, "
                f"{number}{suffix} d'après les tables."
            )
    return "".join(
        f"« {first.figure.label} », {first.figure.printed} dans le bilan : {STATUSES[first.status].singular}."
        for first in listed[:1]
    )


def _agreeing(listed: Sequence[Reconciled]) -> str:
    number = len([figure for figure in listed if figure.status in AGREEING])
    return (
        f"{counted(number, 'chiffre')} du bilan sur {count(len(listed))} "
        f"{'se retrouve' if number <= 1 else 'se retrouvent'} dans les tables, au besoin à l'arrondi : "
    )


VIEW = View(
    name="rapprochement",
    page=SURVEY,
    place=2,
    title="Rapprochement avec le bilan publié",
    ask=ask,
    tell=tell,
    switches=(STATUS,),
    wide=True,
    filtered=False,
    tabular=True,
)
