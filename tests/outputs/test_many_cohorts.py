"""Can slides, pictures and workbooks still be read when a study has had six, ten or twenty cohorts?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from lxml import etree
from pptx.shapes.base import BaseShape
from pptx.table import _Cell

from dashboard.content.charts.lines import MOST_NAMED
from dashboard.outputs.deck.native_table import LINE
from dashboard.outputs.native_plot import native_plot
from dashboard.outputs.svg.picture import write_svg
from dashboard.outputs.xlsx.bars import bars_height
from tests.outputs.taken import charted, composed, grouped, slide_of
from tests.support.more_cohorts import cohorts

MANY = [6, 10, 20]
EMU = 9525
CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def texts(shapes: list[BaseShape]) -> Iterator[BaseShape]:
    return (shape for shape in shapes if shape.name.startswith("Texte : "))


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("view", ["deploiement", "unites", "statut"])
def test_no_two_texts_of_shapes_on_a_slide_overlap(view: str, many: int) -> None:
    shapes = grouped(slide_of(composed(view, "", cohorts(many), medium="room")))
    for text, other in combinations(texts(shapes), 2):
        apart = (
            text.left + text.width <= other.left + EMU
            or other.left + other.width <= text.left + EMU
            or text.top + 0.8 * text.height <= other.top
            or other.top + 0.8 * other.height <= text.top
        )
        assert apart, (text.name, other.name)


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("view", ["regions-promotions", "inscriptions", "methode"])
def test_a_table_keeps_to_its_place_on_the_slide(view: str, many: int) -> None:
    slide = slide_of(composed(view, "", cohorts(many), medium="room"))
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    for row in list(table.rows)[2:]:
        for cell in row.cells:
            assert words_high(cell) <= row.height


def words_high(cell: _Cell) -> float:
    """How high the lines of a cell are."""
    sizes: list[int] = [run.font.size for line in cell.text_frame.paragraphs for run in line.runs]
    return LINE * sum(sizes)


def test_the_latest_lines_are_named_and_the_others_stand_behind_them() -> None:
    (shape,) = charted(slide_of(composed("emploi", "", cohorts(20), medium="room")))
    listed = list(shape.chart.plots[0].series)
    entries = shape.chart._chartSpace.iter(f"{CHARTS}legendEntry")
    left_out = {int(entry.find(f"{CHARTS}idx").get("val")) for entry in entries}
    assert left_out == set(range(len(listed) - MOST_NAMED))


@pytest.mark.parametrize(("many", "labelled"), [(6, True), (20, False)])
def test_bars_too_thin_for_numbers_have_none(many: int, *, labelled: bool) -> None:
    (shape,) = charted(slide_of(composed("reponses", "", cohorts(many), medium="room")))
    assert bool(list(shape.chart._chartSpace.iter(f"{CHARTS}dLbls"))) is labelled


def test_a_chart_of_a_workbook_is_as_high_as_its_bars_need() -> None:
    few, many = (height_of_bars("reponses", number) for number in (6, 20))
    assert many > 2 * few


def height_of_bars(view: str, many: int) -> float:
    chart = composed(view, "", cohorts(many)).content.chart
    assert chart is not None
    plot = native_plot(chart)
    assert plot is not None
    return bars_height(plot)


@pytest.mark.parametrize("view", ["cadres", "modalites", "unites", "inscriptions", "apports"])
def test_a_picture_grows_with_its_rows(view: str) -> None:
    few, many = (write_svg(composed(view, "", cohorts(n))) for n in (6, 20))
    assert height_of(many) > height_of(few)


def height_of(picture: bytes) -> float:
    """That of the chart in a picture, the whole of it less its words."""
    root = etree.fromstring(picture)
    (chart,) = [e for e in root.iter("{http://www.w3.org/2000/svg}svg") if e.getparent() is root]
    return float(chart.get("height"))
