"""How are the gaps between two selections drawn and tabled?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.dots import DotRow, Room, Whole, dot_plot
from dashboard.content.comparison.lines import Labels, Line
from dashboard.content.data_table import DataTable, Row
from dashboard.content.theme import DOT
from dashboard.text.numbers import FRAGILE, rounded, signed
from dashboard.views.comparison.words import name_of, told, verdict

DRAWN, PROJECTED = 12, 8
"""Lines that a figure has room for: on a page, and in a room, where a long name takes two lines of twice the size."""

MEASURES = (
    *("effectif A", "base A", "part A (%)", "effectif B", "base B", "part B (%)"),
    *("écart A - B (points)", "écart, bas", "écart, haut"),
)


def gaps_figure(lines: Sequence[Line], room: Room, most: int = DRAWN) -> Figure:
    """A dot for each line drawn, full where the gap stands, with its interval where there is one; `most` at most."""
    shown = drawn(lines, most)
    figure = dot_plot(
        [_dot(line, line.gap) for line in shown if line.gap is not None],
        Whole(0.0, "A = B"),
        colour=DOT,
        percent=False,
        axis_title="points",
        room=room,
    )
    if not any(line.tested for line in shown):
        figure["layout"]["showlegend"] = False  # Without a verdict, hollow dots mean nothing.
    elif not all(line.tested for line in shown):
        figure["data"][1]["name"] += " ou non testé"
    return figure


def drawn(lines: Sequence[Line], most: int) -> list[Line]:
    """The lines that a figure has room for: conclusive ones, then those of most people, in the table's order."""
    known = [line for line in lines if line.gap is not None]
    first = sorted(known, key=lambda line: (not line.conclusive, -line.people))[:most]
    return [line for line in known if line in first]


def gaps_table(lines: Sequence[Line], names: Labels) -> DataTable:
    """Both shares and their gap; a line that one side lacks has no number there, not even a zero."""
    return DataTable((*names, "conclusion"), "", tuple(_row(line) for line in lines), MEASURES)


def _dot(line: Line, gap: float) -> DotRow:
    return DotRow(
        label=name_of(line),
        value=gap,
        text=f"{signed(gap)} {FRAGILE}" if line.small else signed(gap),
        tell=f"<b>{name_of(line)}</b><br>A : {told(line.a)}<br>B : {told(line.b)}<br>{verdict(line)}",
        interval=line.difference.interval if line.difference else None,
        conclusive=line.conclusive,
    )


def _row(line: Line) -> Row:
    low, high = line.difference.interval if line.difference else (None, None)
    measures = (*_side(line.a), *_side(line.b), *map(_rounded, (line.gap, low, high)))
    return Row((*line.labels, verdict(line)), 0, None, measures)


def _side(row: Row | None) -> tuple[int | None, int | None, float | None]:
    if row is None:
        return (None, None, None)
    return (row.count, row.base, _rounded(row.share.percent if row.share else None))


def _rounded(value: float | None) -> float | None:
    return None if value is None else rounded(value, 2)
