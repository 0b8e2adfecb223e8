"""Which bars or lines does a chart hold, that an office program can draw from numbers?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal, assert_never

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
from dashboard.content.charts.bars import WHOLE
from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Unit
from dashboard.content.charts.lines import LineSeries
from dashboard.content.medium import Medium
from dashboard.outputs.native_series import NativeSeries, bars_of, line_behind, line_of
from dashboard.outputs.xml_safe import one_line
from dashboard.text.numbers import NARROW, decimal

__all__ = ["NativePlot", "NativeSeries", "native_plot"]

LETTER = 0.54
"""Width of a letter as a part of the size of the font."""

FEW = 4
"""An axis that ends below this has marks between its whole numbers."""

LABELLED_LINES: dict[Medium, int | None] = {"page": 2, "phone": 1, "room": None}
"""How many lines have a label at each point; those of more would be written over each other. None: any number."""

UPRIGHT_ROOM, LEVEL_ROOM = 1.12, 1.28
"""How far an axis goes on beyond the longest bar, for its label, as a multiple of the bar."""

QUARTER = 0.25
"""How far apart the marks of an axis of shares are, where it goes on beyond the whole."""

LINES_ROOM, LINES_STEP = 1.08, 10
"""The same of lines, whose axis of percent ends at a multiple of the step."""


@dataclass(frozen=True)
class NativePlot:
    """Bars or lines as numbers; percentages are parts of 1. `mirrored`: the first series grows to the left.

    `top` is where the axis ends and `step` how far apart its marks are, where an office program would not find it.
    `benchmarks` are lines across the axis of numbers, which no office program draws by itself; `told_below` names those
    of one category under the axis, where they are not named beside their lines.
    """

    kind: Literal["bars", "lines"]
    categories: tuple[str, ...]
    series: tuple[NativeSeries, ...]
    percent: bool
    top: float | None
    title: str = ""
    stacked: bool = False
    horizontal: bool = False
    mirrored: bool = False
    benchmarks: tuple[BenchmarkLine, ...] = ()
    told_below: str = ""
    step: float | None = None

    @property
    def number_format(self) -> str:
        """The format of values and labels, as spreadsheets store it whatever their language."""
        if self.percent:
            return "0.0 %" if self._fine else "0 %"
        positive = "#,##0.0" if self._fine else "#,##0"
        return f"{positive};{positive}" if self.mirrored else positive

    @property
    def axis_format(self) -> str:
        """The format of the axis, whose numbers are round."""
        if self.percent:
            return "0 %"
        if self.mirrored:
            return "#,##0;#,##0"
        values = (value for series in self.series for value in series.values)
        most = max((abs(value) for value in values if value is not None), default=0)
        return "#,##0" if most >= FEW else "0.0"

    def has_room(self, value: float, label: str, length: float, size: float) -> bool:
        """Whether a bar of `value` holds its label in letters of `size`, where the longest stack is `length` long."""
        return not self.stacked or value * length >= _room(label) * size * self._whole

    def is_crossed(self, series: NativeSeries, i: int, length: float, size: float) -> bool:
        """Whether the line of a benchmark runs through the label in the middle of a part of stack `i`."""
        if not self.stacked or not self.benchmarks:
            return False
        place = next(place for place, each in enumerate(self.series) if each is series)
        start = sum(each.values[i] or 0 for each in self.series[:place])
        middle = start + (series.values[i] or 0) / 2
        half = _room(series.labels[i]) * size * self._whole / length / 2
        return any(abs(line.value - middle) < half for line in self.benchmarks)

    @property
    def _whole(self) -> float:
        """What the longest stack is, or where the axis ends."""
        stacks = zip(*(series.values for series in self.series), strict=True)
        return self.top or max((sum(part or 0 for part in stack) for stack in stacks), default=0)

    def written(self, value: float) -> str:
        """`value` as `number_format` shows it in French."""
        shown = abs(value) if self.mirrored else value
        scaled = 100 * shown if self.percent else shown
        text = decimal(scaled, 1) if self._fine else decimal(scaled, 0)
        return f"{text}{NARROW}%" if self.percent else text

    def is_labelled(self, length: float, size: float) -> bool:
        """Whether labels in letters of `size` stay apart, where all rows or columns together are `length` long."""
        if self.kind == "lines":
            return True
        bars = len(self.categories) * (1 if self.stacked or self.mirrored else len(self.series))
        labels = [label for series in self.series for label in series.labels]
        long = LETTER * max(map(len, labels), default=0)
        return bars * size * (1 if self.horizontal else long) <= length

    @property
    def _fine(self) -> bool:
        return any("," in label for series in self.series for label in series.labels)


def _room(label: str) -> float:
    """How much room a label takes on its bar, in sizes of its letters."""
    return LETTER * len(label) + 0.5


def native_plot(chart: Chart, medium: Medium = "page") -> NativePlot | None:
    """The bars or lines of `chart` as it is drawn for `medium`; None where office programs have no such chart."""
    match chart:
        case StackedBars() | GroupedBars() | Lines() if not (chart.series and chart.categories):
            return None
        case StackedBars():
            return _stacked(chart)
        case GroupedBars():
            return _grouped(chart)
        case Lines():
            return _lines(chart, medium)
        case Pyramid():
            return _pyramid(chart)
        case (
            Dots()
            | Matrix()
            | FlowDiagram()
            | RegionMap()
            | SmallMaps()
            | Distributions()
            | Tiles()
        ):
            return None
        case _:
            assert_never(chart)


def _stacked(chart: StackedBars) -> NativePlot:
    top = chart.highest if chart.top is None else chart.top
    percent = chart.unit == "percent"
    return NativePlot(
        kind="bars",
        categories=tuple(map(one_line, chart.categories)),
        series=tuple(bars_of(series, chart.unit) for series in chart.series),
        percent=percent,
        top=top / WHOLE if percent else None,
        step=QUARTER if percent and top > WHOLE else None,
        title=one_line(chart.axis_title),
        stacked=True,
        horizontal=True,
        benchmarks=_scaled(chart.benchmarks, chart.unit),
    )


def _grouped(chart: GroupedBars) -> NativePlot:
    room = LEVEL_ROOM if chart.horizontal else UPRIGHT_ROOM
    highest = chart.highest if chart.top is None else chart.top
    return NativePlot(
        kind="bars",
        categories=tuple(map(one_line, chart.categories)),
        series=tuple(bars_of(series, chart.unit) for series in chart.series),
        percent=chart.unit == "percent",
        top=_end(chart.unit, room * highest or 1),
        title=one_line(chart.axis_title),
        horizontal=chart.horizontal,
    )


def _lines(chart: Lines, medium: Medium) -> NativePlot:
    most = LABELLED_LINES[medium]
    everywhere = (most is None or len(chart.series) <= most) and not chart.behind
    highest = LINES_ROOM * (chart.highest if chart.top is None else chart.top) or 1
    return NativePlot(
        kind="lines",
        categories=tuple(map(one_line, chart.categories)),
        series=(
            *(line_behind(line, chart.unit) for line in chart.behind),
            *(
                line_of(line, chart.unit, range(len(line.data)) if everywhere else _last(line))
                for line in chart.named
            ),
        ),
        percent=chart.unit == "percent",
        top=_end(chart.unit, LINES_STEP * ceil(highest / LINES_STEP)),
        title=one_line(chart.axis_title),
        benchmarks=_scaled(chart.benchmarks, chart.unit),
        told_below=" ; ".join(map(one_line, chart.told_below)),
    )


def _scaled(lines: Sequence[BenchmarkLine], unit: Unit) -> tuple[BenchmarkLine, ...]:
    """The lines on an axis whose percentages are parts of 1."""
    scale = 100 if unit == "percent" else 1
    return tuple(replace(line, value=line.value / scale) for line in lines)


def _last(line: LineSeries) -> list[int]:
    """The place of the last point that there is."""
    return [i for i, datum in enumerate(line.data) if datum.value is not None][-1:]


def _pyramid(chart: Pyramid) -> NativePlot:
    return NativePlot(
        kind="bars",
        categories=tuple(map(one_line, chart.bands)),
        series=(bars_of(chart.left, "number", to_left=True), bars_of(chart.right, "number")),
        percent=False,
        top=None,
        title=one_line(chart.axis_title),
        horizontal=True,
        mirrored=True,
    )


def _end(unit: Unit, highest: float) -> float | None:
    """The end of the axis where it means something: the whole of a share; an office program finds others itself."""
    return min(highest / 100, 1) if unit == "percent" else None
