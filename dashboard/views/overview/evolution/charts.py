"""How are the changes drawn: both values, the gap with its interval, and what may be concluded, row by row?

Matrices, which the server draws: the page that a manager opens waits for no script to draw a chart.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.medium import Medium
from dashboard.text.numbers import ABSENT, NO_BREAK, count, signed_bounds, signed_count
from dashboard.views.kit.verdicts import gap_in_words, short_verdict, verdict_of
from dashboard.views.overview.evolution.change import Change
from dashboard.views.overview.evolution.cohorts import Following
from dashboard.views.overview.evolution.regions import RegionalChange

NAME_LETTERS: dict[Medium, int] = {"page": 44, "phone": 15, "room": 44}
"""How many letters of a figure's name stand on a line."""

MOST_REGIONS: dict[Medium, int] = {"page": 20, "phone": 20, "room": 16}
"""Regions that a chart has room for."""

BARE, FILLED = 0.0, 1.0
"""A cell on the page's own ground, and one that stands out: a gap that is established."""


def of_figures(changes: Sequence[Change], pair: Following, medium: Medium) -> Matrix:
    """A row a figure; on a phone, whose columns are narrow, without intervals and verdicts: what stands out is one."""
    narrow = medium == "phone"
    return Matrix(
        rows=tuple(rich(change.label) for change in changes),
        columns=(
            *(_cohort(cohort, medium) for cohort in pair.both),
            rich("Écart"),
            *([] if narrow else [rich("Conclusion")]),
        ),
        cells=tuple(tuple(_cells(change, pair, narrow=narrow)) for change in changes),
        name_letters=NAME_LETTERS[medium],
    )


def _cells(change: Change, pair: Following, *, narrow: bool) -> list[MatrixCell]:
    hover, difference = _hover(change, pair), change.difference
    fill = FILLED if difference is not None and difference.conclusive else BARE
    within = []
    if difference is not None and difference.interval is not None and not narrow:
        within = [f"[{' ; '.join(signed_bounds(difference.interval))}]"]
    cells = [MatrixCell(BARE, value, hover) for value in _values(change, narrow=narrow)]
    cells.append(MatrixCell(fill, rich(bold(change.gap_written), *within), hover))
    if not narrow:
        cells.append(MatrixCell(fill, rich(short_verdict(difference)), hover))
    return cells


def _values(change: Change, *, narrow: bool) -> list[RichText]:
    """Each value with what it is of: `31,7 %` over `73 sur 230`; on a phone, over `n = 230`."""
    if change.kind == "count":
        return [rich(value) for value in change.written]
    bases = [f"n{NO_BREAK}={NO_BREAK}{count(base or 0)}" for base in change.bases]
    of_whom = bases if narrow else change.of_whom
    return [rich(value, of) for value, of in zip(change.written, of_whom, strict=True)]


def _hover(change: Change, pair: Following) -> RichText:
    last, previous = change.with_bases
    difference = change.difference
    gap = change.gap_written if difference is None else gap_in_words(difference, change.gap_unit)
    return rich(
        bold(change.label),
        f"Promotion {pair.last} : {last}",
        f"Promotion {pair.previous} : {previous}",
        f"Écart : {gap}" + ("" if difference is None else f" ({verdict_of(difference)})"),
    )


def of_regions(changes: Sequence[RegionalChange], pair: Following, medium: Medium) -> Matrix:
    """A row a region, filled by number; hatched where nobody could have enrolled yet."""
    shown = changes[: MOST_REGIONS[medium]]
    return Matrix(
        rows=tuple(rich(change.key.label.replace(" ", NO_BREAK)) for change in shown),
        columns=(*(_cohort(cohort, medium) for cohort in pair.both), rich("Écart")),
        cells=tuple(_regional_cells(change, pair) for change in shown),
        name_letters=15 if medium == "phone" else 30,
    )


def _regional_cells(change: RegionalChange, pair: Following) -> tuple[MatrixCell, ...]:
    before = "pas encore d'inscription" if change.previous is None else count(change.previous)
    hover = rich(
        bold(change.key.label),
        f"Promotion {pair.last} : {count(change.last)}",
        f"Promotion {pair.previous} : {before}",
        *([] if change.gap is None else [f"Écart : {signed_count(change.gap)}"]),
    )
    gap = ABSENT if change.gap is None else signed_count(change.gap)
    number = rich(ABSENT if change.previous is None else count(change.previous))
    return (
        MatrixCell(change.last, rich(count(change.last)), hover, change.click),
        MatrixCell(change.previous, number, hover, change.click),
        MatrixCell(BARE, rich(bold(gap)), hover, change.click),
    )


def _cohort(cohort: str, medium: Medium) -> RichText:
    """The name of a column: a cohort, in two lines on a phone."""
    first, hyphen, second = cohort.partition("-")
    return rich(f"{first}{hyphen}", second) if medium == "phone" and second else rich(cohort)
