"""How do two selections differ, on any view that shows shares?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.comparison.line import Line
from dashboard.content.comparison.lines import Sides, lines_of, naming_columns, order_reverses
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.notes import Caution, Concern
from dashboard.content.page import COMPARISON
from dashboard.content.view import Scene, View, tall
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import funded
from dashboard.text.numbers import count
from dashboard.views.comparison.cohort_notes import cohort_notes
from dashboard.views.comparison.filters import cohorts_apart, differing_filters
from dashboard.views.comparison.gaps import MOST_LINES, drawn, gaps_chart, gaps_table
from dashboard.views.comparison.sides import Pair, compared_base, pair_of
from dashboard.views.comparison.start import HOW_TO_START, nothing_because, offers
from dashboard.views.comparison.words import (
    alternative,
    is_share_employed,
    name_of,
    notes_on,
    reading,
    rounding_note,
)
from dashboard.views.kit.item_nonresponse import order_warning
from dashboard.views.kit.nonresponse_weighting import CORRECTED
from dashboard.views.registry import offered, offered_view, views

FIRST_COMPARED = "chiffres-cles"


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """Every view that can stand side by side, the first one first."""
    comparable = [view for view in offered(vocabulary).values() if view.comparable]
    comparable.sort(key=lambda view: view.name != FIRST_COMPARED)
    return tuple(Choice(view.name, view.title_in(vocabulary)) for view in comparable)


def comparable_views(vocabulary: Vocabulary) -> str:
    """There is a view to compare by."""
    if any(view.comparable and not view.missing(vocabulary) for view in views().values()):
        return ""
    return "aucune vue ne peut être montrée pour deux sélections"


COMPARED = Switch("comparer.vue", "Vue comparée", FIRST_COMPARED, _choices, form="list")


def ask(scene: Scene) -> Mapping[str, Query]:
    """What the compared view asks of A, of B, and of the people who are in both."""
    view, both = _compared(scene), _both(scene)
    scenes = {"a.": scene, "b.": _of(scene, scene.other)}
    if all(condition.codes for condition in both):
        scenes["both."] = _of(scene, both)
    queries = {
        f"{side}{name}": query
        for side, one_side in scenes.items()
        for name, query in view.ask(one_side).items()
    }
    return {**queries, "both": Query((), both)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Each share of one side less the same share of the other, in points, with its interval where nobody is in both."""
    view = _compared(scene)
    a = view.tell(scene, _tables("a.", tables))
    b = view.tell(_of(scene, scene.other), _tables("b.", tables))
    pair = pair_of(scene, a, b)
    one, other = pair.first.content, pair.second.content
    shared, same = _shared(scene, tables), scene.selection == scene.other
    nested = _both(scene) in (scene.selection, scene.other)
    sides = Sides(shared == 0, cohorts_apart(scene), differing_filters(scene), nested=nested)
    comparable = not (a.empty or b.empty or same)
    lines = lines_of(one.data_table, other.data_table, sides) if comparable else []
    shown = drawn(lines, MOST_LINES[scene.medium])
    base_of_both = _base_of_both(scene, shared, tables) if shown else 0
    return Content(
        title=_title(view.title_in(scene.vocabulary), pair),
        base=_base(map(compared_base, (one, other)), base_of_both) if shown else 0,
        population=_population(pair) if shown else "bénéficiaires comparés",
        chart=gaps_chart(shown, pair, scene.medium),
        data_table=gaps_table(lines, pair, _key_names(one.data_table, other.data_table, sides)),
        reading=reading(_findings(shown, sides), pair, scene.vocabulary),
        alternative=alternative(lines, pair),
        source=a.source,
        notes=(
            *cohort_notes(pair, scene.vocabulary, apart=sides.cohorts_apart),
            *_notes(scene, a),
            *notes_on(
                lines,
                pair,
                funded(scene.vocabulary),
                shared=shared,
                counted_twice=base_of_both,
                independent=a.data_table.independent,
            ),
            *rounding_note(lines),
            *order_warning(
                name_of(line)
                for line in shown
                if order_reverses(line) and is_share_employed(line, scene.vocabulary)
            ),
            *_left_out(lines, MOST_LINES[scene.medium]),
        )
        if shown
        else (),
        nothing=HOW_TO_START if same else nothing_because(pair, scene.vocabulary),
        offers=offers(scene.vocabulary) if same else (),
    )


