"""How do two selections differ, on any view that shows shares?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.charts.points import DotRow, Whole, dot_plot
from dashboard.domain.comparisons import Difference, judged, share_difference
from dashboard.domain.options import Choice, Option
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import ABSENT, count, decimal, share
from dashboard.text.words import capital, counted, listed
from dashboard.views.catalogue import view_named, views
from dashboard.views.pages import COMPARISON
from dashboard.views.redressement import CORRECTED
from dashboard.views.view import Content, Figure, Row, Scene, Twin, View

FIRST_COMPARED = "statut"
INCONCLUSIVE = "écart non concluant"
NOT_COMPARED = "non comparé"

VERDICTS = ("conclusion", "écart avec les autres")
"""Columns in which a view says what it thinks of a line: they differ between A and B, and name no category."""

FLOW = 3
"""Columns of a flow: its step, where it comes from, where it goes."""

DRAWN = 10
"""Lines that a figure has room for."""


def _choices(_vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """Every view that can stand side by side, the first one first."""
    offered = [view for view in views().values() if view.comparable]
    offered.sort(key=lambda view: view.name != FIRST_COMPARED)
    return tuple(Choice(view.name, view.title) for view in offered)


COMPARED = Option("comparer.vue", "Vue comparée", FIRST_COMPARED, _choices, form="list")


@dataclass(frozen=True)
class _Pair:
    """One line of both tables: the same categories in A and in B, and how far apart they are."""

    labels: tuple[str, ...]
    a: Row | None
    b: Row | None
    difference: Difference | None


def ask(scene: Scene) -> Mapping[str, Query]:
    """What the compared view asks of A, and of B; and how many people are in both."""
    view = _compared(scene)
    return {
        **{f"a.{name}": query for name, query in view.ask(scene).items()},
        **{f"b.{name}": query for name, query in view.ask(_other(scene)).items()},
        "both": Query((), _both(scene)),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Each share of A less the same share of B, in points, with its interval where nobody is in both."""
    view = _compared(scene)
    a = view.tell(scene, _of("a.", tables))
    b = view.tell(_other(scene), _of("b.", tables))
    shared = tables["both"].total()
    pairs = _judged(_pairs(a.twin, b.twin), apart=shared == 0)
    return Content(
        title=f"Écarts entre A et B : {view.title}",
        # Nobody is counted twice: where both sides share people, the larger side stands for the base.
        base=a.base and b.base and (max(a.base, b.base) if shared else a.base + b.base),
        population=f"{a.population} ; {count(a.base)} dans A, {count(b.base)} dans B",
        figure=_figure(pairs, letters=24 if scene.narrow else 90 if scene.projected else 48),
        twin=_twin(pairs, a.twin),
        reading=_reading(pairs),
        alternative=_alternative(pairs),
        source=a.source,
        notes=_notes(scene, shared, pairs),
        nothing="Il n'y a personne dans l'une des deux sélections : il n'y a rien à comparer.",
    )


def _compared(scene: Scene) -> View:
    return view_named(scene.setting(COMPARED))


def _other(scene: Scene) -> Scene:
    return replace(scene, selection=scene.other)


def _both(scene: Scene) -> Selection:
    """The people whom both selections keep."""
    both = scene.selection
    for condition in scene.other:
        both = both.keeping(condition.dimension, condition.codes)
    return both


def _of(prefix: str, tables: Mapping[str, ReleasedTable]) -> dict[str, ReleasedTable]:
    return {
        name.removeprefix(prefix): table
        for name, table in tables.items()
        if name.startswith(prefix)
    }


def _pairs(a: Twin, b: Twin) -> list[_Pair]:
    """The lines of both tables, in the order of A; where one side has no base for a line, there is no difference."""
    first, second = _by_category(a), _by_category(b)
    pairs = []
    for labels in dict.fromkeys((*first, *second)):
        one = first.get(labels) or _nobody(labels, first)
        two = second.get(labels) or _nobody(labels, second)
        tested = all(row.tested for row in (first.get(labels), second.get(labels)) if row)
        pairs.append(_Pair(labels, one, two, _difference(one, two) if tested else None))
    return pairs


def _by_category(twin: Twin) -> dict[tuple[str, ...], Row]:
    """The shares of a table by their categories, without what the view itself says of each line."""
    kept = [i for i, name in enumerate(twin.variables) if name not in VERDICTS]
    return {tuple(row.labels[i] for i in kept): row for row in twin.rows if row.base is not None}


def _nobody(labels: tuple[str, ...], rows: Mapping[tuple[str, ...], Row]) -> Row | None:
    """A line that a table lacks counts nobody, of the base of the lines beside it; without them it does not exist."""
    for known in range(len(labels) - 1, min(len(labels) - 1, 1) - 1, -1):
        beside = [row for found, row in rows.items() if found[:known] == labels[:known]]
        bases = {row.base for row in beside}
        if len(bases) == 1:
            return Row(labels, 0, bases.pop(), tested=all(row.tested for row in beside))
    return None


def _difference(a: Row | None, b: Row | None) -> Difference | None:
    return share_difference(a.share, b.share) if a and b and a.share and b.share else None


def _judged(pairs: list[_Pair], *, apart: bool) -> list[_Pair]:
    """Every difference judged among all of them; none is, where somebody is in both selections."""
    found = {str(i): pair.difference for i, pair in enumerate(pairs) if pair.difference}
    verdicts = judged(found) if apart else found
    return [replace(pair, difference=verdicts.get(str(i))) for i, pair in enumerate(pairs)]


