"""How are the gaps between two selections drawn and tabled?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.comparison.amounts import group_of
from dashboard.content.comparison.line import VERDICT, Line
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.medium import Medium
from dashboard.content.theme import DOT
from dashboard.text.numbers import signed, to_hundredths
from dashboard.views.comparison.sides import Pair, Side
from dashboard.views.comparison.words import name_of, side_in_words, verdict
from dashboard.views.kit.verdicts import GAP_BOUNDS, beside_verdict, legend_of

MOST_LINES: dict[Medium, int] = {"page": 12, "phone": 12, "room": 8}
"""Lines that a chart has room for: in a room, a long name takes two lines of twice the size."""

NAME_LETTERS: dict[Medium, int] = {"page": 48, "phone": 24, "room": 90}


AMOUNT_GAP = "écart hors parts"
"""The head of the gaps of means and of counts, which are not in points."""


def gaps_chart(shown: Sequence[Line], pair: Pair, medium: Medium) -> Dots:
    """A dot for each of the lines `shown`, full where the gap stands, with its interval where there is one."""
    dots = Dots(
        rows=tuple(_dot(line, pair, line.gap) for line in shown if line.gap is not None),
        colour=DOT,
        reference=Reference(0.0, left=_higher(pair.second), right=_higher(pair.first)),
        verdicts=legend_of(line.difference for line in shown),
        unit="number",
        axis_title="points"
        if all(line.unit == "points" for line in shown)
        else "écart des moyennes",
        name_letters=NAME_LETTERS[medium],
        confidence=99,
    )
    # Both sides have the same room for their names.
    farthest = max(map(abs, dots.extent)) or 1
    return replace(dots, span=(-farthest, farthest))


def _higher(side: Side) -> str:
    return f"{side.name} plus haut"


def drawn(lines: Sequence[Line], most: int) -> list[Line]:
    """The lines that a chart has room for: conclusive ones, then those of most people, in the table's order.

    One axis has one unit: shares are drawn, or means where there are no shares.
    """
    known = [line for line in lines if line.gap is not None and line.unit != "count"]
    shares = [line for line in known if line.unit == "points"]
    known = shares or known
    first = sorted(known, key=lambda line: (not line.is_conclusive, -line.people))[:most]
    return [line for line in known if line in first]


def gaps_table(lines: Sequence[Line], pair: Pair, key_names: Sequence[str]) -> DataTable:
    """Both shares and their gap; a line that one side lacks has no number there, not even a zero."""
    amounts = any(line.unit != "points" for line in lines)
    rows = tuple(_row(line, pair, amounts=amounts) for line in lines)
    names = (*_measures(pair), *(_amounts(pair) if amounts else ()))
    return DataTable((*key_names, "conclusion"), "", rows, names)


def _measures(pair: Pair) -> tuple[str, ...]:
    sides = (pair.first, pair.second)
    of_side = [
        f"{side.name} : {what}" for side in sides for what in ("effectif", "base", "part (%)")
    ]
    return (*of_side, f"écart : {pair.gap} (points)", *GAP_BOUNDS)


def _amounts(pair: Pair) -> tuple[str, ...]:
    """The heads of what is no share: a mean, and the gap of means or of counts."""
    means = [f"{side.name} : moyenne" for side in (pair.first, pair.second)]
    return (*means, AMOUNT_GAP, *(f"{AMOUNT_GAP}, {end} (99 %)" for end in ("bas", "haut")))


def _dot(line: Line, pair: Pair, gap: float) -> DotRow:
    return DotRow(
        label=name_of(line),
        datum=beside_verdict(_datum(line, pair, gap), line.difference),
        conclusive=line.is_conclusive,
        tested=line.is_tested,
    )


def _datum(line: Line, pair: Pair, gap: float) -> Datum:
    return Datum(
        gap,
        signed(gap),
        rich(
            bold(name_of(line)),
            f"{pair.first.name} : {side_in_words(line.a)}",
            f"{pair.second.name} : {side_in_words(line.b)}",
            verdict(line, pair),
        ),
        interval=line.difference.interval if line.difference else None,
        marks=("small_base",) if line.has_small_base else (),
    )


def _row(line: Line, pair: Pair, *, amounts: bool) -> Row:
    gap = line.difference.numbers if line.difference else (line.gap, None, None)
    no_gap = (None, None, None)
    measures = (*_side(line.a), *_side(line.b), *(gap if line.unit == "points" else no_gap))
    if amounts:
        means = (_mean(line.a), _mean(line.b))
        measures = (*measures, *means, *(no_gap if line.unit == "points" else gap))
    words = verdict(line, pair)
    keys = (*line.keys, Key(VERDICT, words, words))
    return Row(keys, None, None, tuple(map(to_hundredths, measures)))


def _mean(row: Row | None) -> float | None:
    return None if row is None else group_of(row).value


def _side(row: Row | None) -> tuple[int | None, int | None, float | None]:
    if row is None:
        return (None, None, None)
    return (row.count, row.base, row.share.percent if row.share else None)