def _shared(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Count:
    """How many people are on both sides; nobody, and no number to release, where a filter keeps them apart."""
    apart = not all(condition.codes for condition in _both(scene))
    return 0 if apart else tables["both"].total()


def _base(of_sides: Iterable[Count], base_of_both: Count) -> Count:
    """How much is compared in all, without what cannot be told: a side of too few, or what is counted twice."""
    told = [people for people in of_sides if not isinstance(people, Suppressed)]
    twice = 0 if isinstance(base_of_both, Suppressed) else base_of_both
    return sum(told) - twice


def _findings(lines: Sequence[Line], sides: Sides) -> list[Line]:
    """The lines to be read: not those that hold all or none on a side, where a filter on a wave tells them apart.

    All of them, where there is no other.
    """
    if not any(dimension.wave for dimension in sides.filtered):
        return [*lines]
    open_ = [line for line in lines if not any(map(_holds_all_or_none, (line.a, line.b)))]
    return open_ or [*lines]


def _holds_all_or_none(row: Row | None) -> bool:
    return row is not None and bool(row.base) and row.count in (0, row.base)


def _title(compared: str, pair: Pair) -> str:
    """What is compared, and of whom: a colon after the name of a view, a dash after a question."""
    mark = "–" if compared.endswith("?") else ":"
    if pair.first.in_words == pair.second.in_words:
        return f"{compared} {mark} {pair.first.name}, des deux côtés"
    return f"{compared} {mark} {pair.first.name} et {pair.second.in_words}"


def _population(pair: Pair) -> str:
    """Who is compared, with the number of each side."""
    sides = (pair.first, pair.second)
    numbers = " ; ".join(
        f"{side.in_words} : {count(compared_base(side.content))}" for side in sides
    )
    return f"{pair.first.content.population} ; {numbers}"


def _key_names(a: DataTable, b: DataTable, sides: Sides) -> list[str]:
    """The heads of the columns that name a line."""
    columns = naming_columns(a, sides) or naming_columns(b, sides) or range(len(a.key_names))
    return [a.key_names[i] for i in columns]


def _compared(scene: Scene) -> View:
    return offered_view(scene.position(COMPARED), scene.vocabulary)


def _of(scene: Scene, selection: Selection) -> Scene:
    return replace(scene, selection=selection)


def _both(scene: Scene) -> Selection:
    """The people whom both selections keep."""
    both = scene.selection
    for condition in scene.other:
        both = both.keeping(condition.dimension, condition.codes)
    return both


def _tables(side: str, tables: Mapping[str, ReleasedTable]) -> dict[str, ReleasedTable]:
    return {
        name.removeprefix(side): table for name, table in tables.items() if name.startswith(side)
    }


def _base_of_both(scene: Scene, shared: Count, tables: Mapping[str, ReleasedTable]) -> Count:
    """How much of what the view counts is on both sides: nobody is counted twice."""
    if not shared:
        return 0
    both = _compared(scene).tell(_of(scene, _both(scene)), _tables("both.", tables))
    return compared_base(both)


def _notes(scene: Scene, a: Content) -> tuple[str, ...]:
    """What has to be known to read both sides together."""
    notes = []
    switches = _compared(scene).switches
    if any(scene.switches.get(switch.parameter) == CORRECTED for switch in switches):
        notes.append("Les écarts sont ceux des parts sans redressement de la non-réponse.")
    if isinstance(a.chart, FlowDiagram):
        notes.append(
            "Dans les deux diagrammes de flux, les hauteurs sont en part de chaque sélection."
        )
    return tuple(notes)


def _left_out(lines: list[Line], most: int) -> tuple[str, ...]:
    if sum(line.gap is not None for line in lines) <= most:
        return ()
    shown = f"La figure montre {most} lignes : les écarts établis, puis les lignes de plus de personnes."
    brief = f"La figure montre {most} lignes ; les autres sont dans le tableau."
    return (Caution(shown, Concern.NOT_SHOWN, brief),)


VIEW = View(
    name="comparer",
    page=COMPARISON,
    place=1,
    title="Comparer deux sélections",
    ask=ask,
    tell=tell,
    switches=(COMPARED,),
    height=620,
    canvas=tall(620, phone=860),
    wide=True,
    borrows=True,
    needs=(comparable_views,),
)
