"""Who went from which category to which other: what stands at each crossing of two lists?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.rich_text import NO_TEXT, RichText
from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.domain.counts import SUPPRESSED_TEXT

UNTOLD_CELL = f"{SUPPRESSED_TEXT} : non diffusé"
"""How a legend names a cell that is not told, as that of a map does."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One crossing: what fills it, what stands in it and under the mouse, and whom a click keeps.

    `fill` is compared with the highest of the matrix. 0 is no fill: the cell stands on the page itself, day and night.
    None is absent: hatched, and no zero.
    """

    fill: float | None
    text: RichText = NO_TEXT
    hover: RichText = NO_TEXT
    click: ClickFilter = NO_CLICK


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells row by row from the top.

    `row_title` stands in the corner over the names of rows, `column_title` over those of columns. Names of rows stand
    in lines of `name_letters` letters.
    """

    rows: tuple[RichText, ...]
    columns: tuple[RichText, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    row_title: str = ""
    column_title: str = ""
    name_letters: int = 15

    @property
    def legend(self) -> str:
        """What stands below the cells: what `s` is, where one of them says so."""
        texts = {cell.text.plain for row in self.cells for cell in row}
        return UNTOLD_CELL if SUPPRESSED_TEXT in texts else ""

    @property
    def highest(self) -> float:
        """The fill that all others are compared with."""
        return (
            max(
                (cell.fill for row in self.cells for cell in row if cell.fill is not None),
                default=0,
            )
            or 1
        )
