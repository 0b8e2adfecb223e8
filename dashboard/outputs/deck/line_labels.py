"""Where does the label of a point of a line stand, so that neither a line nor another label runs through it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.outputs.layout.label_spread import spread
from dashboard.outputs.native_plot import NativePlot

HEIGHT = 0.055
"""Height of a label as a part of the plot's."""

CLEAR = 0.75 * HEIGHT
"""How far from the middle of a label a line may pass."""

BESIDE = (0.05, 0.2)
"""From where to where a label beside a point reaches, as parts of the way to the next one."""

FARTHEST = 4
"""Heights that a label may be moved by; farther, nobody would know whose it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Beside which side of its point a label stands, and how far above that, as a part of the plot's height."""

    left: bool
    up: float


def places_of(plot: NativePlot) -> Mapping[tuple[int, int], Place]:
    """The place of each label, by the numbers of its series and point.

    At the first point the left side is free; at the last one, the right side; between them lines pass on both.
    """
    top = plot.top or _highest(plot)
    beside: dict[tuple[int, bool], list[tuple[float, float, int]]] = defaultdict(list)
    for s, i, value in _labelled(plot):
        passing = [line / top for line in _passing(plot, i)]
        left = i == 0 and bool(passing)
        height = value / top
        beside[i, left].append((height if left else _clear(height, passing), height, s))
    places = {}
    for (i, left), labels in beside.items():
        listed = sorted(labels)
        centres = spread([wanted for wanted, _, _ in listed], [HEIGHT] * len(listed), 1)
        for centre, (_, height, s) in zip(centres, listed, strict=True):
            places[s, i] = Place(left, centre - height)
    return places


def _labelled(plot: NativePlot) -> Iterator[tuple[int, int, float]]:
    for s, series in enumerate(plot.series):
        for i, (value, label) in enumerate(zip(series.values, series.labels, strict=True)):
            if value is not None and label:
                yield s, i, value


def _passing(plot: NativePlot, i: int) -> Iterator[float]:
    """The values of the lines beside the points of category `i`, on their way to the next one."""
    for series in plot.series:
        start, end = (*series.values, None)[i : i + 2]
        if start is not None and end is not None:
            yield from (start + part * (end - start) for part in BESIDE)


def _clear(height: float, passing: list[float]) -> float:
    """The nearest height to `height` that no line passes."""
    steps = [HEIGHT * part / 4 for part in range(4 * FARTHEST)]
    tried = [height + way * step for step in steps for way in (1, -1)]
    free = (place for place in tried if all(abs(place - line) >= CLEAR for line in passing))
    return next(free, height)


def _highest(plot: NativePlot) -> float:
    ends = (
        value + ((series.above[i] if series.above else None) or 0)
        for series in plot.series
        for i, value in enumerate(series.values)
        if value is not None
    )
    return max(ends, default=0) or 1
