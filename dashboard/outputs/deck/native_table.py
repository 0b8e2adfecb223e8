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

from dashboard.content.theme import OUTSIDE, PAPER
from dashboard.exhibit import Exhibit
from dashboard.outputs.deck.colours import hatched, solid
from dashboard.outputs.deck.drawing import EMU, NAMESPACES, Box
from dashboard.outputs.deck.frames import set_look
from dashboard.outputs.deck.rich_text import lines_of
from dashboard.outputs.plotly.axes import STROKE
from dashboard.outputs.plotly.matrix import BARE, HATCHED, SCALE
from dashboard.outputs.xml_safe import one_line, xml_safe

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills or lines: ours are written on the cells."""

TEXT = 12
"""Points of a cell's text."""

ROW = 54
"""Height in pixels of a row of a matrix where there is room."""

SHADES = [(float(str(part)), str(colour)) for part, colour in SCALE[1:]]
"""Colours of shares above none, from the lowest on."""

NOTHING = "<a:noFill/>"
"""The fill of a cell that has none, as where a survey asked a cohort nothing: the paper stays bare."""

HATCHING = hatched({"fgcolor": STROKE, "bgcolor": OUTSIDE})
"""The fill of what is absent."""


@dataclass(frozen=True)
class Cell:
    """One cell: its lines, how it is aligned and filled (as DrawingML)."""

    lines: tuple[str, ...]
    align: PP_ALIGN = PP_ALIGN.LEFT
    fill: str = NOTHING
    bold: bool = False


def is_matrix(figure: Figure) -> bool:
    """Whether the figure is a matrix."""
    return any(trace.get("type") == "heatmap" for trace in figure.get("data", ()))


def add_matrix(slide: Slide, exhibit: Exhibit, area: Box) -> None:
    """The matrix as a table, its cells filled as in the figure."""
    figure = exhibit.content.figure
    heat, layout = figure["data"][0], figure["layout"]
    corner = one_line(layout["annotations"][0]["text"]) if layout.get("annotations") else ""
    across = layout["xaxis"].get("title", {}).get("text", "")
    names = [one_line(text) for text in layout["xaxis"]["ticktext"]]
    beside = _texts_beside(figure)
    rows = [[Cell((corner,), bold=True), *(Cell((n,), PP_ALIGN.CENTER, bold=True) for n in names)]]
    top = heat["zmax"]
    for y, label in enumerate(layout["yaxis"]["ticktext"]):
        cells = [Cell((one_line(label),), bold=True)]
        for x, share in enumerate(heat["z"][y]):
            text, ground = beside.get((x, y), (heat["text"][y][x], BARE))
            runs = lines_of(text)
            lines = tuple("".join(run.text for run in line) for line in runs)
            fill = _shade(share / top) if share else HATCHING if ground == HATCHED else NOTHING
            bold = any(run.bold for line in runs for run in line)
            cells.append(Cell(lines, PP_ALIGN.CENTER, fill, bold))
        rows.append(cells)
    widths = [2.2, *([1.0] * len(names))]
    if across:
        rows.insert(0, [Cell(()), Cell((one_line(across),)), *[Cell(())] * (len(names) - 1)])
    table = _add(slide, exhibit, rows, widths, area)
    if across and len(names) > 1:
        table.cell(0, 1).merge(table.cell(0, len(names)))


def _add(
    slide: Slide,
    exhibit: Exhibit,
    rows: Sequence[Sequence[Cell]],
    weights: Sequence[float],
    area: Box,
) -> Table:
    height = min(area.height, ROW * len(rows))
    place = (round(EMU * v) for v in (area.left, area.top, area.width, height))
    frame = slide.shapes.add_table(len(rows), len(weights), *place)
    frame.name = f"Tableau : {xml_safe(exhibit.content.title)}"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_safe(exhibit.content.alternative))  # noqa: SLF001
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(f"{{{_A}}}tableStyleId").text = PLAIN_STYLE  # noqa: SLF001
    total = sum(weights)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Emu(round(EMU * area.width * weight / total))
    for r, listed in enumerate(rows):
        table.rows[r].height = Emu(round(EMU * height / len(rows)))
        for c, cell in enumerate(listed):
            _write(table.cell(r, c), cell)
    return table


def _write(cell: _Cell, content: Cell) -> None:
    cell.margin_left = cell.margin_right = Pt(4)
    cell.margin_top = cell.margin_bottom = Pt(1)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame = cell.text_frame
    frame.text = "\n".join(xml_safe(line) for line in content.lines)
    for paragraph in frame.paragraphs:
        paragraph.alignment = content.align
    set_look(frame, TEXT, bold=content.bold, colour=MSO_THEME_COLOR.TEXT_1)
    edges = _edges(filled="noFill" not in content.fill)
    styled = parse_xml(f"<a:tcPr {NAMESPACES}>{edges}{content.fill}</a:tcPr>")
    cell._tc.get_or_add_tcPr().extend(styled)  # noqa: SLF001


def _edges(*, filled: bool) -> str:
    """Gaps between filled cells; a rule under each row of the others."""
    line = solid(PAPER if filled else OUTSIDE)
    sides = {"lnL": filled, "lnR": filled, "lnT": True, "lnB": True}
    return "".join(
        f'<a:{side} w="19050">{line if drawn else "<a:noFill/>"}</a:{side}>'
        for side, drawn in sides.items()
    )


def _shade(place: float) -> str:
    """The fill of a cell, as the figure's scale has it; `place` is a part of the highest share."""
    (low, start), (high, end) = next((a, b) for a, b in pairwise(SHADES) if place <= b[0])
    part = (place - low) / (high - low)
    mixed = (
        round(int(start[i : i + 2], 16) * (1 - part) + int(end[i : i + 2], 16) * part)
        for i in (1, 3, 5)
    )
    return solid("#" + "".join(f"{value:02x}" for value in mixed))


def _texts_beside(figure: Figure) -> dict[tuple[int, int], tuple[str, str]]:
    """What stands in the cells without a share, and on what, by column and row."""
    return {
        (x, y): (text, trace["meta"])
        for trace in figure["data"]
        if trace.get("mode") == "text"
        for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True)
    }


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
