"""Which grid does a sheet of a spreadsheet hold?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.ingest.checks.finding import Finding, Level
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.shape.table import Table, table_of
from dashboard.ingest.raw.reading.sheet import Sheet, cell_name
from dashboard.text.words import counted

HIDDEN, LINES = "feuilles masquées", "lignes masquées"

_SAVE = "ouvrez le classeur dans un tableur et enregistrez-le"


@dataclass(frozen=True, slots=True)
class _Loss:
    """A kind of cells whose text is not what was meant: the name of its check, how one and several are called."""

    check: str
    one: str
    several: str
    mend: str
    level: Level = "failure"


_UNSTORED = _Loss(
    "formules sans résultat",
    "formule dont le résultat n'est pas enregistré",
    "formules dont le résultat n'est pas enregistré",
    f"{_SAVE}.",
)
_ERRORS = _Loss(
    "cellules en erreur",
    "cellule en erreur (#N/A, #REF!), lue comme vide",
    "cellules en erreur (#N/A, #REF!), lues comme vides",
    "corrigez-la si elle compte, puis enregistrez le classeur.",
    # There is no other value in the file, and a column that nobody needs may have them.
    "warning",
)
_ROUNDED = _Loss(
    "nombres trop longs",
    "nombre de plus de quinze chiffres, dont un classeur perd les derniers",
    "nombres de plus de quinze chiffres, dont un classeur perd les derniers",
    "exportez cette colonne comme un texte.",
)


def table_of_sheet(sheet: Sheet, found: Found) -> Table:
    """The grid of `sheet`, with what its checks found; hidden sheets are told, and not read."""
    if sheet.is_hidden:
        message = (
            "la feuille est masquée et n'est pas lue : affichez-la si elle contient des données."
        )
        return Table(None, (found.warned(HIDDEN, message),))
    width = max(map(len, sheet.rows), default=0)
    records = [
        Record(line, row if len(row) == width else (*row, *[""] * (width - len(row))))
        for line, row in enumerate(sheet.rows, 1)
    ]
    table = table_of(records, sheet.merges, replace(found, stage="shape"))
    losses = ((_UNSTORED, sheet.unstored), (_ERRORS, sheet.errors), (_ROUNDED, sheet.rounded))
    return Table(
        table.grid,
        (
            found.passed(HIDDEN),
            *(_lost(loss, cells, table.grid, found) for loss, cells in losses),
            _hidden_lines(sheet, found),
            *table.findings,
        ),
    )


def _lost(
    loss: _Loss, cells: Sequence[tuple[int, int]], grid: Grid | None, found: Found
) -> Finding:
    """Of the level of `loss` where one of the cells is in a row or in the header; else a warning."""
    if not cells or grid is None:
        return found.passed(loss.check)
    aside = {record.line for record in grid.set_aside}
    line, column = min(cells, key=lambda cell: (cell[0] in aside, cell))
    message = f"{counted(len(cells), loss.one, loss.several)} ; la première en {cell_name(line, column)} : {loss.mend}"
    is_failure = loss.level == "failure" and line not in aside
    return (found.failed if is_failure else found.warned)(loss.check, message, line)


def _hidden_lines(sheet: Sheet, found: Found) -> Finding:
    if not sheet.hidden_lines:
        return found.passed(LINES)
    lines = counted(sheet.hidden_lines, "ligne masquée ou filtrée", "lignes masquées ou filtrées")
    return found.warned(LINES, f"{lines}, à lire comme les autres : supprimez ce qui est de trop.")
