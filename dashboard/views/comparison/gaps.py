"""How are the gaps between two selections drawn and tabled?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.comparison.line import VERDICT, Line
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.medium import Medium
from dashboard.content.theme import DOT
from dashboard.text.numbers import rounded, signed
from dashboard.views.comparison.words import name_of, share_in_words, verdict
from dashboard.views.kit.verdicts import GAP_BOUNDS, legend_of

MOST_LINES: dict[Medium, int] = {"page": 12, "phone": 12, "room": 8}
"""Lines that a chart has room for: in a room, a long name takes two lines of twice the size."""

NAME_LETTERS: dict[Medium, int] = {"page": 48, "phone": 24, "room": 90}

MEASURES = (
    *("effectif A", "base A", "part A (%)", "effectif B", "base B", "part B (%)"),
    *("écart A - B (points)", *GAP_BOUNDS),
)


def gaps_chart(lines: Sequence[Line], medium: Medium) -> Dots:
    """A dot for each line drawn, full where the gap stands, with its interval where there is one."""
    shown = drawn(lines, MOST_LINES[medium])
    return Dots(
        rows=tuple(_dot(line, line.gap) for line in shown if line.gap is not None),
        colour=DOT,
        reference=Reference(0.0, "A = B"),
        verdicts=legend_of(line.difference for line in shown),
        unit="number",
        axis_title="points",
        name_letters=NAME_LETTERS[medium],
        confidence=99,
    )


def drawn(lines: Sequence[Line], most: int) -> list[Line]:
    """The lines that a chart has room for: conclusive ones, then those of most people, in the table's order."""
    known = [line for line in lines if line.gap is not None]
    first = sorted(known, key=lambda line: (not line.is_conclusive, -line.people))[:most]
    return [line for line in known if line in first]


def gaps_table(lines: Sequence[Line], key_names: Sequence[str]) -> DataTable:
    """Both shares and their gap; a line that one side lacks has no number there, not even a zero."""
    return DataTable((*key_names, "conclusion"), "", tuple(map(_row, lines)), MEASURES)


def _dot(line: Line, gap: float) -> DotRow:
    return DotRow(
        label=name_of(line),
        datum=Datum(
            gap,
            signed(gap),
            rich(
                bold(name_of(line)),
                f"A : {share_in_words(line.a)}",
                f"B : {share_in_words(line.b)}",
                verdict(line),
            ),
            interval=line.difference.interval if line.difference else None,
            marks=("small_base",) if line.has_small_base else (),
        ),
        conclusive=line.is_conclusive,
    )


def _row(line: Line) -> Row:
    gap = line.difference.numbers if line.difference else (line.gap, None, None)
    measures = (*_side(line.a), *_side(line.b), *map(_rounded, gap))
    words = verdict(line)
    return Row((*line.keys, Key(VERDICT, words, words)), None, None, measures)


def _side(row: Row | None) -> tuple[int | None, int | None, float | None]:
    if row is None:
        return (None, None, None)
    return (row.count, row.base, _rounded(row.share.percent if row.share else None))


def _rounded(value: float | None) -> float | None:
    return None if value is None else rounded(value, 2)
