"""Which lines of two tables are the same, and how far apart are they?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.content.comparison.whole import ALL, COHORT, cohorts_in, with_whole
from dashboard.content.data_table import DataTable, Row
from dashboard.domain.comparisons import Difference, judged, share_difference
from dashboard.domain.rates import SMALL_BASE

VERDICTS = ("conclusion", "écart avec les autres")
"""Columns in which a view says what it thinks of a line: they differ between A and B, and name no category."""

Labels = tuple[str, ...]
Rows = Mapping[Labels, Row]


@dataclass(frozen=True)
class Sides:
    """What is known of two selections beside their tables.

    `apart`: nobody is in both. `cohorts_apart`: no cohort is, so that a cohort's line has no like on the other side.
    `filtered`: the parameters by which they differ: what a filter has made of a selection is no finding.
    """

    apart: bool
    cohorts_apart: bool = False
    filtered: Collection[str] = ()


@dataclass(frozen=True)
class Line:
    """One line of both tables: the same categories in A and in B.

    `gap` is the share of A less that of B, in points; None where it would mean nothing. `difference` adds an interval
    and a verdict, where the numbers allow one.
    """

    labels: Labels
    a: Row | None
    b: Row | None
    gap: float | None = None
    difference: Difference | None = None

    @property
    def small(self) -> bool:
        """Whether a side has too few people for any conclusion."""
        return any(0 < (row.base or 0) < SMALL_BASE for row in (self.a, self.b) if row)

    @property
    def tested(self) -> bool:
        """Whether the numbers allow a verdict."""
        return self.difference is not None and self.difference.tested

    @property
    def conclusive(self) -> bool:
        """Whether the two sides are said to differ."""
        return self.difference is not None and self.difference.conclusive

    @property
    def people(self) -> int:
        """How many stand behind both shares."""
        return sum(row.count for row in (self.a, self.b) if row)


def named(data_table: DataTable, sides: Sides) -> Labels:
    """The columns that name a line; without the cohort's, where cohorts are what is compared."""
    return tuple(data_table.variables[i] for i in _naming(data_table, sides))


def lines_of(a: DataTable, b: DataTable, sides: Sides) -> list[Line]:
    """The lines of both tables, those of A first, each difference judged among all of them."""
    several = len({*cohorts_in(a), *cohorts_in(b)}) > 1
    first, second = (_by_name(data_table, sides, several=several) for data_table in (a, b))
    partition_by = _partition_by(a, sides)
    fixed = {*_fixed((first, second), partition_by, sides)}
    lines = []
    for labels in dict.fromkeys((*first, *second)):
        one = first.get(labels) or _nobody(labels, first, partition_by)
        two = second.get(labels) or _nobody(labels, second, partition_by)
        line = Line(labels, one, two)
        if labels not in fixed and one and two and one.tested and two.tested:
            line = _apart(line, one, two, tested=a.independent and sides.apart)
        lines.append(line)
    return _judged(lines)


def comparisons_in(lines: list[Line]) -> int:
    """How many comparisons are judged together."""
    return len(set(_comparisons(lines).values()))


def _naming(data_table: DataTable, sides: Sides) -> list[int]:
    left_out = (*VERDICTS, COHORT) if sides.cohorts_apart else VERDICTS
    return [i for i, name in enumerate(data_table.variables) if name not in left_out]


def _partition_by(data_table: DataTable, sides: Sides) -> int | None:
    """How many of a line's labels name the base that it parts with others."""
    if data_table.partition_by is None:
        return None
    return sum(i < data_table.partition_by for i in _naming(data_table, sides))


def _by_name(data_table: DataTable, sides: Sides, *, several: bool) -> Rows:
    """The shares of a table by what names them; where there are `several` cohorts, with those of each whole side."""
    naming = _naming(data_table, sides)
    rows = [row for row in data_table.rows if row.base is not None]
    if COHORT in data_table.variables and several:
        rows = with_whole(data_table)
    if not sides.cohorts_apart or COHORT not in data_table.variables:
        return {tuple(row.labels[i] for i in naming): row for row in rows}
    whole = _whole(rows, data_table.variables.index(COHORT))
    return {row.match_key or tuple(row.labels[i] for i in naming): row for row in whole}


def _whole(rows: list[Row], cohort: int) -> list[Row]:
    """The rows that tell of a whole side: those of all its cohorts together, or of the only one that it has."""
    cohorts = {row.labels[cohort] for row in rows}
    wanted = ALL if ALL in cohorts else next(iter(cohorts), ALL)
    if ALL not in cohorts and len(cohorts) > 1:
        return []
    return [row for row in rows if row.labels[cohort] == wanted]


def _nobody(labels: Labels, rows: Rows, partition_by: int | None) -> Row | None:
    """A line that a table lacks counts nobody, where the lines beside it part one base; elsewhere it does not exist.

    Nor does it where all those beside it are absences of information: then nobody was asked.
    """
    if partition_by is None:
        return None
    beside = [row for found, row in rows.items() if found[:partition_by] == labels[:partition_by]]
    bases = {row.base for row in beside if row.tested}
    return Row(labels, 0, bases.pop()) if len(bases) == 1 else None


def _fixed(tables: Sequence[Rows], partition_by: int | None, sides: Sides) -> Iterator[Labels]:
    """The lines that tell apart, within one base, what a filter on one side has already told apart."""
    if partition_by is None:
        return
    rows = [found for table in tables for found in table.items()]
    for labels, _ in rows:
        beside = [row for found, row in rows if found[:partition_by] == labels[:partition_by]]
        by_name = {name: {row.target.get(name) for row in beside} for name in sides.filtered}
        if any(len(values) > 1 for values in by_name.values()):
            yield labels


def _apart(line: Line, one: Row, two: Row, *, tested: bool) -> Line:
    """How far apart the shares are; a line which all or none are in, on both sides, is so by its definition."""
    if not one.base or not two.base or all(row.count in (0, row.base) for row in (one, two)):
        return line
    found = share_difference(one.share, two.share) if one.share and two.share else None
    if found is None:
        return line
    return replace(line, gap=found.value, difference=found if tested else None)


def _judged(lines: list[Line]) -> list[Line]:
    """The lines, each judged among all that are tested; two that face each other are one comparison."""
    match_key = {str(i): str(first) for i, first in _comparisons(lines).items()}
    made = {str(i): line.difference for i, line in enumerate(lines) if line.difference is not None}
    found = judged(made, match_key)
    return [
        replace(line, difference=found.get(str(i), line.difference)) for i, line in enumerate(lines)
    ]


def _comparisons(lines: list[Line]) -> dict[int, int]:
    """For each line tested, the first one that makes the same comparison: itself, or all the others of its base."""
    tested = [i for i, line in enumerate(lines) if line.tested]
    found: dict[int, int] = {}
    for i in tested:
        found[i] = next((j for j in found if _facing(lines[i], lines[j])), i)
    return found


def _facing(line: Line, other: Line) -> bool:
    """Whether two lines part both bases between themselves, as women and men do."""
    if not (line.a and line.b and other.a and other.b):
        return False
    sides = ((line.a, other.a), (line.b, other.b))
    differ = sum(one != two for one, two in zip(line.labels, other.labels, strict=True))
    return differ == 1 and all(one.base == two.base == one.count + two.count for one, two in sides)
