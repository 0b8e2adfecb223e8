"""How is each group drawn, and which numbers stand in its row?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.content.medium import Medium
from dashboard.content.theme import DOT
from dashboard.content.view import Scene
from dashboard.text.numbers import ABSENT, base_in_brackets, percent
from dashboard.views.kit.employment import Employed, employed_click, employed_hover, measure_names
from dashboard.views.kit.verdicts import short_verdict
from dashboard.views.outcomes.employed_groups.groups import BASE, WAVE, EmployedGroup

DIFFERENCE = ("écart (points)", "écart, borne basse", "écart, borne haute")

NAME_LETTERS: dict[Medium, int] = {"page": 34, "phone": 22, "room": 60}
"""How many letters of a group's name stand on a line."""

STEPS: dict[Medium, int] = {"page": 5, "phone": 2, "room": 5}
"""Into how many steps the axis is parted."""


def dots(scene: Scene, groups: Sequence[EmployedGroup], whole: Employed) -> Dots:
    """A dot a group, beside the share of all respondents."""
    reference = whole.percent
    return Dots(
        tuple(_dot(scene, group) for group in groups),
        DOT,
        None if reference is None else Reference(reference, f"ensemble : {percent(reference, 0)}"),
        axis_title="Part en emploi, avec son intervalle à 95 %",
        name_letters=NAME_LETTERS[scene.medium],
        steps=STEPS[scene.medium],
    )


def data_table(
    scene: Scene, groups: Sequence[EmployedGroup], whole: Employed, *, corrected: bool
) -> DataTable:
    """A row for all respondents, then one a group with its difference from the others."""
    return DataTable(
        ("caractéristique", "groupe", "écart avec les autres"),
        "en emploi",
        (_whole_row(whole), *(_row(scene, group) for group in groups)),
        (*DIFFERENCE, *measure_names(scene.position(BASE), corrected=corrected)),
        with_intervals=True,
    )


def _dot(scene: Scene, group: EmployedGroup) -> DotRow:
    name = group.name(scene.vocabulary)
    shown = group.short_name(scene.vocabulary) if scene.medium == "phone" else name
    gap = rich(f"Écart avec les autres : {short_verdict(group.difference)}")
    return DotRow(
        f"{shown} {base_in_brackets(group.part.counted.base)}",
        group.part.datum(employed_hover(name, group.part) + gap, _click(scene, group)),
        conclusive=group.stands_apart,
    )


def _click(scene: Scene, group: EmployedGroup) -> ClickFilter:
    of_group = keeping((group.key, group.code))
    return employed_click(scene.vocabulary, scene.position(WAVE), of_group)


def _row(scene: Scene, group: EmployedGroup) -> Row:
    vocabulary, variable = scene.vocabulary, group.key.variable
    difference, verdict = group.difference, short_verdict(group.difference)
    return Row(
        (
            Key("characteristic", variable, vocabulary.variable(variable).label),
            Key(group.key, group.code, group.name(vocabulary)),
            Key("verdict", verdict, verdict),
        ),
        group.part.counted.count,
        group.part.counted.base,
        (
            *(
                (None, None, None)
                if difference is None
                else (difference.value, *difference.interval)
            ),
            *group.part.measures,
        ),
        _click(scene, group),
    )


def _whole_row(whole: Employed) -> Row:
    return Row(
        (
            total_along("characteristic"),
            total_along("group"),
            Key("verdict", ABSENT, ABSENT),
        ),
        whole.counted.count,
        whole.counted.base,
        (None, None, None, *whole.measures),
    )
