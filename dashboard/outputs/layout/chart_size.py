"""How large has a chart to be, so that each of its rows and columns has room for its words?

Views say how high their charts are with the few years that most studies have. With more years, a chart on a page or in
a picture grows; one in a room cannot, and is written on less (`thinning.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import assert_never

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
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.medium import Medium
from dashboard.outputs.layout.flow_words import WIDTHS
from dashboard.outputs.layout.matrix_names import column_names, names_width, row_names
from dashboard.outputs.layout.small_map_frames import times_as_high
from dashboard.outputs.layout.text_width import LINE, SIZE, width_of, width_of_rich
from dashboard.outputs.layout.wrapping import wrapped_text

TEXT = SIZE * LINE
"""Pixels of a line of text."""

AIR = 6
"""Pixels between the words of two rows."""

LEAST_ROW = 20
"""Pixels of a row of one line."""

MOST_ROW, SPACIOUS = 84, 2
"""Pixels of a row at the most, and how many times its least height: what is higher looks empty."""

AXIS = 50
"""Pixels of the numbers under the rows, and of what they count."""

LEGEND_ROW, SWATCH = 20, 60
"""Pixels of a row of a legend, and of what stands beside one of its names."""

LEGEND: dict[Medium, int] = {"page": 520, "phone": 300, "room": 900}
"""Pixels that a legend is wide at the least."""

NAME_LETTERS: dict[Medium, int] = {"page": 26, "phone": 16, "room": 26}
"""How many letters stand on a line of the name of a stacked bar."""

LEVEL_LETTERS = 22
"""The same of other rows."""

LEVEL_BAR = 14
"""Pixels of a level bar, with its label beyond its end."""

CIRCLE: dict[Medium, int] = {"page": 34, "phone": 18, "room": 24}
"""How wide, in pixels, the circle of a quarter of the people of a distribution is."""

QUARTER = 25
"""Percent."""

LEAST_DISTRIBUTIONS = 2
"""Rows of circles that there is room for at the least: a mean far from its circles would not be read with them."""

ROUND_CIRCLE, LEAST_DISTRIBUTION = 26, 58
"""Pixels of a row of circles for the labels under them and the mean over them; and of a row at the least."""

CELL_GAP, CELL_AIR = 3, 4
"""Pixels between the cells of a matrix, and around the words in one."""

ABOVE_CELLS = 12
"""Pixels around the names of columns."""


@dataclass(frozen=True, slots=True)
class Size:
    """The least width and height of a chart in pixels; 0 where any will do.

    `most`: the height beyond which its few rows stand in a void; None where it fills any. `times`: how much higher than
    its view says, for what keeps its proportions.
    """

    width: float = 0
    height: float = 0
    most: float | None = None
    times: float = 1


def size_of(  # noqa: C901, PLR0911, PLR0912 - one branch a kind.
    chart: Chart, medium: Medium
) -> Size:
    """The least size of `chart` on a page, which a picture has too, or on a phone."""
    match chart:
        case StackedBars():
            rows = stacked_names(chart, medium)
            return _of_rows(len(rows), row_height(rows), _around_bars(chart, medium))
        case GroupedBars():
            if not chart.horizontal:
                return Size()
            return _of_rows(len(chart.categories), level_row(chart), _around_bars(chart, medium))
        case Dots():
            names = [wrapped_text(rich(row.label), chart.name_letters) for row in chart.rows]
            return _of_rows(len(names), row_height(names), AXIS + LEGEND_ROW)
        case Distributions():
            few = max(len(chart.rows), LEAST_DISTRIBUTIONS)
            return replace(
                _of_rows(few, _distribution_row(chart, medium), AXIS),
                height=len(chart.rows) * _distribution_row(chart, medium) + AXIS,
            )
        case Pyramid():
            return Size(height=len(chart.bands) * LEAST_ROW + AXIS + LEGEND_ROW)
        case Matrix():
            return _matrix(chart)
        case SmallMaps():
            return Size(times=times_as_high(len(chart.maps), medium))
        case FlowDiagram():
            return Size(width=WIDTHS[medium])
        case Lines() | RegionMap() | Tiles():
            return Size()
        case _:
            assert_never(chart)


def stacked_names(chart: StackedBars, medium: Medium) -> list[RichText]:
    """The names of the bars, in their lines."""
    return [wrapped_text(name, NAME_LETTERS[medium]) for name in chart.categories]


def level_names(chart: GroupedBars) -> list[RichText]:
    """The names of groups of level bars, in their lines."""
    return [wrapped_text(name, LEVEL_LETTERS) for name in chart.categories]


def level_row(chart: GroupedBars) -> float:
    """Pixels of each group of level bars, where each of them has room for its label."""
    return max(row_height(level_names(chart)), LEVEL_BAR * len(chart.series) + AIR)


def row_height(names: list[RichText]) -> float:
    """Pixels of each row, where its name has room."""
    most = max((len(name.lines) for name in names), default=1)
    return max(LEAST_ROW, TEXT * most + AIR)


def _of_rows(rows: int, least: float, around: float) -> Size:
    """The size of so many rows, `least` pixels each, and of what stands around them."""
    return Size(height=rows * least + around, most=rows * _most(least) + around)


def shared(own: float, rows: int, least: float) -> float:
    """The pixels that rows share, `least` each: `own`, or what so many rows need, or what so few fill."""
    return min(max(own, rows * least), max(rows, 1) * _most(least))


def _most(least: float) -> float:
    return max(MOST_ROW, SPACIOUS * least)


def _around_bars(chart: StackedBars | GroupedBars, medium: Medium) -> float:
    """Pixels of the axis, and of a legend whose names stand in columns as wide as the longest of them."""
    names = [series.name for series in chart.series]
    widest = max((width_of(name, SIZE) for name in names), default=0) + SWATCH
    abreast = max(1, int(LEGEND[medium] / widest))
    return AXIS + (LEGEND_ROW * ceil(len(names) / abreast) if len(names) > 1 else 0)


def _distribution_row(chart: Distributions, medium: Medium) -> float:
    """Pixels of a row, in which the largest circle meets neither the label above it nor that below."""
    most = max((point.percent for row in chart.rows for point in row.points), default=0)
    return max(LEAST_DISTRIBUTION, CIRCLE[medium] * sqrt(most / QUARTER) + ROUND_CIRCLE)


def _matrix(chart: Matrix) -> Size:
    """Each cell holds its words, each name its row or column."""
    names = column_names(chart)
    texts = [cell.text for row in chart.cells for cell in row]
    widest = max((width_of_rich(text, SIZE) for text in (*names, *texts)), default=0)
    lines = max((len(text.lines) for text in (*row_names(chart), *texts)), default=1)
    above = TEXT * max((len(name.lines) for name in names), default=0) + ABOVE_CELLS
    above += TEXT + ABOVE_CELLS if chart.column_title else 0
    above += TEXT + ABOVE_CELLS if chart.legend else 0
    rows = _of_rows(len(chart.rows), TEXT * lines + CELL_AIR + CELL_GAP, above)
    width = names_width(chart) + len(chart.columns) * (widest + CELL_AIR + CELL_GAP)
    return replace(rows, width=width)
