"""What does the XML of a sheet tell that its values do not: how far it goes, what is merged, what has no result?"""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.child.archive import CHECK
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.sheet import Merge, cell_name, column_name

MOST = 1000
"""How many cells of a kind are told one by one: enough to find them all, once the first ones are mended."""


@dataclass(slots=True)
class Marks:
    """Gathered while a sheet is gone through. `bottom` and `right`: its last line and column with anything, from 1."""

    bottom: int = 0
    right: int = 0
    merges: list[Merge] = field(default_factory=list)
    unstored: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    rounded: list[tuple[int, int]] = field(default_factory=list)
    hidden_lines: int = 0

    def reach(self, line: int, column: int) -> None:
        """A cell has something: at `line`, from 1, and `column`, from 0."""
        self.bottom = max(self.bottom, line)
        if column >= self.right:
            self.right = column + 1

    def note(self, cells: list[tuple[int, int]], line: int, column: int) -> None:
        """One more of `unstored`, `errors` or `rounded`."""
        if len(cells) < MOST:
            cells.append((line, column))

    def merge(self, merge: Merge) -> None:
        """One more rectangle, where it is one."""
        if len(self.merges) < MOST and merge.bottom >= merge.top and merge.right >= merge.left:
            self.merges.append(merge)


def refuse_stray_cells(sheet: str, marks: Marks, limits: Limits) -> None:
    """Raises UnreadableError where the sheet goes so far that its empty cells alone would fill the memory."""
    if marks.bottom * marks.right <= limits.cells and marks.right <= limits.columns:
        return
    far = cell_name(marks.bottom, marks.right - 1)
    raise UnreadableError(
        CHECK,
        f"la feuille s'étend jusqu'à la colonne {column_name(marks.right - 1)} et à la ligne {marks.bottom} (cellule "
        f"{far}), au-delà de ce qui peut être lu : supprimez les lignes et les colonnes après le tableau, ou "
        "enregistrez-la en CSV UTF-8.",
        sheet=sheet,
    )
