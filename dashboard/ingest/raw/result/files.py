"""Which bytes have the files that an import writes? The same for the same sources, whenever that is."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.imported import Imported
from dashboard.ingest.raw.ledger import Applied
from dashboard.text.inert import inert

REFUSED, ACCOUNT, TEXTS, REPORT = "refused.csv", "import.json", "textes.csv", "rapport.html"
"""What an import writes beside the tables: what was left out, what was done, kept free texts, the report."""

BOM = codecs.BOM_UTF8
TEXT_COLUMNS = ("beneficiary_id", "year", "question", "text")
REFUSED_COLUMNS = ("fichier", "feuille", "ligne", "rang", "colonne", "règle", "écarté")
PARTS = {"refused": "ligne", "blanked": "cellule"}
"""What a rule leaves out, by its effect."""


def table_files(made: Imported, book: Codebook) -> dict[str, bytes]:
    """The tables, what was left out and, where the mapping keeps any, free texts, each as CSV.

    What was left out is for people to read, in a French spreadsheet: UTF-8 with BOM, `;`.
    """
    files = {
        f"{name}.csv": csv_bytes(schema.columns, made.tables[name])
        for name, schema in book.tables.items()
    }
    files[REFUSED] = BOM + csv_bytes(
        REFUSED_COLUMNS, map(_left_out, made.ledger.left_out), delimiter=";", ends="\r\n"
    )
    if made.texts:
        files[TEXTS] = csv_bytes(TEXT_COLUMNS, made.texts)
    return files


def companion(dated: date) -> bytes:
    """The `data.toml` of real tables of that day."""
    return f'[data]\ndate = {dated.isoformat()}\ndemonstration = false\nlabel = ""\n'.encode()


def json_bytes(account: Mapping[str, object]) -> bytes:
    """What was done, for programs."""
    return (json.dumps(account, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def csv_bytes(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    delimiter: str = ",",
    ends: str = "\n",
) -> bytes:
    """UTF-8; no cell is one that a spreadsheet runs."""
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends)
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return out.getvalue().encode()


def _cell(text: str) -> str:
    """`text` on lines that end as those of the file; a number stays one, below zero too."""
    text = text.replace("\r", " ")
    return text if text.removeprefix("-").isdecimal() else inert(text)


def _left_out(applied: Applied) -> dict[str, str]:
    origin, rule = applied.origin, applied.rule
    return {
        "fichier": origin.file,
        "feuille": origin.sheet,
        "ligne": str(origin.line),
        "rang": str(origin.rank or origin.line),
        "colonne": applied.column,
        "règle": rule.name,
        "écarté": PARTS[rule.effect],
    }
