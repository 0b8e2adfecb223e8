"""How is each cell of a matrix filled and written on, so that a zero and an absent number differ?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.content.charts import Matrix
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.theme import SEQUENTIAL
from dashboard.outputs.layout.contrast import ink_on
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import Value, element, number
from dashboard.outputs.svg.patterns import fill
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.svg.words import haloed, text_at, words

SCALE = SEQUENTIAL[:3]
"""The fills of the fewest, of half the most, and of the most: the light half, on which dark ink always reads."""

HATCHED = fill("uncovered")
"""That of an absent cell, as on the map where nobody was ever enrolled."""

GAP = 3
"""Pixels between cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How many columns and rows share the room; a row may be an empty one, below all."""

    columns: int
    rows: int

    def across(self, column: float) -> float:
        """The place of a column, 0 at its left edge and 1 at the next one's, as a part of the room."""
        return column / max(self.columns, 1)

    def down(self, row: float) -> float:
        """The same of a row."""
        return row / max(self.rows, 1)


def draw_cells(chart: Matrix, grid: Grid, plane: Plane, clicks: ClickWriter) -> str:
    """The cells, with the same gap of pixels around each, however large they are."""
    highest = chart.highest
    drawn = "".join(
        _cell(cell, highest, _box(grid, column, row, plane), plane, clicks)
        for column, row, cell in _placed(chart)
    )
    return element(
        "g",
        drawn,
        class_="cells",
        transform=f"translate({number(GAP / 2)} {number(GAP / 2)})",
        style=_sides(grid) if plane.live else None,
    )


def draw_texts(chart: Matrix, grid: Grid, plane: Plane) -> str:
    """What stands in the cells, in the ink that reads on each: on no fill, the page's own; hatching keeps off it."""
    highest = chart.highest
    plain, hatched = "", ""
    for column, row, cell in _placed(chart):
        place = plane.x(grid.across(column + 0.5)), plane.y(grid.down(row + 0.5))
        if cell.text and cell.fill is None:
            hatched += text_at(place, cell.text, align="middle")
        elif cell.text:
            ink = ink_on(shade(cell.fill / highest)) if cell.fill else None
            plain += text_at(place, cell.text, align="middle", fill=ink)
    return words(plain + haloed(hatched, plane), unheard=plane.live)


@lru_cache(maxsize=4096)
def shade(part: float) -> str:
    """The fill of a cell that is such a `part` of the highest, from more than 0 to 1."""
    fewest, half, most = SCALE
    low, high, along = (fewest, half, 2 * part) if part <= 1 / 2 else (half, most, 2 * part - 1)
    mixed = (
        round(int(low[i : i + 2], 16) * (1 - along) + int(high[i : i + 2], 16) * along)
        for i in (1, 3, 5)
    )
    return f"#{''.join(f'{value:02x}' for value in mixed)}"


def _placed(chart: Matrix) -> Iterator[tuple[int, int, MatrixCell]]:
    """Each cell with its column and its row."""
    for row, cells in enumerate(chart.cells):
        yield from ((column, row, cell) for column, cell in enumerate(cells))


def _cell(
    cell: MatrixCell, highest: float, box: Mapping[str, Value], plane: Plane, clicks: ClickWriter
) -> str:
    answers = mark(plane, cell.hover, cell.click, clicks) if cell.hover else {}
    if cell.fill is None:
        return element("rect", class_="cell absent", **box, fill=HATCHED, **answers)
    if cell.fill == 0:
        look: Mapping[str, Value] = {"fill": "none", "pointer_events": "all"}
        return element("rect", class_="cell bare", **box, **look, **answers)
    part = cell.fill / highest
    # By night its fill is mixed anew (`drawings.css`).
    by_night = f"--part:{number(100 * part)}%" if plane.live else None
    return element("rect", class_="cell", **box, fill=shade(part), style=by_night, **answers)


def _box(grid: Grid, column: int, row: int, plane: Plane) -> Mapping[str, Value]:
    """Its upper left corner, before the gap moves it, and its sides: on a page the style sheet takes the gap off."""
    box: dict[str, Value] = {"x": plane.x(grid.across(column)), "y": plane.y(grid.down(row))}
    if plane.size is None:
        return box
    across, down = plane.size
    return box | {"width": grid.across(1) * across - GAP, "height": grid.down(1) * down - GAP}


def _sides(grid: Grid) -> str:
    """Those of every cell, which `drawings.css` gives them: no attribute can hold a percentage less some pixels."""
    across, down = (number(100 * part) for part in (grid.across(1), grid.down(1)))
    return f"--across:calc({across}% - {GAP}px);--down:calc({down}% - {GAP}px)"
