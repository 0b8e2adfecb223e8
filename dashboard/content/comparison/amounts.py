"""How far apart are the means and the counts of two tables: what they tell beside shares?

Only rows that no cohort names: who is in a mean of several cohorts, no row says.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.comparison.line import Line
from dashboard.content.comparison.whole import Name, tells_cohorts_apart
from dashboard.content.data_table import DataTable, Row
from dashboard.domain.counts import Suppressed
from dashboard.domain.statistics.comparisons import Group, difference_between


def amounts_of(a: DataTable, b: DataTable, *, tested: bool) -> list[Line]:
    """The lines of means, then of counts that both tables offer for comparison; `tested`: nobody is in both."""
    first, second = _amounts(a), _amounts(b)
    return [
        _apart(Line(name, first.get(name), second.get(name)), tested=tested)
        for name in dict.fromkeys((*first, *second))
    ]


def is_amount(row: Row) -> bool:
    """Whether a row is no share, but a mean."""
    return bool(row.distribution)


def group_of(row: Row) -> Group:
    """Those whose mean a row tells, its base, with how many have each value."""
    return Group(
        distribution=dict(row.distribution), silent_outside=row.silent_outside, counted=row.base
    )


def _amounts(table: DataTable) -> dict[Name, Row]:
    if tells_cohorts_apart(table):
        return {}
    return {row.keys: row for row in table.rows if is_amount(row) or _is_count(row, table)}


def _is_count(row: Row, table: DataTable) -> bool:
    return table.counts_compared and row.base is None and row.count is not None


def _apart(line: Line, *, tested: bool) -> Line:
    rows = (line.a, line.b)
    means = any(row is not None and is_amount(row) for row in rows)
    line = replace(line, unit="mean" if means else "count")
    a, b = rows
    if a is None or b is None:
        return line
    if not means:
        gap = (a.count or 0) - (b.count or 0)
        return line if isinstance(gap, Suppressed) else replace(line, gap=gap)
    one, other = group_of(a), group_of(b)
    if one.value is None or other.value is None:
        return line
    difference = difference_between(one, other) if tested else None
    return replace(line, gap=one.value - other.value, difference=difference)
