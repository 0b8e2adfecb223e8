"""How is a matrix drawn, so that a zero and an absent number differ?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.content.charts import Matrix
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.rich_text import rich
from dashboard.content.theme import INK, OUTSIDE, PAPER, SEQUENTIAL, STROKE
from dashboard.outputs.layout.wrapping import wrapped_text
from dashboard.outputs.plotly.axes import category_axis, level_title, title_above
from dashboard.outputs.plotly.base import HOVER, Figure, Trace, layout
from dashboard.outputs.plotly.fills import on_fill
from dashboard.outputs.plotly.markup import markup

SCALE = [[0, PAPER], [1e-6, SEQUENTIAL[0]], [0.5, SEQUENTIAL[1]], [1, SEQUENTIAL[2]]]
"""The light half of the sequence, on which dark ink always reads; nobody at all would be white."""

LEAST_ROWS = 3
"""A matrix of fewer rows leaves room below them: two rows alone would be slabs."""

TITLE_LETTERS = 15

GAP = 0.46
"""Half the side of an absent cell, which leaves the same gap around it as around the others."""


def matrix(chart: Matrix) -> Figure:
    """The cells row by row from the top. It answers to no click: a crossing is no filter."""
    across = category_axis(chart.columns, 12) | {
        "side": "top",
        "title": level_title(chart.column_title),
    }
    # In the corner over the names of the rows.
    corner = title_above(wrapped_text(rich(chart.row_title), TITLE_LETTERS)) | {
        "xanchor": "right",
        "xshift": -6,
        "align": "right",
    }
    return {
        "data": [_heat(chart), *_bare(chart), *_absent(chart)],
        "layout": layout(
            xaxis=across,
            yaxis=category_axis(chart.rows, chart.name_letters, downwards=True)
            | {"range": [max(len(chart.rows), LEAST_ROWS) - 0.5, -0.5]},
            annotations=[corner],
            margin={"l": 4, "r": 4, "t": 4, "b": 4},
            meta={"targets": {"points": {}}},
        ),
    }


def _heat(chart: Matrix) -> Trace:
    return {
        "type": "heatmap",
        "z": [[cell.fill or None for cell in row] for row in chart.cells],
        # Spans: the dark page recolours other texts to light ones, which these fills do not carry.
        "text": [
            [on_fill(cell.text, PAPER) if cell.fill else "" for cell in row] for row in chart.cells
        ],
        "texttemplate": "%{text}",
        "textfont": {"size": 12},
        "customdata": [[markup(cell.hover) for cell in row] for row in chart.cells],
        "hovertemplate": HOVER,
        "colorscale": SCALE,
        "zmin": 0,
        "zmax": chart.highest,
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
    }


Placed = tuple[int, int, MatrixCell]
"""A cell in its column and row."""


def _placed(chart: Matrix) -> Iterator[Placed]:
    for y, row in enumerate(chart.cells):
        yield from ((x, y, cell) for x, cell in enumerate(row))


def _bare(chart: Matrix) -> list[Trace]:
    """The texts of cells without a fill."""
    places = [place for place in _placed(chart) if place[2].fill == 0 and place[2].text]
    return [_texts(places)] if places else []


def _absent(chart: Matrix) -> list[Trace]:
    """Hatched squares with their text, as on the map where nobody was ever enrolled."""
    places = [place for place in _placed(chart) if place[2].fill is None]
    if not places:
        return []
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x, y, _ in places:
        xs += [x - GAP, x + GAP, x + GAP, x - GAP, x - GAP, None]
        ys += [y - GAP, y - GAP, y + GAP, y + GAP, y - GAP, None]
    pattern: dict[str, Any] = {
        "shape": "/",
        "size": 6,
        "solidity": 0.18,
        "fgcolor": STROKE,
        "bgcolor": OUTSIDE,
        "fillmode": "replace",
    }
    squares = {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"width": 0},
        "fill": "toself",
        "fillpattern": pattern,
        "hoverinfo": "skip",
    }
    return [squares, _texts(places)]


def _texts(places: Sequence[Placed]) -> Trace:
    """What stands on no fill, or on one that the dark page dims: the page recolours the text as well."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in places],
        "y": [y for _, y, _ in places],
        "text": [markup(cell.text) for _, _, cell in places],
        "textfont": {"size": 12, "color": INK},
        "customdata": [markup(cell.hover) for _, _, cell in places],
        "hovertemplate": HOVER,
    }
