"""How is a matrix drawn: its cells, and the names of its rows and columns around them?"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from dashboard.content.charts import Matrix
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.medium import Medium
from dashboard.outputs.layout.matrix_names import column_names, names_width, row_names
from dashboard.outputs.layout.matrix_names import corner as corner_of
from dashboard.outputs.layout.thinning import ROOM, fitted
from dashboard.outputs.svg.drawing import Drawing, Margins
from dashboard.outputs.svg.mark import ClickWriter
from dashboard.outputs.svg.matrix_cells import Grid, draw_cells, draw_texts
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.words import LINE, text_at, words

LEAST_ROWS = 3
"""A matrix of fewer rows leaves room below them: two rows alone would be slabs."""

ASIDE, ABOVE = 7, 6
"""Pixels from the cells to the names of rows, and to those of columns."""

TITLE_ABOVE = 8
"""Pixels from the names of columns to what they are."""

LEGEND_BELOW = 6
"""Pixels from the cells to the legend below them."""

EDGE = 4
"""Pixels around all."""


def matrix(chart: Matrix, medium: Medium, clicks: ClickWriter) -> Drawing:
    """The cells row by row from the top; in a room, with what they have room for."""
    rows, columns, corner = row_names(chart), column_names(chart), corner_of(chart)
    names = _height(columns)
    titled = names + (TITLE_ABOVE + LINE if chart.column_title else 0)
    top = ceil(ABOVE + max(titled, _height([corner]))) + EDGE
    left = ceil(ASIDE + names_width(chart)) + EDGE
    grid = Grid(len(chart.columns), max(len(chart.rows), LEAST_ROWS))
    if medium == "room":
        chart = fitted(chart, (ROOM[0] - left) / grid.columns, (ROOM[1] - top) / grid.rows)

    def body(plane: Plane) -> str:
        title = rich(chart.column_title) if chart.column_title else RichText()
        return (
            draw_cells(chart, grid, plane, clicks)
            + draw_texts(chart, grid, plane)
            + _names_of_rows(rows, grid, plane)
            + _names_of_columns(columns, grid, plane)
            + _above(corner, 0, plane, shift=(-ASIDE, -ABOVE))
            + _above(title, 0.5, plane, shift=(0, -ABOVE - names - TITLE_ABOVE))
            + _legend(chart.legend, plane)
        )

    bottom = EDGE + (LEGEND_BELOW + LINE if chart.legend else 0)
    return Drawing("matrix", body, Margins(top, EDGE, bottom, left))


def _height(names: Sequence[RichText]) -> float:
    """Pixels of the name of most lines."""
    return LINE * max((len(name.lines) for name in names), default=0)


def _names_of_rows(names: Sequence[RichText], grid: Grid, plane: Plane) -> str:
    places = ((plane.x(0), plane.y(grid.down(row + 0.5))) for row in range(len(names)))
    written = (text_at(place, name, align="end") for place, name in zip(places, names, strict=True))
    return words("".join(written), shift=(-ASIDE, 0))


def _names_of_columns(names: Sequence[RichText], grid: Grid, plane: Plane) -> str:
    places = ((plane.x(grid.across(column + 0.5)), plane.y(0)) for column in range(len(names)))
    written = (
        text_at(place, name, align="middle", above=1)
        for place, name in zip(places, names, strict=True)
    )
    return words("".join(written), shift=(0, -ABOVE))


def _above(title: RichText, x: float, plane: Plane, *, shift: tuple[float, float]) -> str:
    """What rows are, in the corner over their names, or what columns are, over theirs."""
    if not title:
        return ""
    place = plane.x(x), plane.y(0)
    return words(
        text_at(place, title, align="middle" if x else "end", above=1), shift=shift, muted=True
    )


def _legend(text: str, plane: Plane) -> str:
    """What a sign in the cells means, at the right below them."""
    if not text:
        return ""
    place = plane.x(1), plane.y(1)
    written = text_at(place, rich(text), align="end")
    return words(written, shift=(0, LEGEND_BELOW + LINE / 2), muted=True)
