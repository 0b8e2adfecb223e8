"""Which tables do raw files hold, of whatever kind they are?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.reading import content, kind
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.limits import DEFAULT, Limits
from dashboard.ingest.raw.reading.shape.table import Table
from dashboard.ingest.raw.reading.sheet_table import table_of_sheet
from dashboard.ingest.raw.reading.spreadsheet import CHECK as WORKBOOK
from dashboard.ingest.raw.reading.spreadsheet import SpreadsheetReader
from dashboard.ingest.raw.reading.text_file import table_of_text
from dashboard.text.words import counted

TABLES = "tableaux"

Tell = Callable[[int, int], None]
"""Told after each file how many have been read, of how many."""


def read_file(path: Path, limits: Limits = DEFAULT) -> RawFile:
    """The tables of the file at `path` and what its checks found; whatever it holds, nothing is raised."""
    with SpreadsheetReader(limits) as reader:
        return _read(path, limits, reader)


def read_files(
    paths: Sequence[Path], limits: Limits = DEFAULT, tell: Tell | None = None
) -> Iterator[RawFile]:
    """`read_file` of each of `paths`, in their order; one process reads the spreadsheets one after the other."""
    with SpreadsheetReader(limits) as reader:
        for number, path in enumerate(paths, 1):
            read = _read(path, limits, reader)
            if tell:
                tell(number, len(paths))
            yield read


def _read(path: Path, limits: Limits, reader: SpreadsheetReader) -> RawFile:
    found = Found("reading", Place(file=path.name))
    digest = ""
    findings: list[Finding] = []
    tables: list[Table] = []
    try:
        held = content.content_of(path, limits)
        digest = hashlib.sha256(held).hexdigest()
        findings.append(found.passed(content.CHECK))
        is_text = kind.kind_of(held) == "text"
        findings.append(found.passed(kind.CHECK, "texte" if is_text else "classeur"))
        if is_text and len(held) > limits.text_bytes:
            raise content.too_large(limits.text_bytes)
        tables = [table_of_text(held, limits, found)] if is_text else _sheets(held, reader, found)
        findings += [] if is_text else [found.passed(WORKBOOK)]
        findings.append(_of_tables(tables, found))
    except UnreadableError as error:
        findings.append(found.unreadable(error))
    findings += [finding for table in tables for finding in table.findings]
    grids = tuple(table.grid for table in tables if table.grid)
    return RawFile(path.name, digest, grids, tuple(findings))


def _of_tables(tables: Sequence[Table], found: Found) -> Finding:
    """Whether there is anything to import: a file of which nothing comes is never passed over in silence."""
    times = sum(1 for table in tables if table.grid)
    if not times:
        message = "aucun tableau n'y est écrit : demandez un autre fichier à qui l'a envoyé."
        return found.failed(TABLES, message)
    return found.passed(TABLES, counted(times, "tableau", "tableaux"))


def _sheets(held: bytes, reader: SpreadsheetReader, found: Found) -> list[Table]:
    return [
        table_of_sheet(sheet, replace(found, place=replace(found.place, sheet=sheet.name)))
        for sheet in reader.read(held)
    ]
