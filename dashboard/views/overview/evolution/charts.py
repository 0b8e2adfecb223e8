"""How are the changes drawn: both values, the gap with its interval, and what may be concluded, row by row?

Matrices, which the server draws: the page that a manager opens waits for no script to draw a chart.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.medium import Medium
from dashboard.domain.counts import is_told
from dashboard.domain.statistics.comparisons import Difference
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import (
    ABSENT,
    NO_BREAK,
    count,
    difference_in_words,
    share,
    signed_count,
)
from dashboard.text.words import UNTOLD_NUMBER, part_of_base
from dashboard.views.kit.verdicts import gap_in_words, in_brackets, short_verdict, verdict_of
from dashboard.views.overview.evolution.change import Change
from dashboard.views.overview.evolution.regions import RegionalChange
from dashboard.views.overview.evolution.tables import NEW
from dashboard.views.overview.following_cohorts import Following

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
    within = () if narrow else in_brackets(difference)
    cells = [MatrixCell(BARE, value, hover) for value in _values(change, narrow=narrow)]
    concluded = _on_a_phone(difference) if narrow else ()
    cells.append(MatrixCell(fill, rich(bold(change.gap_written), *within, *concluded), hover))
    if not narrow:
        cells.append(MatrixCell(fill, rich(short_verdict(difference)), hover))
    return cells


def _on_a_phone(difference: Difference | None) -> tuple[str, ...]:
    """Where there is no column of conclusions, the word stands under a gap that is established."""
    return (short_verdict(difference),) if difference is not None and difference.conclusive else ()


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
    """A row a region: people and shares of both cohorts, and the gaps; hatched where nobody could have enrolled yet.

    Without intervals and verdicts on a phone, where what stands out is established, and where nothing is judged.
    """
    narrow = medium == "phone" or not any(change.difference for change in changes)
    shown = drawn(changes, medium)
    return Matrix(
        rows=tuple(rich(change.key.label.replace(" ", NO_BREAK)) for change in shown),
        columns=(
            *(
                _cohort(cohort, medium)
                if narrow
                else rich(cohort, f"n{NO_BREAK}={NO_BREAK}{count(base)}")
                for cohort, base in zip(pair.both, _bases(changes), strict=True)
            ),
            rich("Écart"),
            *([] if narrow else [rich("Écart de part"), rich("Conclusion")]),
        ),
        cells=tuple(tuple(_regional_cells(change, pair, narrow=narrow)) for change in shown),
        name_letters=15 if medium == "phone" else 30,
    )


def _bases(changes: Sequence[RegionalChange]) -> tuple[int, int]:
    """How many people of each cohort the shares are of; 0 where there is no share."""
    return next((change.bases for change in changes if change.bases), (0, 0))


def drawn(changes: Sequence[RegionalChange], medium: Medium) -> list[RegionalChange]:
    """The regions that a chart has room for: those that have changed most, in the order given."""
    most = sorted(changes, key=lambda change: -abs(change.moved))[: MOST_REGIONS[medium]]
    return [change for change in changes if change in most]


def _regional_cells(change: RegionalChange, pair: Following, *, narrow: bool) -> list[MatrixCell]:
    hover, difference = _regional_hover(change, pair), change.difference
    fill = FILLED if difference is not None and difference.conclusive else BARE
    last, previous = change.shares
    gap = NEW if change.previous is None else signed_count(change.gap or 0)
    of_share = [] if difference is None else [difference_in_words(difference.value, "points")]
    before = (
        MatrixCell(None, rich(ABSENT), hover, change.click)
        if change.previous is None
        else MatrixCell(BARE, _people_and_share(change.previous, previous), hover, change.click)
    )
    cells = [
        MatrixCell(BARE, _people_and_share(change.last, last), hover, change.click),
        before,
    ]
    if narrow:
        concluded = _on_a_phone(difference)
        return [
            *cells,
            MatrixCell(fill, rich(bold(gap), *of_share, *concluded), hover, change.click),
        ]
    told = rich(bold(of_share[0]), *in_brackets(difference)) if of_share else rich(ABSENT)
    conclusion = NEW if change.is_new else short_verdict(difference)
    return [
        *cells,
        MatrixCell(BARE, rich(ABSENT if change.is_new else gap), hover, change.click),
        MatrixCell(fill, told, hover, change.click),
        MatrixCell(fill, rich(conclusion), hover, change.click),
    ]


def _people_and_share(people: int, part: Share | None) -> RichText:
    return rich(count(people), *([] if part is None or not is_told(people) else [share(part)]))


def _regional_hover(change: RegionalChange, pair: Following) -> RichText:
    difference = change.difference
    lines = [
        f"Promotion {cohort} : {part_in_words(people, part)}"
        for cohort, people, part in zip(
            pair.both, (change.last, change.previous), change.shares, strict=True
        )
    ]
    if change.gap is not None and is_told(change.gap):
        lines.append(f"Écart : {signed_count(change.gap)}")
    if difference is not None:
        gap = gap_in_words(difference, "points")
        lines.append(f"Écart de part : {gap} ({verdict_of(difference)})")
    return rich(bold(change.key.label), *lines)


def part_in_words(people: int | None, part: Share | None) -> str:
    """`44 sur 330 (13,3 %)`; the number alone where it has no share."""
    if people is None:
        return "pas encore d'inscription"
    if not is_told(people):
        return UNTOLD_NUMBER
    return count(people) if part is None else part_of_base(part)


def _cohort(cohort: str, medium: Medium) -> RichText:
    """The name of a column: a cohort, in two lines on a phone."""
    first, hyphen, second = cohort.partition("-")
    return rich(f"{first}{hyphen}", second) if medium == "phone" and second else rich(cohort)
