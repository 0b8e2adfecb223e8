"""Which numbers stand in the table of the changes?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.data_table import DataTable, Key, Row
from dashboard.text.numbers import rounded
from dashboard.views.kit.verdicts import GAP_BOUNDS, short_verdict
from dashboard.views.overview.evolution.changes import Change
from dashboard.views.overview.evolution.cohorts import Following
from dashboard.views.overview.evolution.regions import RegionalChange

UNITS = {"count": "effectif", "share": "%", "mean": "moyenne"}
"""In what a figure is counted, by its kind; a mean has a unit of its own."""


def table_of_figures(changes: Sequence[Change], pair: Following) -> DataTable:
    """A row a figure: both values with their bases, the later less the earlier, and what may be concluded."""
    of_both = [name for cohort in pair.both for name in (f"promotion {cohort}", f"base {cohort}")]
    return DataTable(
        ("indicateur", "unité", "conclusion"),
        "",
        tuple(map(_row, changes)),
        (*of_both, f"écart : {pair.gap}", *GAP_BOUNDS),
    )


def _row(change: Change) -> Row:
    unit = change.unit or UNITS[change.kind]
    verdict = short_verdict(change.difference)
    values = zip(change.values, change.bases, strict=True)
    gap = (change.gap, None, None) if change.difference is None else change.difference.numbers
    return Row(
        (
            Key("indicator", change.code, change.label),
            Key("unit", unit, unit),
            Key("verdict", verdict, verdict),
        ),
        None,
        None,
        (*(number for pair in values for number in map(_rounded, pair)), *map(_rounded, gap)),
    )


def table_of_regions(changes: Sequence[RegionalChange], pair: Following, region: str) -> DataTable:
    """A row a region, called `region`: its people in both cohorts, and the later number less the earlier one."""
    return DataTable(
        (region,),
        "",
        tuple(
            Row(
                (change.key,),
                None,
                None,
                (change.last, change.previous, change.gap),
                change.click,
            )
            for change in changes
        ),
        (*(f"promotion {cohort}" for cohort in pair.both), f"écart : {pair.gap}"),
    )


def _rounded(value: float | None) -> float | None:
    return value if value is None or isinstance(value, int) else rounded(value, 2)
