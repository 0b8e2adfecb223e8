"""Which numbers, labels and intervals has one colour of a chart that an office program draws?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dashboard.content.charts.datum import Datum, Series, Unit
from dashboard.content.charts.lines import LineSeries
from dashboard.content.theme import BEHIND
from dashboard.outputs.xml_safe import one_line


@dataclass(frozen=True)
class NativeSeries:
    """One colour: for each category a value, its label, and how far its interval reaches; None where there is none.

    Percentages are parts of 1. An empty label is none at all; `below` and `above` are empty where no value has an
    interval. `behind`: a grey line that no legend names. `dotted`: the points to which it comes dotted.
    """

    name: str
    colour: str
    hatched: bool
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    below: tuple[float | None, ...] = ()
    above: tuple[float | None, ...] = ()
    behind: bool = False
    dotted: tuple[int, ...] = ()


def bars_of(series: Series, unit: Unit, *, to_left: bool = False) -> NativeSeries:
    """The bars of `series`; those that grow `to_left` have negative values."""
    return NativeSeries(
        name=one_line(series.name),
        colour=series.colour,
        hatched=series.absent,
        values=_values(series.data, unit, to_left=to_left),
        labels=tuple(one_line(datum.text) for datum in series.data),
        below=_reach(series.data, unit, above=False),
        above=_reach(series.data, unit, above=True),
    )


def line_of(line: LineSeries, unit: Unit, labelled: Collection[int]) -> NativeSeries:
    """The points of `line`, those at the places `labelled` with their labels."""
    return NativeSeries(
        name=one_line(line.name),
        colour=line.colour,
        hatched=False,
        values=_values(line.data, unit),
        labels=tuple(
            one_line(datum.text) if i in labelled else "" for i, datum in enumerate(line.data)
        ),
        below=_reach(line.data, unit, above=False),
        above=_reach(line.data, unit, above=True),
        dotted=line.dotted,
    )


def line_behind(line: LineSeries, unit: Unit) -> NativeSeries:
    """The points of a grey line, without labels and intervals."""
    bare = replace(line_of(line, unit, ()), below=(), above=())
    return replace(bare, colour=BEHIND, behind=True)


def _values(
    data: Sequence[Datum], unit: Unit, *, to_left: bool = False
) -> tuple[float | None, ...]:
    values = [None if datum.value is None else datum.value / _scale(unit) for datum in data]
    # Taken off zero, and not with its sign turned: nobody is 0, and not minus 0.
    return tuple(0 - value if to_left and value is not None else value for value in values)


def _reach(data: Sequence[Datum], unit: Unit, *, above: bool) -> tuple[float | None, ...]:
    """How far each interval reaches `above` its value, or below; nothing where no value has an interval."""
    if all(datum.interval is None for datum in data):
        return ()
    lengths = [_length(datum, above=above) for datum in data]
    return tuple(None if length is None else length / _scale(unit) for length in lengths)


def _length(datum: Datum, *, above: bool) -> float | None:
    if datum.value is None or datum.interval is None:
        return None
    low, high = datum.interval
    return max(high - datum.value if above else datum.value - low, 0)


def _scale(unit: Unit) -> int:
    return 100 if unit == "percent" else 1
