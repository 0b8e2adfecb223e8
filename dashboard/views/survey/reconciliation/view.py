"""Which figures of the report come out of the loaded tables, and why do the others not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.content.charts.tiles import Tile
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.notes import Caution, Concern
from dashboard.content.page import SURVEY
from dashboard.content.view import Scene, View
from dashboard.domain.needs import published
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.reconciliation import Reconciled, Status, queries_of, reconcile
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, report
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

WITHOUT_A_REPORT = Noun("texte publié", "textes publiés")
"""What is said of a report where there is none, and the view is not offered."""


def ask(scene: Scene) -> Mapping[str, Query]:
    """Every count behind every figure, named after the figure it serves."""
    return {
        _query_name(figure, name): query
        for figure in scene.vocabulary.codebook.figures
        for name, query in queries_of(figure, scene.vocabulary).items()
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One row a figure, in the order of the report; under the bars of the parts of the report."""
    vocabulary, of_report = scene.vocabulary, _report(scene.vocabulary).of_definite
    every = [
        reconcile(figure, _tables_of(figure, tables, vocabulary), vocabulary)
        for figure in vocabulary.codebook.figures
    ]
    status = scene.position(STATUS)
    listed = [figure for figure in every if status in (ALL, value_of(figure.status))]
    return Content(
        title=title_of(vocabulary),
        base=len(listed),
        population=f"chiffres {of_report} que son texte permet de lire",
        chart=parts_chart(listed, STATUS, of_report),
        data_table=DataTable(
            ("où", "chiffre", "publié"),
            "",
            tuple(row(figure, scene) for figure in listed),
            ("recalculé", "écart"),
            remark_names=("unité", "statut", "calcul", "raison"),
        ),
        reading=_reading(listed, vocabulary, every=status == ALL),
        alternative=(
            f"Diagramme en barres, une par partie {of_report}, dont les segments comptent les chiffres de chaque "
            f"statut : {_summary(listed)}."
        ),
        source=vocabulary.codebook.study.source,
        notes=(_ignored(vocabulary), _statuses(vocabulary), *_rounded(scene)),
        tiles=() if scene.medium == "room" else _tiles(every),
        nothing=(
            f"Aucun chiffre {of_report} n'a ce statut."
            if every
            else "Aucune liste de chiffres publiés n'accompagne ces tables."
        ),
    )


def title_of(vocabulary: Vocabulary) -> str:
    """The title of the view: `Rapprochement avec le rapport publié`."""
    noun = report(vocabulary)
    if noun is None:
        return f"Rapprochement avec {WITHOUT_A_REPORT.definite}"
    return f"Rapprochement avec {noun.definite} {noun.agreeing('publié')}"


def _report(vocabulary: Vocabulary) -> Noun:
    return report(vocabulary) or WITHOUT_A_REPORT


def _ignored(vocabulary: Vocabulary) -> Caution:
    ignored = "Les filtres ne s'appliquent pas ici"
    return Caution(
        f"{ignored} : les chiffres {_report(vocabulary).of_definite} portent sur toute la "
        "population, ou sur la partie que dit leur libellé.",
        Concern.IGNORED_FILTERS,
        f"{ignored}.",
    )


def _statuses(vocabulary: Vocabulary) -> str:
    """What the statuses mean that do not say it themselves."""
    it = _report(vocabulary).definite
    return (
        "Concordant à l'arrondi : la valeur recalculée s'arrondit à la valeur publiée, ou se trouve entre "
        f"les bornes que {it} imprime (« plus élevée », « jusque 50 % »). "
        f"De même sens, non concluant : l'écart va dans le sens que dit {it}, mais le nombre de personnes ne "
        "permet pas de le distinguer du hasard. "
        f"Écart expliqué : {it} se contredit à cet endroit."
    )


def _rounded(scene: Scene) -> tuple[str, ...]:
    """What it is to agree with rounded numbers."""
    if not scene.dataset_info.rounded:
        return ()
    return (
        (
            "Les effectifs diffusés sont arrondis : un chiffre publié concorde ici s'il peut être celui d'un effectif "
            "qui s'arrondit ainsi. Ceux qui ne peuvent en être recalculés, moyennes, rangs ou extrêmes, sont hors des "
            "tables."
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
    """How many of all figures agree, then the first one that has a number; where none has, a published one's status."""
    agreeing, it = _agreeing(listed, vocabulary) if every else "", _report(vocabulary).definite
    for reconciled in listed:
        figure, value = reconciled.figure, reconciled.recomputed.value
        if value is not None:
            unit = unit_of(figure, vocabulary)
            number = count(value) if isinstance(value, int) else decimal(value, 2)
            suffix = f"{NARROW}{unit}" if unit in ("%", "points") else ""
            return capital(
                f"{agreeing}« {figure.label} », {figure.printed} dans {it}, "
                f"{number}{suffix} d'après les tables."
            )
    return "".join(
        f"« {first.figure.label} », {first.figure.printed} dans {it} : "
        f"{STATUSES[first.status].singular}."
        for first in [figure for figure in listed if figure.figure.statistic != "untold"][:1]
    )


def _agreeing(listed: Sequence[Reconciled], vocabulary: Vocabulary) -> str:
    number = len([figure for figure in listed if figure.status in AGREEING])
    return (
        f"{counted(number, 'chiffre')} {_report(vocabulary).of_definite} sur {count(len(listed))} "
        f"{'se retrouve' if number <= 1 else 'se retrouvent'} dans les tables, au besoin à l'arrondi : "
    )


VIEW = View(
    name="rapprochement",
    page=SURVEY,
    place=2,
    title=title_of,
    ask=ask,
    tell=tell,
    switches=(STATUS,),
    wide=True,
    filtered=False,
    tabular=True,
    needs=(published,),
)
