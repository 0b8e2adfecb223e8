"""Which files all hold the same table, each written in another way?"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import openpyxl
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

Cell = str | int | float | bool | datetime.date
Line = Sequence[Cell]

HEADER = (
    "Identifiant",
    "Parcours Module",
    "Parcours Modalité",
    "Né le",
    "Salaire",
    "Accepte",
    "Remarque",
)
BORN = datetime.date(1980, 2, 29)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A001", "Comptabilité", "À distance", BORN, 1650, True, ""),
    ("A002", "Bases de données", "Présentiel", BORN, 2100.5, False, "Œuvre; 12,50 €\tou | moins"),
    ("A003", "Total quality", "Hybride", BORN, 1800, True, 'Dit "bien"\nsur deux lignes'),
    ("A004", "Comptabilité", "À distance", BORN, 1650, True, "=1+1"),
    ("A005", "Comptabilité", "", BORN, 0, False, ""),
    ("A006", "Droit, niveau 1", "Hybride", BORN, 99999, True, "Espace "),
)
TITLES = ("Centre de Lille", "Inscriptions de l'année, à jour", "Édité par le service")

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
SEPARATORS = ";,\t|"
TEXT_LAYOUTS = ("plain", "quoted", "wider", "blanks", "totals", "headers again", "told")
SHEET_LAYOUTS = (
    "plain",
    "grouped header",
    "away from the corner",
    "blanks",
    "totals",
    "other sheets",
)


@dataclass(frozen=True)
class Written:
    """One file of the corpus: how it is written, in words, its bytes, and how many records it has that are no rows."""

    name: str
    content: bytes
    aside: int = 0


def texts(decimal: str = ".") -> list[tuple[str, ...]]:
    """The rows as they have to be read."""
    return [tuple(_text(cell, decimal) for cell in row) for row in ROWS]


def text_files() -> Iterator[Written]:
    choices = product(ENCODINGS, SEPARATORS, TEXT_LAYOUTS, (0, 1, 3), ("\n", "\r\n", "\r"))
    for encoding, separator, layout, titles, end in choices:
        lines, aside = _lines(layout, titles)
        written = io.StringIO(newline="")
        if layout == "told":
            written.write(f"sep={separator}{end}")
        writer = csv.writer(
            written,
            delimiter=separator,
            lineterminator=end,
            quoting=csv.QUOTE_ALL if layout == "quoted" else csv.QUOTE_MINIMAL,
        )
        for line in lines:
            cells = [_text(cell) for cell in line]
            writer.writerow([*cells, "", ""] if layout == "wider" else cells)
        name = f"{encoding}, {separator!r}, {layout}, {titles} titles, {end!r}.csv"
        yield Written(name, written.getvalue().encode(encoding), aside)


def spreadsheets() -> Iterator[Written]:
    writers: dict[str, Callable[[str, list[Line]], bytes]] = {
        "xlsxwriter.xlsx": _xlsxwriter,
        "openpyxl.xlsx": _openpyxl,
        "odfpy.ods": _odfpy,
    }
    for layout, titles, (program, write) in product(SHEET_LAYOUTS, (0, 1, 3), writers.items()):
        lines, aside = _lines(layout, titles)
        yield Written(f"{layout}, {titles} titles, {program}", write(layout, lines), aside)


def _text(cell: Cell, decimal: str = ".") -> str:
    if isinstance(cell, bool):
        return "Oui" if cell else "Non"
    return str(cell).replace(".", decimal) if isinstance(cell, float) else str(cell)


def _lines(layout: str, titles: int) -> tuple[list[Line], int]:
    """The lines of a layout, and how many of them, below the header, are no rows."""
    above: list[Line] = [line for title in TITLES[:titles] for line in ([title], [])]
    header: list[Line] = [HEADER]
    if layout == "grouped header":
        header = [["Identifiant", "Parcours", "", *HEADER[3:]], ["", "Module", "Modalité"]]
    empty: Line = [""] * len(HEADER)
    rows: list[Line] = list(ROWS)
    if layout == "blanks":
        rows[4:4] = [empty, empty]
        rows[2:2] = [empty]
    if layout == "headers again":
        rows[3:3] = [HEADER]
    if layout == "totals":
        rows[3:3] = [["Sous-total", "", "", "", 5550.5, 3, ""]]
        rows.append(["TOTAL GÉNÉRAL", "", "", "", 107200.5, 6, ""])
    return [*above, *header, *rows], len(rows) - len(ROWS)


def _xlsxwriter(layout: str, lines: list[Line]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    down, right = (4, 2) if layout == "away from the corner" else (0, 0)
    if layout == "other sheets":
        book.add_worksheet("Vide")
        book.add_worksheet("Listes").hide()
    sheet = book.add_worksheet("Inscrits")
    for row, line in enumerate(lines, down):
        for column, cell in enumerate(line, right):
            if isinstance(cell, datetime.date):
                sheet.write_datetime(row, column, cell, day)
            elif cell != "":
                sheet.write(row, column, cell)
    if layout == "grouped header":
        top = next(row for row, line in enumerate(lines) if line and line[0] == "Identifiant")
        sheet.merge_range(top, 1, top, 2, "Parcours")
        for column in (0, 3, 4, 5, 6):
            sheet.merge_range(top, column, top + 1, column, HEADER[column])
    book.close()
    return file.getvalue()


def _openpyxl(layout: str, lines: list[Line]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Inscrits"
    down, right = (5, 3) if layout == "away from the corner" else (1, 1)
    if layout == "other sheets":
        book.create_sheet("Vide")
        book.create_sheet("Listes").sheet_state = "veryHidden"
        book.create_chartsheet("Graphique")
    for row, line in enumerate(lines, down):
        for column, cell in enumerate(line, right):
            if cell != "":
                written = sheet.cell(row, column, cell)
                # A text that begins like a formula stays a text.
                written.data_type = "s" if isinstance(cell, str) else written.data_type
    if layout == "grouped header":
        top = next(row for row, line in enumerate(lines, 1) if line and line[0] == "Identifiant")
        sheet.merge_cells(start_row=top, end_row=top, start_column=2, end_column=3)
        for column in (1, 4, 5, 6, 7):
            sheet.merge_cells(
                start_row=top, end_row=top + 1, start_column=column, end_column=column
            )
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _odfpy(layout: str, lines: list[Line]) -> bytes:
    book = OpenDocumentSpreadsheet()
    if layout == "other sheets":
        book.spreadsheet.addElement(Table(name="Vide"))
    table = Table(name="Inscrits")
    down, right = (4, 2) if layout == "away from the corner" else (0, 0)
    if down:
        empty = TableRow(numberrowsrepeated=down)
        empty.addElement(TableCell())
        table.addElement(empty)
    header = next(row for row, line in enumerate(lines) if line and line[0] == "Identifiant")
    for number, line in enumerate(lines):
        row = TableRow()
        if right:
            row.addElement(TableCell(numbercolumnsrepeated=right))
        for column, cell in enumerate(line):
            spans = layout == "grouped header" and number == header
            row.addElement(_odf_cell(cell, column if spans else None))
        table.addElement(row)
    book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.write(file)
    return file.getvalue()


def _odf_cell(cell: Cell, spans: int | None) -> TableCell | CoveredTableCell:
    if spans == 2:
        return CoveredTableCell()
    merged = {}
    if spans is not None:
        merged = {"numbercolumnsspanned": 2} if spans == 1 else {"numberrowsspanned": 2}
    if isinstance(cell, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(cell).lower(), **merged)
    if isinstance(cell, int | float):
        return TableCell(valuetype="float", value=str(cell), **merged)
    if isinstance(cell, datetime.date):
        return TableCell(valuetype="date", datevalue=cell.isoformat(), **merged)
    if not cell:
        return TableCell(**merged)
    made = TableCell(valuetype="string", **merged)
    for paragraph in cell.split("\n"):
        made.addElement(P(text=paragraph))
    return made
