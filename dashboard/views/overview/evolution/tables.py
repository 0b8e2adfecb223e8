"""Which numbers stand in the table of the changes?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.data_table import DataTable, Key, Row
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import to_hundredths
from dashboard.views.kit.verdicts import GAP_BOUNDS, short_verdict
from dashboard.views.overview.evolution.change import Change
from dashboard.views.overview.evolution.regions import RegionalChange
from dashboard.views.overview.following_cohorts import Following

NEW = "nouvelle"
"""Instead of a verdict, of a region where nobody could have enrolled in the earlier cohort."""

UNITS = {"count": "effectif", "share": "part", "mean": "moyenne"}
"""In what a figure is counted, by its kind; a mean has a unit of its own."""


def table_of_figures(changes: Sequence[Change], pair: Following) -> DataTable:
    """A row a figure: what it is in both cohorts, the later less the earlier, and what may be concluded.

    A share has its count and its base beside it, a mean its base.
    """
    of_both = [
        name
        for cohort in pair.both
        for name in (f"effectif ou moyenne {cohort}", f"part {cohort} (%)", f"base {cohort}")
    ]
    return DataTable(
        ("indicateur", "unité", "conclusion"),
        "",
        tuple(map(_row, changes)),
        (*of_both, f"écart : {pair.gap}", *GAP_BOUNDS),
    )


def _row(change: Change) -> Row:
    unit = change.unit or UNITS[change.kind]
    verdict = short_verdict(change.difference)
    gap = (change.gap, None, None) if change.difference is None else change.difference.numbers
    return Row(
        (
            Key("indicator", change.code, change.label),
            Key("unit", unit, unit),
            Key("verdict", verdict, verdict),
        ),
        None,
        None,
        (
            *change.numbers(0),
            *change.numbers(1),
            *map(to_hundredths, gap),
        ),
    )


def table_of_regions(changes: Sequence[RegionalChange], pair: Following, region: str) -> DataTable:
    """A row a region, called `region`: its people and its share in both cohorts, and the later less the earlier."""
    of_both = [
        name
        for cohort in pair.both
        for name in (f"effectif {cohort}", f"part {cohort} (%)", f"base {cohort}")
    ]
    return DataTable(
        (region, "conclusion"),
        "",
        tuple(map(_regional_row, changes)),
        (*of_both, f"écart d'effectif : {pair.gap}", "écart de part (points)", *GAP_BOUNDS),
    )


def _regional_row(change: RegionalChange) -> Row:
    verdict = NEW if change.is_new else short_verdict(change.difference)
    gap = (None, None, None) if change.difference is None else change.difference.numbers
    last, previous = change.shares
    return Row(
        (change.key, Key("verdict", verdict, verdict)),
        None,
        None,
        (
            *(change.last, *_share(last)),
            *(change.previous, *_share(previous)),
            change.gap,
            *map(to_hundredths, gap),
        ),
        change.click,
    )


def _share(share: Share | None) -> tuple[float | None, int | None]:
    return (None, None) if share is None else (to_hundredths(share.percent), share.base)
