"""Which workbooks are sound but for one thing, and what is told of them?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.read import read_file
from tests.support.plain_spaces import plain_spaces

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def workbook(fill: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """A workbook of two rows, and what `fill` adds to its sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Inscrits"
    for line in (("id", "nom", "salaire"), ("A1", "Anne", 1650), ("A2", "Bob", 2100.5)):
        sheet.append(line)
    fill(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The zip `content` with one of its entries edited."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as edited,
    ):
        for entry in archive.namelist():
            part = archive.read(entry)
            edited.writestr(entry, edit(part) if entry == name else part)
    return made.getvalue()


def read(folder: Path, content: bytes, limits: Limits | None = None) -> RawFile:
    path = folder / "centre.xlsx"
    path.write_bytes(content)
    return read_file(path, limits or Limits())


def told(file: RawFile, level: str) -> list[tuple[str, str, str]]:
    """The check, the place and the message of each finding of a level."""
    return [
        (finding.check, str(finding.place), plain_spaces(finding.message))
        for finding in file.findings
        if finding.level == level
    ]


def cells(file: RawFile) -> list[tuple[str, ...]]:
    return [row.cells for row in file.grids[0].rows]
