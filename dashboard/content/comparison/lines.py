"""Which lines of two tables are the same, and how far apart are they?

Lines are matched by their keys (dimension and code), never by their labels. A view says of its rows what may be
compared (`Row.comparable`), how they divide a base (`DataTable.partition_by`) and how they match from cohort to cohort
(`Row.match_key`); nothing here knows a view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.content.comparison.amounts import amounts_of, is_amount
from dashboard.content.comparison.line import VERDICT, Line
from dashboard.content.comparison.whole import (
    COHORT,
    KNOWN_COHORTS,
    Name,
    cohorts_in,
    left_out,
    rows_of_whole,
    tells_cohorts_apart,
    with_whole,
)
from dashboard.content.data_table import TOTAL_LABEL, DataTable, Key, Row
from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import (
    Group,
    difference_between,
    order_depends_on_silence,
)

Rows = Mapping[Name, Row]


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of two selections beside their tables.

    `apart`: nobody is in both. `cohorts_apart`: no cohort is, so that a cohort's line has no like on the other side.
    `filtered`: the dimensions by which they differ: what a filter has made of a selection is no finding.
    `nested`: one is a part of the other, so that two bases of as many people are the same people.
    """

    apart: bool
    cohorts_apart: bool = False
    filtered: Collection[Dimension] = ()
    nested: bool = False


def lines_of(a: DataTable, b: DataTable, sides: Sides) -> list[Line]:
    """The lines of both tables, those of A first; not one that has a share on neither side.

    A row without a share stands in a table for those of a cohort who did not tell: they count in its whole.
    """
    several = len({*cohorts_in(a), *cohorts_in(b)}) > 1
    whole = KNOWN_COHORTS if left_out(a) or left_out(b) else TOTAL_LABEL
    first, second = (_by_name(table, sides, whole, several=several) for table in (a, b))
    partition_by = _partition_by(a, sides)
    fixed = {*_fixed((first, second), partition_by, sides)}
    lines = []
    for name in dict.fromkeys((*first, *second)):
        of_a = first.get(name) or _nobody(name, first, partition_by)
        of_b = second.get(name) or _nobody(name, second, partition_by)
        if not any(row and row.share for row in (of_a, of_b)):
            continue
        line = Line(name, of_a, of_b)
        if sides.nested and of_a and of_b and _is_the_same(of_a, of_b):
            continue
        if name not in fixed and of_a and of_b and of_a.comparable and of_b.comparable:
            line = _apart(line, of_a, of_b, tested=a.independent and sides.apart)
        lines.append(line)
    amounts = amounts_of(a, b, tested=a.independent and sides.apart)
    return sorted([*lines, *amounts], key=_order_of(a, b)) if amounts else lines


def _is_the_same(a: Row, b: Row) -> bool:
    """Whether both rows count the same people: of nested selections, those whose bases are as large."""
    return bool(a.base) and a.base == b.base and a.count == b.count


def _order_of(a: DataTable, b: DataTable) -> Callable[[Line], int]:
    """The place of a line in both tables, one after the other."""
    names = [*dict.fromkeys(row.keys for table in (a, b) for row in table.rows)]
    return lambda line: names.index(line.keys)


def naming_columns(table: DataTable, sides: Sides) -> list[int]:
    """The columns that name a line, by their place: not the view's own verdicts, nor the cohort where these differ."""
    keys = table.rows[0].keys if table.rows else ()
    return [i for i, key in enumerate(keys) if _names(key, sides)]


def _names(key: Key, sides: Sides) -> bool:
    return key.along != VERDICT and not (sides.cohorts_apart and key.along == COHORT)


def _partition_by(table: DataTable, sides: Sides) -> int | None:
    """How many of a line's keys name the base that it divides with others."""
    if table.partition_by is None:
        return None
    return sum(i < table.partition_by for i in naming_columns(table, sides))


def _by_name(table: DataTable, sides: Sides, whole: str, *, several: bool) -> Rows:
    """The shares of a table by what names them; where there are `several` cohorts, with those of the `whole` side."""
    apart = tells_cohorts_apart(table)
    rows = [row for row in table.rows if row.base is not None and not is_amount(row)]
    if apart and several:
        rows = with_whole(table, whole)
    if not sides.cohorts_apart or not apart:
        return {_name(row, sides): row for row in rows}
    return {row.match_key or _name(row, sides): row for row in rows_of_whole(rows)}


def _name(row: Row, sides: Sides) -> Name:
    return tuple(key for key in row.keys if _names(key, sides))


def _nobody(name: Name, rows: Rows, partition_by: int | None) -> Row | None:
    """A line that a table lacks counts nobody, where the lines beside it divide one base; elsewhere it does not exist.

    Nor does it where all those beside it are absences of information: then nobody was asked.
    """
    if partition_by is None:
        return None
    beside = [row for other, row in rows.items() if other[:partition_by] == name[:partition_by]]
    bases = {(row.base, row.silent, row.silent_outside) for row in beside if row.comparable}
    if len(bases) != 1:
        return None
    ((base, silent, outside),) = bases
    # Of rounded counts, those of too few are no row either: 14 people would be taken for none.
    count = Suppressed() if isinstance(base, Rounded) else 0
    return Row(name, count, base, silent=silent, silent_outside=outside)


def _fixed(tables: Sequence[Rows], partition_by: int | None, sides: Sides) -> Iterator[Name]:
    """The lines that divide, within one base, what a filter on one side has already divided."""
    if partition_by is None:
        return
    rows_of_base: dict[Name, list[Row]] = defaultdict(list)
    for table in tables:
        for name, row in table.items():
            rows_of_base[name[:partition_by]].append(row)
    divided = {
        base
        for base, rows in rows_of_base.items()
        if any(len({*_kept(rows, key)}) > 1 for key in sides.filtered)
    }
    for table in tables:
        yield from (name for name in table if name[:partition_by] in divided)


def _kept(rows: Sequence[Row], key: Dimension) -> Iterator[tuple[str, ...]]:
    """What each of `rows` keeps along `key`, without those of all: the whole of one cohort, beside that of all."""
    return (codes for row in rows if (codes := row.click.people.codes(key)))


def _apart(line: Line, a: Row, b: Row, *, tested: bool) -> Line:
    """How far apart the shares are, if that can be computed."""
    difference = difference_between(_group(a), _group(b))
    if difference is None:
        return line
    return replace(line, gap=difference.value, difference=difference if tested else None)


def order_reverses(line: Line) -> bool:
    """Whether one side is higher among all who were asked, and the other among those who told."""
    if line.a is None or line.b is None or line.gap is None or line.unit != "points":
        return False
    return order_depends_on_silence(_group(line.a), _group(line.b))


def _group(row: Row) -> Group:
    return Group(row.share, silent=row.silent, silent_outside=row.silent_outside)
