"""How is each group drawn, and which numbers stand in its row?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.content.medium import Medium
from dashboard.content.theme import DOT
from dashboard.content.view import Scene
from dashboard.text.numbers import ABSENT, base_in_brackets, percent, share
from dashboard.views.kit.benchmarks import benchmark_line, employed_benchmarks
from dashboard.views.kit.employment import Employed, employed_hover, measure_names
from dashboard.views.kit.verdicts import (
    GAP_BOUNDS,
    beside_verdict,
    gap_in_words,
    is_tested,
    legend_of,
    short_verdict,
)
from dashboard.views.outcomes.employed_groups.equal_cohorts import COLUMNS, at_equal_cohort, cells
from dashboard.views.outcomes.employed_groups.groups import BASE, WAVE, EmployedGroup

DIFFERENCE = ("écart (points)", *GAP_BOUNDS)

NAME_LETTERS: dict[Medium, int] = {"page": 34, "phone": 22, "room": 60}
"""How many letters of a group's name stand on a line."""

STEPS: dict[Medium, int] = {"page": 5, "phone": 2, "room": 5}
"""Into how many steps the axis is parted."""


def shows_shares(groups: Sequence[EmployedGroup], *, corrected: bool) -> bool:
    """Whether shares are drawn, and not their gaps."""
    return corrected or all(group.difference is None for group in groups)


def dots(
    scene: Scene, groups: Sequence[EmployedGroup], whole: Employed, *, corrected: bool
) -> Dots:
    """How far each group stands from the others.

    Corrected shares, whose gaps are not judged, stand beside that of all; so do shares of which none has a gap.
    """
    if shows_shares(groups, corrected=corrected):
        return _shares(scene, groups, whole, corrected=corrected)
    return Dots(
        tuple(_gap_dot(scene, group) for group in groups),
        DOT,
        Reference(0, "comme les autres"),
        legend_of(group.difference for group in groups),
        unit="number",
        axis_title=f"écart{_held_equal(scene) or ' avec les autres groupes'}, en points",
        name_letters=NAME_LETTERS[scene.medium],
        steps=STEPS[scene.medium],
        confidence=99,
    )


def _shares(
    scene: Scene, groups: Sequence[EmployedGroup], whole: Employed, *, corrected: bool
) -> Dots:
    reference, stamp = whole.percent, " redressée" if corrected else ""
    return Dots(
        tuple(_share_dot(scene, group) for group in groups),
        DOT,
        None if reference is None else Reference(reference, f"ensemble : {percent(reference, 0)}"),
        verdicts=None,
        axis_title=f"Part en emploi{stamp}, avec son intervalle à 95 %",
        name_letters=NAME_LETTERS[scene.medium],
        steps=STEPS[scene.medium],
        benchmarks=tuple(
            benchmark_line(one, scene.vocabulary)
            for one in employed_benchmarks(scene, scene.position(WAVE))
        ),
    )


def data_table(
    scene: Scene, groups: Sequence[EmployedGroup], whole: Employed, *, corrected: bool
) -> DataTable:
    """A row for all respondents, then one a group with its difference from the others."""
    return DataTable(
        ("caractéristique", "groupe", "écart avec les autres"),
        "en emploi",
        (_whole_row(scene, whole), *(_row(scene, group) for group in groups)),
        (*_columns(scene), *measure_names(scene.position(BASE), corrected=corrected)),
        with_intervals=True,
    )


def _columns(scene: Scene) -> tuple[str, ...]:
    """The heads of what is told of a gap; at equal cohort, both shares and the gap as it is follow."""
    return (*DIFFERENCE, *(COLUMNS if at_equal_cohort(scene) else ()))


def _held_equal(scene: Scene) -> str:
    return " à promotion égale" if at_equal_cohort(scene) else ""


def _share_dot(scene: Scene, group: EmployedGroup) -> DotRow:
    datum = group.part.datum(_hover(scene, group), _click(group))
    return DotRow(_label(scene, group), datum)


def _gap_dot(scene: Scene, group: EmployedGroup) -> DotRow:
    difference, equal = group.difference, group.standardised
    part = percent(equal.first, 0) if equal else share(group.part.counted, 0)
    rest = percent(equal.second, 0) if equal else share(group.rest.counted, 0)
    against = "" if difference is None else f" contre {rest}"
    datum = Datum(
        None if difference is None else difference.value,
        part if scene.medium == "phone" else f"{part}{against}",
        _hover(scene, group),
        _click(group),
        None if difference is None else difference.interval,
        group.part.marks,
    )
    return DotRow(
        _label(scene, group),
        beside_verdict(datum, difference),
        conclusive=group.stands_apart,
        tested=is_tested(difference),
    )


def _label(scene: Scene, group: EmployedGroup) -> str:
    name = group.short_name if scene.medium == "phone" else group.name
    return f"{name(scene.vocabulary)} {base_in_brackets(group.part.counted.base)}"


def _hover(scene: Scene, group: EmployedGroup) -> RichText:
    difference = group.difference
    told = "" if difference is None else f", {gap_in_words(difference, 'points')}"
    equal = _held_equal(scene)
    gap = rich(f"Écart avec les autres{equal} : {short_verdict(difference, *group.sides)}{told}")
    return employed_hover(group.name(scene.vocabulary), group.part) + gap


def _click(group: EmployedGroup) -> ClickFilter:
    """Keeps the group, and not those employed alone: every share of what is then left would be 100 %."""
    return keeping((group.key, group.code))


def _row(scene: Scene, group: EmployedGroup) -> Row:
    vocabulary, variable = scene.vocabulary, group.key.variable
    difference, verdict = group.difference, short_verdict(group.difference, *group.sides)
    as_it_is = None if group.gap_as_it_is is None else group.gap_as_it_is.value
    return Row(
        (
            Key("characteristic", variable, vocabulary.variable(variable).label),
            Key(group.key, group.code, group.name(vocabulary)),
            Key("verdict", verdict, verdict),
        ),
        group.part.counted.count,
        group.part.counted.base,
        (
            *((None, None, None) if difference is None else difference.numbers),
            *(cells(group.standardised, as_it_is) if at_equal_cohort(scene) else ()),
            *group.part.measures,
        ),
        _click(group),
        silent=group.part.silent,
        silent_outside=group.part.silent_outside,
    )


def _whole_row(scene: Scene, whole: Employed) -> Row:
    return Row(
        (
            total_along("characteristic"),
            total_along("group"),
            Key("verdict", ABSENT, ABSENT),
        ),
        whole.counted.count,
        whole.counted.base,
        (*(None for _ in _columns(scene)), *whole.measures),
        silent=whole.silent,
        silent_outside=whole.silent_outside,
    )
