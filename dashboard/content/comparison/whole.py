"""What does a table that tells cohorts apart say of all of them together?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dashboard.content.data_table import DataTable, Row

COHORT = "promotion"
ALL = "Ensemble"

Labels = tuple[str, ...]


def with_whole(data_table: DataTable) -> list[Row]:
    """The shares of a table that tells cohorts apart, with those of all its cohorts together.

    They are the sums of counts and bases, since everybody belongs to one cohort. A table that has such lines keeps
    them, unless some of its cohorts may not be compared: these are in no sum.
    """
    at = data_table.variables.index(COHORT)
    rows = [row for row in data_table.rows if row.base is not None]
    if any(row.labels[at] == ALL for row in rows) and not left_out(data_table):
        return rows
    rows = [row for row in rows if row.labels[at] != ALL]
    return [*rows, *_over_cohorts(rows, at, data_table.partition_by)]


def left_out(data_table: DataTable) -> tuple[str, ...]:
    """The cohorts of which too little is known to compare any of their shares."""
    tested: defaultdict[str, bool] = defaultdict(bool)
    for cohort, row in _by_cohort(data_table):
        if row.base is not None:
            tested[cohort] |= row.tested
    return tuple(cohort for cohort, compared in tested.items() if not compared)


def cohorts_in(data_table: DataTable) -> tuple[str, ...]:
    """The cohorts that a table tells apart."""
    return tuple(dict.fromkeys(cohort for cohort, _ in _by_cohort(data_table)))


def _by_cohort(data_table: DataTable) -> Iterator[tuple[str, Row]]:
    """The rows of single cohorts."""
    if COHORT in data_table.variables:
        at = data_table.variables.index(COHORT)
        yield from ((row.labels[at], row) for row in data_table.rows if row.labels[at] != ALL)


def _over_cohorts(rows: Sequence[Row], at: int, partition_by: int | None) -> list[Row]:
    """Each line of all cohorts together; lines alike in every cohort are one (`Row.alike`)."""
    rows = [row for row in rows if row.tested]
    by_line: defaultdict[Labels, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        by_line[row.match_key or _without(row.labels, at)][row.labels[at]] = row
    bases = _bases(rows, at, partition_by)
    return [_sum(line, found, at, bases, partition_by) for line, found in by_line.items()]


def _without(labels: Labels, at: int) -> Labels:
    return (*labels[:at], *labels[at + 1 :])


def _bases(
    rows: Sequence[Row], at: int, partition_by: int | None
) -> Mapping[Labels, Mapping[str, int]]:
    """The base of each cohort, by the labels that the lines which part it have in common: none where lines overlap."""
    found: defaultdict[Labels, dict[str, int]] = defaultdict(dict)
    if partition_by is not None:
        for row in rows:
            found[_without(row.labels[:partition_by], at)][row.labels[at]] = row.base or 0
    return found


def _sum(
    line: Labels,
    rows: Mapping[str, Row],
    at: int,
    bases: Mapping[Labels, Mapping[str, int]],
    partition_by: int | None,
) -> Row:
    """One line of all cohorts; a cohort whose lines part one base has nobody in a line that is not there."""
    own = {cohort: row.base or 0 for cohort, row in rows.items()}
    beside = {} if partition_by is None else bases.get(line[: partition_by - 1], {})
    shared = [row.target.items() for row in rows.values()]
    return Row(
        (*line[:at], ALL, *line[at:]),
        sum(row.count for row in rows.values()),
        sum({**beside, **own}.values()),
        target=dict(set(shared[0]).intersection(*shared[1:])),
    )
