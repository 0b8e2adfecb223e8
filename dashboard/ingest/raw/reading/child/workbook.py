"""Which sheets does a workbook hold, as texts?"""

from __future__ import annotations

import io
import zipfile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.child.archive import CHECK, DAMAGED, format_of, opened
from dashboard.ingest.raw.reading.child.marks import Marks, refuse_stray_cells
from dashboard.ingest.raw.reading.child.ods import ods_marks
from dashboard.ingest.raw.reading.child.texts import is_rounded, text_of
from dashboard.ingest.raw.reading.child.xlsx import xlsx_marks
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.sheet import Sheet


def sheets_of(content: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a workbook in their order, charts and macros left out; raises UnreadableError where it has none.

    What unpacks to too much, or goes too far, is refused before calamine holds every cell of it in memory.
    """
    archive = opened(content, limits)
    marks = _marks(archive)
    for name, sheet in marks.items():
        refuse_stray_cells(name, sheet, limits)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            _refuse_names(workbook.sheet_names)
            return [
                _hidden(meta.name)
                if meta.visible != SheetVisibleEnum.Visible
                else _sheet(workbook.get_sheet_by_name(meta.name), marks.get(meta.name, Marks()))
                for meta in workbook.sheets_metadata
                if meta.typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError as error:
        message = "le classeur est protégé par un mot de passe : enregistrez-le sans mot de passe."
        raise UnreadableError(CHECK, message) from error
    except CalamineError as error:
        raise UnreadableError(CHECK, DAMAGED) from error


def _marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    return xlsx_marks(archive) if format_of(archive) == "xlsx" else ods_marks(archive)


def _refuse_names(names: list[str]) -> None:
    """Raises UnreadableError where there is no sheet, or one cannot be called by its name: no program writes that."""
    if not names or not all(names) or len(set(names)) < len(names):
        raise UnreadableError(CHECK, DAMAGED)


def _hidden(name: str) -> Sheet:
    return Sheet(name, is_hidden=True, rows=())


def _sheet(sheet: CalamineSheet, marks: Marks) -> Sheet:
    # Rows come from the first line on, cells from the first column that has anything.
    before = sheet.start[1] if sheet.start else 0
    rows = []
    for line, values in enumerate(sheet.iter_rows(), 1):
        rows.append((*[""] * before, *map(text_of, values)))
        for column, value in enumerate(values, before):
            if is_rounded(value):
                marks.note(marks.rounded, line, column)
    return Sheet(
        sheet.name,
        is_hidden=False,
        rows=tuple(rows),
        merges=tuple(marks.merges),
        unstored=tuple(marks.unstored),
        errors=tuple(marks.errors),
        rounded=tuple(marks.rounded),
        hidden_lines=marks.hidden_lines,
    )