def _twin(pairs: list[_Pair], like: Twin) -> Twin:
    names = [name for name in like.variables if name not in VERDICTS]
    more = (
        *("effectif B", "base B", "part B"),
        *("écart A - B (points)", "écart, bas", "écart, haut"),
    )
    return Twin(
        (*names, "conclusion"), "effectif A", tuple(_row(pair) for pair in pairs if pair.a), more
    )


def _row(pair: _Pair) -> Row:
    low, high = pair.difference.interval if pair.difference else (None, None)
    a, b = pair.a, pair.b
    return Row(
        (*pair.labels, _verdict(pair)),
        a.count if a else 0,
        a.base if a else None,
        (
            b.count if b else None,
            b.base if b else None,
            _rounded(b.share.percent if b and b.share else None),
            _rounded(pair.difference.value if pair.difference else None),
            _rounded(low),
            _rounded(high),
        ),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _verdict(pair: _Pair) -> str:
    if pair.difference is None:
        return NOT_COMPARED
    if not pair.difference.conclusive:
        return INCONCLUSIVE
    return "A au-dessus de B" if pair.difference.value > 0 else "A au-dessous de B"


def _figure(pairs: list[_Pair], *, letters: int) -> Figure:
    rows = [
        DotRow(
            label=_name(pair),
            value=pair.difference.value,
            text=_points(pair.difference.value),
            tell=f"<b>{_name(pair)}</b><br>A : {_told(pair.a)}<br>B : {_told(pair.b)}",
            interval=pair.difference.interval,
            conclusive=pair.difference.conclusive,
        )
        for pair in _widest(pairs)
        if pair.difference
    ]
    return dot_plot(
        rows,
        Whole(0.0, "A = B"),
        colour="#1f5f9e",
        percent=False,
        axis_title="points",
        letters=letters,
    )


def _widest(pairs: list[_Pair]) -> list[_Pair]:
    """The lines that a figure has room for: conclusive ones, then those of most people, in the table's order."""
    kept = sorted(_told_apart(pairs), key=lambda pair: (not _conclusive(pair), -_people(pair)))
    return [pair for pair in pairs if pair in kept[:DRAWN]]


def _conclusive(pair: _Pair) -> bool:
    return pair.difference is not None and pair.difference.conclusive


def _people(pair: _Pair) -> int:
    return sum(row.count for row in (pair.a, pair.b) if row)


def _name(pair: _Pair) -> str:
    if len(pair.labels) == FLOW:
        step, source, target = pair.labels
        return f"{step} · {source} → {target}"
    return " · ".join(pair.labels)


def _told(row: Row | None) -> str:
    if row is None or row.share is None:
        return ABSENT
    return f"{share(row.share)} ({count(row.count)} sur {count(row.share.base)})"


def _points(value: float) -> str:
    return f"{'+' if value > 0 else ''}{decimal(value)}"


def _told_apart(pairs: list[_Pair]) -> list[_Pair]:
    return [pair for pair in pairs if pair.difference]


def _reading(pairs: list[_Pair]) -> str:
    told = _told_apart(pairs)
    if not told:
        return ""
    pair = max(told, key=lambda p: (_conclusive(p), _people(p)))
    if pair.difference is None:
        return ""
    low, high = pair.difference.interval
    return (
        f"« {_name(pair)} » : {_told(pair.a)} dans A, {_told(pair.b)} dans B, soit un écart de "
        f"{_points(pair.difference.value)} points, entre {decimal(low)} et {decimal(high)} à 95 % : "
        f"{_verdict(pair)}."
    )


def _alternative(pairs: list[_Pair]) -> str:
    conclusive = [_name(pair) for pair in pairs if _conclusive(pair)]
    if not conclusive:
        return "Écarts entre les deux sélections : aucun n'est concluant."
    return f"Écarts entre les deux sélections ; concluants : {listed(conclusive)}."


def _notes(scene: Scene, shared: int, pairs: list[_Pair]) -> tuple[str, ...]:
    notes = []
    if any(
        scene.settings.get(option.parameter) == CORRECTED for option in _compared(scene).options
    ):
        notes.append("Les écarts sont ceux des parts sans redressement de la non-réponse.")
    if any(pair.difference is None for pair in pairs):
        notes.append(
            f"« {capital(NOT_COMPARED)} » : absence d'information, ou ligne qui n'existe que d'un côté."
        )
    if shared:
        people = counted(shared, "personne est", "personnes sont")
        notes.append(
            f"{capital(people)} à la fois dans A et dans B : les deux groupes ne sont pas distincts, "
            "aucun écart n'est donc dit concluant, et les intervalles ne valent pas."
        )
    elif not any(pair.difference for pair in pairs):
        notes.append("Aucune part n'est connue des deux côtés : il n'y a pas d'écart à calculer.")
    else:
        notes.append(
            "Intervalles de Newcombe à 95 % ; un écart n'est dit concluant qu'après la correction de "
            "Holm sur toutes les lignes du tableau."
        )
    if len(_told_apart(pairs)) > DRAWN:
        notes.append(f"La figure montre les {DRAWN} lignes qui comptent le plus de personnes.")
    return tuple(notes)


VIEW = View(
    name="comparer",
    page=COMPARISON,
    place=1,
    title="Comparer deux sélections",
    ask=ask,
    tell=tell,
    options=(COMPARED,),
    height=620,
    wide=True,
    borrows=True,
)
