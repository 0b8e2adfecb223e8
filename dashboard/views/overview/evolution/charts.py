"""How are the changes drawn: gaps of shares as dots, numbers of regions as two bars each?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.content.charts.bars import GroupedBars
from dashboard.content.charts.datum import Datum, Mark, Series
from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.medium import Medium
from dashboard.content.theme import DOT
from dashboard.content.view import Scene
from dashboard.text.numbers import NO_BREAK, count, signed_count
from dashboard.views.kit.cohort_colours import cohort_colours
from dashboard.views.kit.verdicts import gap_in_words, legend_of, verdict_of
from dashboard.views.overview.evolution.changes import Change
from dashboard.views.overview.evolution.cohorts import Following
from dashboard.views.overview.evolution.regions import RegionalChange

NAME_LETTERS: dict[Medium, int] = {"page": 60, "phone": 17, "room": 60}
"""How many letters of a figure's name stand on a line."""

STEPS: dict[Medium, int] = {"page": 5, "phone": 2, "room": 5}
"""Into how many steps the axis is parted."""

EXTENT = 560
"""Pixels between the first bar and the last."""

MOST_REGIONS: dict[Medium, int] = {"page": 20, "phone": 20, "room": 10}
"""Regions that a chart has room for: in a room, each takes twice the height."""


def dots(changes: Sequence[Change], pair: Following, medium: Medium) -> Dots:
    """A dot for each share whose gap is known; other figures stand beside, since their gaps are in no points."""
    judged = [change.difference for change in changes if change.kind == "share"]
    drawn = Dots(
        rows=tuple(_dot(change, pair, medium) for change in changes),
        colour=DOT,
        reference=Reference(0, left=f"Plus bas en {pair.last}", right=f"Plus haut en {pair.last}"),
        verdicts=legend_of(judged),
        unit="number",
        axis_title="écart, en points",
        name_letters=NAME_LETTERS[medium],
        steps=STEPS[medium],
        confidence=99,
    )
    farthest = max(map(abs, drawn.extent)) or 1
    return replace(drawn, span=(-farthest, farthest))


def _dot(change: Change, pair: Following, medium: Medium) -> DotRow:
    difference = change.difference
    drawn = change.kind == "share" and difference is not None
    last, previous = change.written
    marks: tuple[Mark, ...] = ()
    if difference is not None and difference.untested:
        marks = ("item_nonresponse" if difference.untested == "silence" else "small_base",)
    return DotRow(
        label=f"{change.label}{_bases(change)}",
        datum=Datum(
            change.gap if drawn else None,
            _beside(change, medium),
            rich(
                bold(change.label),
                f"Promotion {pair.last} : {last}",
                f"Promotion {pair.previous} : {previous}",
                f"Écart : {change.gap_written if difference is None else gap_in_words(difference, _unit(change))}",
                *([] if difference is None else [verdict_of(difference)]),
            ),
            interval=difference.interval if drawn and difference is not None else None,
            marks=marks,
        ),
        conclusive=difference is not None and difference.conclusive,
    )


def _beside(change: Change, medium: Medium) -> str:
    """Both values; where no dot tells how far they are apart, that too, and that it is established."""
    if medium == "phone":
        return " contre ".join(change.short)
    beside = " contre ".join(change.written)
    if change.kind == "share":
        return beside
    established = change.difference is not None and change.difference.conclusive
    return f"{beside} ({change.gap_written}{', écart établi' if established else ''})"


def _unit(change: Change) -> str:
    return "points" if change.kind == "share" else change.unit


def _bases(change: Change) -> str:
    """` (n = 169 et 198)`; nothing beside a count, which is its own."""
    last, previous = change.bases
    if last is None or previous is None:
        return ""
    return f" (n{NO_BREAK}={NO_BREAK}{count(last)} et {count(previous)})"


def bars(scene: Scene, changes: Sequence[RegionalChange], pair: Following) -> GroupedBars:
    """Two bars a region, the later cohort's first; none where nobody could have enrolled yet."""
    shown = changes[: MOST_REGIONS[scene.medium]]
    colours = cohort_colours(scene.vocabulary)
    numbers: dict[str, list[int | None]] = {
        pair.last: [change.last for change in shown],
        pair.previous: [change.previous for change in shown],
    }
    return GroupedBars(
        tuple(rich(change.key.label.replace(" ", NO_BREAK)) for change in shown),
        tuple(
            Series(
                f"Promotion {cohort}",
                colours[cohort],
                tuple(
                    _bar(change, number, pair)
                    for change, number in zip(shown, of_cohort, strict=True)
                ),
            )
            for cohort, of_cohort in numbers.items()
        ),
        "number",
        axis_title="bénéficiaires",
        horizontal=True,
        extent=EXTENT,
    )


def _bar(change: RegionalChange, number: int | None, pair: Following) -> Datum:
    before = "aucune inscription possible" if change.previous is None else count(change.previous)
    lines = [
        f"Promotion {pair.last} : {count(change.last)}",
        f"Promotion {pair.previous} : {before}",
    ]
    if change.gap is not None:
        lines.append(f"Écart : {signed_count(change.gap)}")
    label = "" if number is None else count(number)
    return Datum(number, label, rich(bold(change.key.label), *lines), change.click)
