"""On which scale may two charts be read against each other?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from dashboard.content.charts import (
    Chart,
    Distributions,
    Dots,
    FlowDiagram,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    RegionMap,
    SmallMaps,
    StackedBars,
    Tiles,
)
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.rich_text import RichText

Topped = TypeVar("Topped", StackedBars, GroupedBars, Lines, Pyramid, Distributions)
AnySeries = TypeVar("AnySeries", Series, LineSeries)
Name = TypeVar("Name", str, RichText)


def on_one_scale(  # noqa: C901, PLR0912 - one branch a kind.
    first: Chart, second: Chart
) -> tuple[Chart, Chart]:
    """Both charts with every axis of numbers going as far as the farther of the two, where kinds and units agree.

    Of two charts whose upright axes of categories go on from each other, for example "1 UE, 2 UE" and "1 UE, 2 UE, 3
    UE", both have the longer one. Any other categories stay: what stands at a place of the one is not what stands there
    on the other. Maps, matrices, flows and tiles stay as they are.
    """
    shared: tuple[Chart, Chart] = first, second
    match first:
        case StackedBars():
            if isinstance(second, StackedBars) and first.unit == second.unit:
                shared = _to_one_top(first, second)
        case GroupedBars():
            if isinstance(second, GroupedBars) and _alike(first, second):
                shared = _bars(*_to_one_top(first, second))
        case Lines():
            if isinstance(second, Lines) and first.unit == second.unit:
                shared = _lines(*_to_one_top(first, second))
        case Pyramid():
            if isinstance(second, Pyramid):
                shared = _pyramids(*_to_one_top(first, second))
        case Distributions():
            if isinstance(second, Distributions):
                shared = _to_one_top(first, second)
        case Dots():
            if isinstance(second, Dots) and first.unit == second.unit:
                shared = _to_one_span(first, second)
        case Matrix() | FlowDiagram() | RegionMap() | SmallMaps() | Tiles():
            pass
        case _:
            assert_never(first)
    return shared


def _alike(first: GroupedBars, second: GroupedBars) -> bool:
    return (first.unit, first.horizontal) == (second.unit, second.horizontal)


def _to_one_top(first: Topped, second: Topped) -> tuple[Topped, Topped]:
    top = max(first.highest, second.highest)
    return replace(first, top=top), replace(second, top=top)


def _to_one_span(first: Dots, second: Dots) -> tuple[Dots, Dots]:
    (low, high), (other_low, other_high) = first.extent, second.extent
    span = min(low, other_low), max(high, other_high)
    return replace(first, span=span), replace(second, span=span)


def _bars(first: GroupedBars, second: GroupedBars) -> tuple[GroupedBars, GroupedBars]:
    names = _longer(first.categories, second.categories)
    if names is None or first.horizontal:
        return first, second
    return (
        replace(first, categories=names, series=_padded(first.series, len(names))),
        replace(second, categories=names, series=_padded(second.series, len(names))),
    )


def _lines(first: Lines, second: Lines) -> tuple[Lines, Lines]:
    names = _longer(first.categories, second.categories)
    if names is None:
        return first, second
    return (
        replace(first, categories=names, series=_padded(first.series, len(names))),
        replace(second, categories=names, series=_padded(second.series, len(names))),
    )


def _pyramids(first: Pyramid, second: Pyramid) -> tuple[Pyramid, Pyramid]:
    bands = _longer(first.bands, second.bands)
    if bands is None:
        return first, second
    return _banded(first, bands), _banded(second, bands)


def _banded(pyramid: Pyramid, bands: tuple[str, ...]) -> Pyramid:
    left, right = _padded((pyramid.left, pyramid.right), len(bands))
    return replace(pyramid, bands=bands, left=left, right=right)


def _longer(first: Sequence[Name], second: Sequence[Name]) -> tuple[Name, ...] | None:
    """That of two lists which begins with the other one; None where neither does, or where one is empty."""
    short, long = sorted((first, second), key=len)
    goes_on = bool(short) and tuple(long[: len(short)]) == tuple(short)
    return tuple(long) if goes_on else None


def _padded(series: Sequence[AnySeries], length: int) -> tuple[AnySeries, ...]:
    """The series with nothing drawn in the categories that only the other chart has."""
    return tuple(
        replace(each, data=each.data + (Datum(None),) * (length - len(each.data)))
        for each in series
    )
