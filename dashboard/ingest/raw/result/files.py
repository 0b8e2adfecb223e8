"""Which bytes have the files that an import writes? The same for the same sources, whenever that is."""

from __future__ import annotations

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

TEXT_COLUMNS = ("beneficiary_id", "year", "question", "text")
REFUSED_COLUMNS = ("file", "sheet", "line", "column", "rule", "what")
PARTS = {"refused": "row", "blanked": "cell"}
"""What a rule leaves out, by its effect."""


def table_files(made: Imported, book: Codebook) -> dict[str, bytes]:
    """The tables, what was left out and, where the mapping keeps any, free texts, each as CSV."""
    files = {
        f"{name}.csv": csv_bytes(schema.columns, made.tables[name])
        for name, schema in book.tables.items()
    }
    files[REFUSED] = csv_bytes(REFUSED_COLUMNS, map(_left_out, made.ledger.left_out))
    if made.texts:
        files[TEXTS] = csv_bytes(TEXT_COLUMNS, made.texts)
    return files


def companion(dated: date) -> bytes:
    """The `data.toml` of real tables of that day."""
    return f'[data]\ndate = {dated.isoformat()}\ndemonstration = false\nlabel = ""\n'.encode()


def json_bytes(account: Mapping[str, object]) -> bytes:
    """What was done, for programs."""
    return (json.dumps(account, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """UTF-8, commas; no cell is one that a spreadsheet runs."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
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
        "file": origin.file,
        "sheet": origin.sheet,
        "line": str(origin.line),
        "column": applied.column,
        "rule": rule.name,
        "what": PARTS[rule.effect],
    }
