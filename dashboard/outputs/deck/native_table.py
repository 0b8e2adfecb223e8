"""How does a matrix become a table of PowerPoint's own?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Emu, Pt

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText
from dashboard.content.theme import OUTSIDE, PAPER, SEQUENTIAL, STROKE
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.deck.colours import hatched, solid
from dashboard.outputs.deck.drawing import EMU, NAMESPACES, POINTS, Box
from dashboard.outputs.deck.frames import set_look
from dashboard.outputs.layout.matrix_names import column_names
from dashboard.outputs.layout.thinning import TOUCHING, fitted
from dashboard.outputs.xml_safe import one_line, xml_safe

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills or lines: ours are written on the cells."""

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"

TEXT, SMALLEST = 12, 8
"""Points of a cell's text, and those of one that has to share the slide with many others."""

ASIDE, ABOVE = 4, 1
"""Points around a cell's text."""

NAMES = 2.2
"""How wide the names of rows are, in columns."""

LINE = 1.2
"""The height of a line of a cell, in sizes of its letters."""

ROW = 54
"""Height in pixels of a row of a matrix where there is room."""

SHADES = ((1e-6, SEQUENTIAL[0]), (0.5, SEQUENTIAL[1]), (1.0, SEQUENTIAL[2]))
"""Colours of parts of the highest fill, from the lowest above none on: dark ink reads on all of them."""

NOTHING = "<a:noFill/>"
"""The fill of a cell that has none, as where a survey asked a cohort nothing: the paper stays bare."""

HATCHING = hatched(STROKE, OUTSIDE)
"""The fill of what is absent."""


@dataclass(frozen=True)
class Cell:
    """One cell: its text, how it is aligned and filled (as DrawingML)."""

    text: str
    align: PP_ALIGN = PP_ALIGN.LEFT
    fill: str = NOTHING
    bold: bool = False


def add_matrix(slide: Slide, exhibit: Exhibit, matrix: Matrix, area: Box) -> None:
    """The matrix as a table, its cells filled as on the page; its names above and beside them."""
    names = [_in_lines(name) for name in column_names(matrix)]
    across = one_line(matrix.column_title)
    head = [Cell(name, PP_ALIGN.CENTER, bold=True) for name in names]
    matrix = _with_room(matrix, area)
    rows = [[Cell(one_line(matrix.row_title), bold=True), *head]]
    rows += [
        [
            Cell(one_line(name), bold=True),
            *(_cell(cell, matrix.highest) for cell in listed),
        ]
        for name, listed in zip(matrix.rows, matrix.cells, strict=True)
    ]
    if across:
        rows.insert(0, [Cell(""), Cell(across), *[Cell("")] * (len(names) - 1)])
    table = _add(slide, exhibit, rows, [NAMES, *([1.0] * len(names))], area)
    if across and len(names) > 1:
        table.cell(0, 1).merge(table.cell(0, len(names)))


def _with_room(matrix: Matrix, area: Box) -> Matrix:
    """The matrix with what its cells have room for on the slide."""
    heads = 2 if matrix.column_title else 1
    width = area.width / (NAMES + len(matrix.columns)) - 2 * ASIDE / POINTS
    height = area.height / (heads + len(matrix.rows)) - 2 * ABOVE / POINTS
    size = _text_size(heads + len(matrix.rows), area) / POINTS
    # PowerPoint parts lines more than a page has to.
    return fitted(matrix, width, height * TOUCHING / LINE, size)


def _text_size(rows: int, area: Box) -> int:
    """The largest letters, in points, of which so many lines fit below each other: PowerPoint makes no row lower."""
    sizes = range(TEXT, SMALLEST, -1)
    return next(
        (s for s in sizes if rows * (LINE * s + 2 * ABOVE) <= POINTS * area.height), SMALLEST
    )


def _in_lines(name: RichText) -> str:
    return "\n".join("".join(run.text for run in line) for line in name.lines)


def _cell(cell: MatrixCell, highest: float) -> Cell:
    return Cell(_in_lines(cell.text), PP_ALIGN.CENTER, _fill(cell, highest), cell.text.has_bold)


def _fill(cell: MatrixCell, highest: float) -> str:
    """Hatched where the cell is absent, bare where nobody is in it."""
    if cell.fill is None:
        return HATCHING
    return _shade(cell.fill / highest) if cell.fill else NOTHING


def _add(
    slide: Slide,
    exhibit: Exhibit,
    rows: Sequence[Sequence[Cell]],
    weights: Sequence[float],
    area: Box,
) -> Table:
    height = min(area.height, ROW * len(rows))
    size = _text_size(len(rows), area)
    place = (round(EMU * v) for v in (area.left, area.top, area.width, height))
    frame = slide.shapes.add_table(len(rows), len(weights), *place)
    frame.name = f"Tableau : {xml_safe(exhibit.caption.title)}"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_safe(exhibit.caption.alternative))  # noqa: SLF001 - python-pptx has no word for it.
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(f"{{{_A}}}tableStyleId").text = PLAIN_STYLE  # noqa: SLF001 - python-pptx has no word for it.
    total = sum(weights)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Emu(round(EMU * area.width * weight / total))
    for r, listed in enumerate(rows):
        table.rows[r].height = Emu(round(EMU * height / len(rows)))
        for c, cell in enumerate(listed):
            _write(table.cell(r, c), cell, size)
    return table


def _write(cell: _Cell, content: Cell, size: int) -> None:
    cell.margin_left = cell.margin_right = Pt(ASIDE)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame = cell.text_frame
    frame.text = xml_safe(content.text)
    for paragraph in frame.paragraphs:
        paragraph.alignment = content.align
    set_look(frame, size, bold=content.bold, colour=MSO_THEME_COLOR.TEXT_1)
    edges = _edges(filled="noFill" not in content.fill)
    styled = parse_xml(f"<a:tcPr {NAMESPACES}>{edges}{content.fill}</a:tcPr>")
    cell._tc.get_or_add_tcPr().extend(styled)  # noqa: SLF001 - python-pptx has no word for it.


def _edges(*, filled: bool) -> str:
    """Gaps between filled cells; a rule under each row of the others."""
    line = solid(PAPER if filled else OUTSIDE)
    sides = {"lnL": filled, "lnR": filled, "lnT": True, "lnB": True}
    return "".join(
        f'<a:{side} w="19050">{line if drawn else "<a:noFill/>"}</a:{side}>'
        for side, drawn in sides.items()
    )


def _shade(place: float) -> str:
    """The fill of a cell, between the two nearest shades; `place` is a part of the highest fill."""
    (low, start), (high, end) = next((a, b) for a, b in pairwise(SHADES) if place <= b[0])
    part = (place - low) / (high - low)
    mixed = (
        round(int(start[i : i + 2], 16) * (1 - part) + int(end[i : i + 2], 16) * part)
        for i in (1, 3, 5)
    )
    return solid("#" + "".join(f"{value:02x}" for value in mixed))
