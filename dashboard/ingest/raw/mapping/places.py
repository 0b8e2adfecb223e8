"""How is a place of a mapping file named?"""

from __future__ import annotations

from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.mapping.model import GridMapping
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


def answer_name(text: str) -> str:
    """`réponse « Mlle »`; of the empty text, which says what an empty cell means, `cellule vide`."""
    return f"réponse {quoted(visible(text))}" if text.strip() else "cellule vide"


def column_place(table: GridMapping, column: str) -> str:
    """`table « inscriptions.csv », colonne « Sexe »`."""
    return f"{table_place(table)}, colonne {quoted(visible(column))}"
