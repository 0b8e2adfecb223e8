"""What does a table that tells cohorts apart say of all of them together?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.content.click_filter import ClickFilter
from dashboard.content.data_table import TOTAL, TOTAL_LABEL, DataTable, Key, Row, total_along
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection

COHORT = Dimension("cohort")

Name = tuple[Key, ...]
"""The keys that name a row among others."""


_Base = tuple[Count, Count, Count]
"""The people of a base, those of them who did not tell, and those who did not and stand outside it."""


def cohort_key(row: Row) -> Key | None:
    """The key of the row's cohort; None where the table tells no cohorts apart."""
    return next((key for key in row.keys if key.along == COHORT), None)


def without_cohort(keys: Name) -> Name:
    """What names a row beside its cohort."""
    return tuple(key for key in keys if key.along != COHORT)


KNOWN_COHORTS = "Promotions assez connues"
"""What the sum of all cohorts is called that leaves some out: a view's own "Ensemble" holds them."""


def with_whole(table: DataTable, label: str = TOTAL_LABEL) -> list[Row]:
    """The shares of a table that tells cohorts apart, with those of all its cohorts together, called `label`.

    They are the sums of counts and bases, since everybody belongs to one cohort. A table that has such rows keeps
    them, unless some of its cohorts may not be compared: these are in no sum.
    """
    rows = [row for row in table.rows if row.base is not None]
    if any(_is_of_all(row) for row in rows) and not left_out(table):
        # The other side may leave some out: the line of both bears its name.
        return [_called(row, label) if _is_of_all(row) else row for row in rows]
    rows = [row for row in rows if not _is_of_all(row)]
    return [*rows, *_over_cohorts(rows, table.partition_by, label)]


def _called(row: Row, label: str) -> Row:
    """The same row of all cohorts together, called `label`."""
    keys = (total_along(COHORT, label) if key.along == COHORT else key for key in row.keys)
    return replace(row, keys=tuple(keys))


def rows_of_whole(rows: Sequence[Row]) -> list[Row]:
    """The rows that tell of a whole side: those of all its cohorts together, or of the only one that it has."""
    of_all = [row for row in rows if _is_of_all(row)]
    if of_all:
        return of_all
    cohorts = {cohort_key(row) for row in rows}
    return list(rows) if len(cohorts) == 1 else []


def left_out(table: DataTable) -> tuple[str, ...]:
    """The cohorts of which too little is known to compare any of their shares."""
    compared: defaultdict[str, bool] = defaultdict(bool)
    for cohort, row in by_cohort(table):
        if row.base is not None:
            compared[cohort] |= row.comparable
    return tuple(cohort for cohort, is_compared in compared.items() if not is_compared)


def cohorts_in(table: DataTable) -> tuple[str, ...]:
    """The cohorts that a table tells apart."""
    return tuple(dict.fromkeys(cohort for cohort, _ in by_cohort(table)))


def tells_cohorts_apart(table: DataTable) -> bool:
    """Whether a column of the table is the cohort; one that names a cohort in some rows alone compares it to others."""
    return bool(table.rows) and all(cohort_key(row) is not None for row in table.rows)


def _is_of_all(row: Row) -> bool:
    cohort = cohort_key(row)
    return cohort is not None and cohort.code == TOTAL


def by_cohort(table: DataTable) -> Iterator[tuple[str, Row]]:
    """The rows of single cohorts, where the table tells cohorts apart."""
    for row in table.rows if tells_cohorts_apart(table) else ():
        cohort = cohort_key(row)
        if cohort is not None and cohort.code != TOTAL:
            yield cohort.code, row


def _over_cohorts(rows: Sequence[Row], partition_by: int | None, label: str) -> list[Row]:
    """Each row of all cohorts together; rows alike in every cohort are one (`Row.match_key`)."""
    rows = [row for row in rows if row.comparable]
    by_name: defaultdict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        by_name[row.match_key or without_cohort(row.keys)].append(row)
    bases = _bases(rows, partition_by)
    return [_sum(name, same, bases, partition_by, label) for name, same in by_name.items()]


def _bases(rows: Sequence[Row], partition_by: int | None) -> Mapping[Name, Mapping[str, _Base]]:
    """The base of each cohort, and its silent, by the keys that rows which divide it share: none where rows overlap."""
    bases: defaultdict[Name, dict[str, _Base]] = defaultdict(dict)
    if partition_by is not None:
        for row in rows:
            shared = without_cohort(row.keys[:partition_by])
            bases[shared][_cohort_code(row)] = _base(row)
    return bases


def _base(row: Row) -> _Base:
    return row.base or 0, row.silent, row.silent_outside


def _sum(
    name: Name,
    rows: Sequence[Row],
    bases: Mapping[Name, Mapping[str, _Base]],
    partition_by: int | None,
    label: str,
) -> Row:
    """One row of all cohorts; a cohort whose rows divide one base has nobody in a row that is not there.

    It counts nothing, which is no zero, where none of its rows does. Cohorts whose base may not be released, of too few
    people, are in no sum.
    """
    own = {_cohort_code(row): _base(row) for row in rows}
    beside = {} if partition_by is None else bases.get(name[: partition_by - 1], {})
    told = [base for base in {**beside, **own}.values() if _is_released(base[0])]
    base, silent, outside = map(sum, zip(*told or [(Suppressed(), 0, 0)], strict=True))
    place = next(i for i, key in enumerate(rows[0].keys) if key.along == COHORT)
    counts = [row.count for row in rows if row.count is not None and _is_released(row.base)]
    return Row(
        (*name[:place], total_along(COHORT, label), *name[place:]),
        sum(counts) if counts else None,
        base,
        click=_shared_click([row.click for row in rows]),
        silent=silent,
        silent_outside=outside,
    )


def _is_released(number: Count | None) -> bool:
    return not isinstance(number, Suppressed)


def _cohort_code(row: Row) -> str:
    cohort = cohort_key(row)
    return "" if cohort is None else cohort.code


def _shared_click(clicks: Sequence[ClickFilter]) -> ClickFilter:
    """The conditions that all of `clicks` have."""
    first, *others = (set(click.people) for click in clicks)
    shared = first.intersection(*others)
    return ClickFilter(Selection(tuple(c for c in clicks[0].people if c in shared)))
