"""Who went from which category to which other: what stands at each crossing of two lists?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.content.theme import INK, OUTSIDE, PAPER, SEQUENTIAL, layout
from dashboard.outputs.plotly.axes import STROKE, category_axis, level_title, title_above, wrapped
from dashboard.outputs.plotly.fills import on_fill

SCALE = [[0, PAPER], [1e-6, SEQUENTIAL[0]], [0.5, SEQUENTIAL[1]], [1, SEQUENTIAL[2]]]
"""The light half of the sequence, on which dark ink always reads; nobody at all would be white."""

LEAST_ROWS = 3
"""A matrix of fewer rows leaves room below them: two rows alone would be slabs."""

BARE, HATCHED = "bare", "hatched"
"""How a trace of texts says on what they stand."""

GAP = 0.46
"""Half the side of an absent cell, which leaves the same gap around it as around the others."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing: its share fills it, `text` stands in it (`<br>` between n and %), `tell` is its hover text (HTML).

    A share of 0 has no fill: it stands on the page itself, day and night. None is absent and hatched, its text "–".
    """

    share: float | None
    text: str
    tell: str


def matrix(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    *,
    row_title: str = "",
    column_title: str = "",
    letters: int = 15,
) -> dict[str, Any]:
    """The figure of `cells`, row by row from the top. It answers to no click: a crossing is no filter.

    Names of rows stand in lines of `letters` letters.
    """
    found = [cell.share for line in cells for cell in line if cell.share is not None]
    heat = {
        "type": "heatmap",
        "z": [[cell.share or None for cell in line] for line in cells],
        # Spans: the dark page recolours other texts to light ones, which these fills do not carry.
        "text": [
            [on_fill(cell.text, PAPER) if cell.share else "" for cell in line] for line in cells
        ],
        "texttemplate": "%{text}",
        "textfont": {"size": 12},
        "customdata": [[cell.tell for cell in line] for line in cells],
        "hovertemplate": "%{customdata}<extra></extra>",
        "colorscale": SCALE,
        "zmin": 0,
        "zmax": max(found, default=0) or 1,
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
    }
    across = category_axis(columns, 12) | {"side": "top", "title": level_title(column_title)}
    # In the corner over the names of the rows.
    corner = title_above(wrapped(row_title, 15)) | {
        "xanchor": "right",
        "xshift": -6,
        "align": "right",
    }
    return {
        "data": [heat, *_bare(cells), *_absent(cells)],
        "layout": layout(
            xaxis=across,
            yaxis=category_axis(rows, letters, downwards=True)
            | {"range": [max(len(rows), LEAST_ROWS) - 0.5, -0.5]},
            annotations=[corner],
            margin={"l": 4, "r": 4, "t": 4, "b": 4},
            meta={"targets": {"points": {}}},
        ),
    }


Placed = tuple[int, int, Cell]
"""A cell in its column and row."""


def _placed(cells: Sequence[Sequence[Cell]]) -> Iterator[Placed]:
    for y, line in enumerate(cells):
        yield from ((x, y, cell) for x, cell in enumerate(line))


def _bare(cells: Sequence[Sequence[Cell]]) -> list[dict[str, Any]]:
    """The texts of cells without a fill."""
    places = [one for one in _placed(cells) if one[2].share == 0 and one[2].text]
    return [_texts(places, BARE)] if places else []


def _absent(cells: Sequence[Sequence[Cell]]) -> list[dict[str, Any]]:
    """Hatched squares with their text, as on the map where nobody was ever enrolled."""
    places = [one for one in _placed(cells) if one[2].share is None]
    if not places:
        return []
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x, y, _ in places:
        xs += [x - GAP, x + GAP, x + GAP, x - GAP, x - GAP, None]
        ys += [y - GAP, y - GAP, y + GAP, y + GAP, y - GAP, None]
    squares = {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"width": 0},
        "fill": "toself",
        "fillpattern": {
            "shape": "/",
            "size": 6,
            "solidity": 0.18,
            "fgcolor": STROKE,
            "bgcolor": OUTSIDE,
            "fillmode": "replace",
        },
        "hoverinfo": "skip",
    }
    return [squares, _texts(places, HATCHED)]


def _texts(places: Sequence[Placed], ground: str) -> dict[str, Any]:
    """What stands on no fill, or on one that the dark page dims: the page recolours the text as well."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in places],
        "y": [y for _, y, _ in places],
        "text": [cell.text for _, _, cell in places],
        "textfont": {"size": 12, "color": INK},
        "meta": ground,
        "customdata": [cell.tell for _, _, cell in places],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
