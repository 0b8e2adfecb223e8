"""What does a table that tells cohorts apart say of all of them together?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dashboard.views.view import Row, Twin

COHORT = "promotion"
ALL = "Ensemble"

Labels = tuple[str, ...]


def over_cohorts(twin: Twin) -> list[Row]:
    """The shares of all cohorts together: the sums of counts and bases, since everybody belongs to one cohort.

    None where the table has such lines already, nor where a line means something else in each cohort (`Row.alike`).
    Lines that may not be compared are left out of the sums.
    """
    at = twin.variables.index(COHORT)
    rows = [row for row in twin.rows if row.base is not None and row.tested]
    if any(row.labels[at] == ALL or row.alike for row in rows):
        return []
    by_line: defaultdict[Labels, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        by_line[_without(row.labels, at)][row.labels[at]] = row
    bases = _bases(rows, at, twin.parted)
    return [_sum(line, found, at, bases, twin.parted) for line, found in by_line.items()]


def _without(labels: Labels, at: int) -> Labels:
    return (*labels[:at], *labels[at + 1 :])


def _bases(rows: Sequence[Row], at: int, parted: int | None) -> Mapping[Labels, Mapping[str, int]]:
    """The base of each cohort, by the labels that the lines which part it have in common: none where lines overlap."""
    found: defaultdict[Labels, dict[str, int]] = defaultdict(dict)
    if parted is not None:
        for row in rows:
            found[_without(row.labels[:parted], at)][row.labels[at]] = row.base or 0
    return found


def _sum(
    line: Labels,
    rows: Mapping[str, Row],
    at: int,
    bases: Mapping[Labels, Mapping[str, int]],
    parted: int | None,
) -> Row:
    """One line of all cohorts; a cohort whose lines part one base has nobody in a line that is not there."""
    own = {cohort: row.base or 0 for cohort, row in rows.items()}
    beside = {} if parted is None else bases.get(line[: parted - 1], {})
    shared = [row.target.items() for row in rows.values()]
    return Row(
        (*line[:at], ALL, *line[at:]),
        sum(row.count for row in rows.values()),
        sum({**beside, **own}.values()),
        target=dict(set(shared[0]).intersection(*shared[1:])),
    )
