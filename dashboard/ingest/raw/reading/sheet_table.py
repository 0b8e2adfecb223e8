"""Which grid does a sheet of a spreadsheet hold?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.shape.table import Table, table_of
from dashboard.ingest.raw.reading.sheet import Sheet, cell_name
from dashboard.text.words import counted

HIDDEN, FORMULAS, ERRORS, LINES = (
    "feuilles masquées",
    "formules sans résultat",
    "cellules en erreur",
    "lignes masquées",
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
        Record(line, (*row, *[""] * (width - len(row)))) for line, row in enumerate(sheet.rows, 1)
    ]
    table = table_of(records, sheet.merges, replace(found, stage="shape"))
    return Table(
        table.grid,
        (
            found.passed(HIDDEN),
            _without_text(FORMULAS, "formule sans résultat enregistré", "formules sans résultat enregistré", sheet.unstored, table.grid, found),
            _without_text(ERRORS, "cellule en erreur", "cellules en erreur", sheet.errors, table.grid, found),
            _hidden_lines(sheet, found),
            *table.findings,
        ),
    )  # fmt: skip


def _without_text(
    check: str,
    one: str,
    several: str,
    cells: Sequence[tuple[int, int]],
    grid: Grid | None,
    found: Found,
) -> Finding:
    """Cells whose value is lost: a failure where one of them is in a row or in the header."""
    if not cells or grid is None:
        return found.passed(check)
    aside = {record.line for record in grid.set_aside}
    lines = [line for line, _ in cells if line not in aside]
    line, column = min(cells, key=lambda cell: (cell[0] in aside, cell))
    message = (
        f"{counted(len(cells), one, several)}, dont {cell_name(line, column)} : ouvrez le classeur dans un tableur, "
        "corrigez-les au besoin et enregistrez-le."
    )
    return (found.failed if lines else found.warned)(check, message, line)


def _hidden_lines(sheet: Sheet, found: Found) -> Finding:
    if not sheet.hidden_lines:
        return found.passed(LINES)
    message = f"{counted(sheet.hidden_lines, 'ligne masquée ou filtrée', 'lignes masquées ou filtrées')} : elles sont lues aussi."
    return found.warned(LINES, message)
