"""May a published figure be what rounded counts are of?

A count that is rounded to a multiple of 5 may be up to 4 away from it; a share lies between those of the least part of
the largest base and of the largest part of the least base. What else is recomputed, as a mean, an order or an extreme,
rounding and suppressed cells move by more than can be said.
"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.domain.counts import ROUNDING_BASE, Rounded, Suppressed
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.recomputed import Recomputed
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable

MOST_MOVED = ROUNDING_BASE - 1
"""How far rounding moves a whole number, at most."""

SHARES = ("share", "participation")


def are_rounded(tables: Iterable[ReleasedTable]) -> bool:
    """Whether any of `tables` tells rounded numbers."""
    return any(isinstance(table.total(), (Rounded, Suppressed)) for table in tables)


def range_of(figure: PublishedFigure, result: Recomputed) -> tuple[float, float] | None:
    """Between which numbers the exact one lies; None where that cannot be said, or may not be told."""
    if figure.statistic == "count":
        return None if isinstance(result.value, Suppressed) else _around(result.value)
    if figure.statistic not in SHARES or result.part is None or result.base is None:
        return None
    if Share(result.part, result.base).hidden or not result.base:
        return None
    (least, most), (smallest, largest) = _around(result.part), _around(result.base)
    return 100 * least / largest, min(100 * most / smallest, 100.0)


def _around(number: float | None) -> tuple[float, float]:
    value = number or 0
    return max(value - MOST_MOVED, 0), value + MOST_MOVED
