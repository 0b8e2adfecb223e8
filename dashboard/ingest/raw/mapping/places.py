"""How is a place of a mapping file named, and which table of it speaks of a table of a source?"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePath

from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.mapping.model import GridMapping, SourceMapping
from dashboard.ingest.reference.faults import visible
from dashboard.ingest.reference.places import Places

PLACES = Places(
    listed={"tables": "table", "columns": "colonne"},
    names=("files", "column"),
    written_by="ce qu'écrit « python -m dashboard mapping »",
)


def table_place(table: GridMapping) -> str:
    """`table « inscriptions.xlsx », feuille « 2015 »`."""
    sheet = f", feuille {quoted(visible(table.sheet))}" if table.sheet else ""
    return f"table {quoted(visible(table.files))}{sheet}"


def column_place(table: GridMapping, column: str) -> str:
    """`table « inscriptions.csv », colonne « Sexe »`."""
    return f"{table_place(table)}, colonne {quoted(visible(column))}"


def table_for(mapping: SourceMapping, file: str, sheet: str) -> GridMapping | None:
    """The first table of `mapping` whose patterns fit a sheet of a file, without case; None where none does."""
    name, of_sheet = PurePath(file).name.casefold(), sheet.casefold()
    return next(
        (
            table
            for table in mapping.tables
            if fnmatchcase(name, table.files.casefold())
            and fnmatchcase(of_sheet, (table.sheet or "*").casefold())
        ),
        None,
    )
