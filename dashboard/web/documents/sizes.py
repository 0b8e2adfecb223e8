"""How large is a chart on a page of paper, so that it reads, and two usual ones share a page?"""

from __future__ import annotations

from dashboard.content.charts import Distributions, Dots, Lines, Matrix, SmallMaps
from dashboard.exhibits.exhibit import Exhibit

A_PIXEL = 0.165
"""Millimetres of paper for a pixel of the height of a picture."""

LEAST, MOST = 60.0, 100.0
"""Millimetres of the lowest and of the highest chart, but for those that have a row for each group."""

WORDY = 104.0
"""Lines and distributions have several lines of words beside each of them."""

ROW, AROUND_ROWS = 7.8, 20.0
"""Millimetres of a row of dots with its name, and of the axis and legend around all rows."""

CELL, AROUND_CELLS = 8.0, 16.0
"""The same of a matrix, whose cells may have two lines."""

FEWEST_CELLS = 4
"""A matrix of fewer rows keeps free room below them."""

REDUCED = 0.72

MAP, AROUND_MAPS, BESIDE = 46.0, 16.0, 5
"""The same of a row of small maps, and how many stand in one."""

HIGHEST = 190.0
"""What leaves room for the words around it on a page of its own."""


def scale_on_paper(exhibit: Exhibit) -> float:
    """By how much a chart is reduced, words and all: paper is too narrow for the titles of small maps."""
    return REDUCED if isinstance(exhibit.content.chart, SmallMaps) else 1


def height_on_paper(exhibit: Exhibit) -> str:
    """The height of the chart of `exhibit`, as a length of CSS."""
    return f"{min(HIGHEST, _millimetres(exhibit)):.0f}mm"


def _millimetres(exhibit: Exhibit) -> float:
    usual = min(MOST, max(LEAST, A_PIXEL * exhibit.view.height))
    match exhibit.content.chart:
        case Lines() | Distributions():
            return max(usual, WORDY)
        case Dots(rows=rows):
            return AROUND_ROWS + ROW * len(rows)
        case Matrix(rows=rows):
            return AROUND_CELLS + CELL * max(len(rows), FEWEST_CELLS)
        case SmallMaps(maps=maps):
            return AROUND_MAPS + MAP * -(-len(maps) // BESIDE)
        case _:
            return usual
